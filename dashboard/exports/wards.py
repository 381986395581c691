"""A list of wards with its targets: in words for the page, and as a file."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from dashboard.exports.csv import csv_bytes
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.tables import Reference
from dashboard.unit_targets.basis import Basis
from dashboard.unit_targets.model import STAMP
from dashboard.unit_targets.ward_list import COLUMNS, WardList
from dashboard.unit_targets.ward_targets import ListTarget, WardTarget, list_target
from dashboard.values.rows import Row
from dashboard.view.view import View

STREAM_WORDS = {
    "acute": Text("akut", "acute"),
    "planned": Text("planerad", "planned"),
    "icu": Text("iva", "icu"),
}
_HEADS = (
    Text("Avdelning", "Ward"), Text("Sjukhus", "Hospital"), Text("Vårdform", "Stream"),
    Text("Platser", "Beds"), Text("Mål, %", "Target, %"),
    Text("Överbelagda per 100", "Overcrowded per 100"),
)  # fmt: skip
_TITLE = Text(
    "Era avdelningar: målet är {} procent tillsammans",
    "Your wards: the target is {} per cent together",
)
_ONLY_ICU = Text("Era avdelningar är bara intensivvård", "Your wards are intensive care only")
_SENTENCE = Text("{} avdelningar med {} platser.", "{} wards with {} beds.")
_BLEND = {
    "acute": Text("Akut vård {} procent.", "Acute care {} per cent."),
    "planned": Text("Planerad vård {} procent.", "Planned care {} per cent."),
    "icu": Text(
        "Intensivvården räknas för sig: {} procent, där 2 av 100 patienter måste avvisas.",
        "Intensive care stands by itself: {} per cent, where 2 in 100 patients are turned away.",
    ),
}
_ANCHOR = Text(
    "För att de akuta tillsammans ska ligga på riktvärdet måste det gälla enheter med {} platser, "
    "inte {}.",
    "For the acute wards to lie at the guideline together it must hold for units of {} beds, not "
    "{}.",
)
_READ = Text("{} rader lästa, {} med fel, {} tomma.", "{} rows read, {} with faults, {} empty.")
_IGNORED = Text("Kolumner som inte används: {}.", "Columns not used: {}.")
_CLIPPED = Text("{} (gräns, utan den {})", "{} (limit, without it {})")
_NONE = Text("Ingen rad kunde läsas.", "No row could be read.")


def ward_answer(
    ward_list: WardList, basis: Basis, view: View, lang: Lang, address: str, *, reference: Reference
) -> dict[str, Any]:
    """What the page shows of a list: words, rows, ticks for the curve, the list and the file.

    Nothing of it is kept here; `kept` is the list as CSV, for the browser to ask again with.
    """
    targets = list_target(ward_list.wards, basis)
    return {
        "title": _title(targets, lang),
        "sentence": " ".join(_sentences(ward_list, targets, basis, lang)),
        "stamp": STAMP.in_(lang),
        "read": _read(ward_list, lang),
        "problems": [fault.words.in_(lang) for fault in ward_list.faults],
        "heads": [head.in_(lang) for head in _HEADS],
        "rows": [_line(ward, lang) for ward in targets.wards],
        "ticks": [_tick(target, lang) for target in targets.wards if target.ward.stream != "icu"],
        "kept": _kept(ward_list),
        "file": _file(targets.wards, view, lang, address, reference),
    }


def _title(targets: ListTarget, lang: Lang) -> str:
    if targets.mixed is None:
        return (_ONLY_ICU if targets.wards else _NONE).in_(lang)
    return _TITLE.in_(lang).format(_percent(targets.mixed, lang))


def _sentences(ward_list: WardList, targets: ListTarget, basis: Basis, lang: Lang) -> list[str]:
    beds = formatting.number(sum(ward.beds for ward in ward_list.wards), 0, lang)
    sentences = [_SENTENCE.in_(lang).format(len(ward_list.wards), beds)]
    for stream, words in _BLEND.items():
        share = getattr(targets, stream)
        if share is not None:
            sentences.append(words.in_(lang).format(_percent(share, lang)))
    if targets.anchor is not None:
        ours, theirs = int(basis.assumed.anchor), formatting.number(targets.anchor, 0, lang)
        # To say "24 beds, not 24" would say nothing.
        sentences += [_ANCHOR.in_(lang).format(theirs, ours)] if theirs != str(ours) else []
    return sentences


def _read(ward_list: WardList, lang: Lang) -> str:
    rows = len(ward_list.wards) + len(ward_list.refused)
    sentence = _READ.in_(lang).format(rows, len(ward_list.refused), ward_list.empty)
    ignored = [_IGNORED.in_(lang).format(", ".join(ward_list.ignored))] if ward_list.ignored else []
    return " ".join([sentence, *ignored, *(notice.in_(lang) for notice in ward_list.notices)])


def _line(target: WardTarget, lang: Lang) -> list[str]:
    ward, remark = target.ward, _percent(target.target, lang)
    if target.unclipped != target.target:
        remark = _CLIPPED.in_(lang).format(remark, _percent(target.unclipped, lang))
    over = formatting.number(target.over_per_100, 1, lang)
    return [ward.name, ward.hospital, STREAM_WORDS[ward.stream].in_(lang), str(ward.beds), remark,
            over]  # fmt: skip


def _tick(target: WardTarget, lang: Lang) -> dict[str, Any]:
    ward, percent = target.ward, _percent(target.target, lang)
    words = f"{ward.name}, {ward.hospital}: {ward.beds}, {percent} %"
    return {"beds": ward.beds, "target": round(100 * target.target, 2), "words": words}


def _kept(ward_list: WardList) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head.en for head in COLUMNS.values())
    writer.writerows((ward.name, ward.beds, ward.stream, ward.hospital) for ward in ward_list.wards)
    return out.getvalue()


def _file(
    wards: Sequence[WardTarget], view: View, lang: Lang, address: str, reference: Reference
) -> str:
    rows: list[Row] = [
        {
            "ward": ward.ward.name,
            "hospital": ward.ward.hospital,
            "region": view.region,
            "stream": ward.ward.stream,
            "beds": ward.ward.beds,
            "target_pct": round(100 * ward.target, 9),
            "target_unclipped": round(100 * ward.unclipped, 9),
            "over_per_100": ward.over_per_100,
            "assumptions": view.assumptions,
            "stamp": "dialogue",
        }
        for ward in wards
    ]
    return csv_bytes(rows, "excel", lang, address, reference=reference).decode() if rows else ""


def _percent(share: float, lang: Lang) -> str:
    return formatting.number(100 * share, 1, lang)
