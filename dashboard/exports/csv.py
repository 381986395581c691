"""Rows as CSV: for people who open it in Excel, or plain for machines."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from dashboard.exports.headings import HEADINGS, words_of
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.language.said import Said
from dashboard.language.text import LANGS, Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.reference.tables import Reference
from dashboard.spreadsheets import harmless
from dashboard.targets.shortfall import STAMP
from dashboard.unit_targets.columns import ESTIMATE
from dashboard.values.known_traps import traps_on
from dashboard.values.provenance import LOADED
from dashboard.values.rows import Row

Flavour = Literal["excel", "machine"]
FLAVOURS: tuple[Flavour, ...] = get_args(Flavour)


def csv_bytes(
    rows: Sequence[Row], flavour: Flavour, lang: Lang, address: str, *, reference: Reference
) -> bytes:
    """At least one row, all with the same keys, each with the full address of its view.

    The regions' distances to the guideline are stamped as the estimates they are, and rows that
    bring a stamp keep it.

    `excel` is for people: headings and words in the language, a byte order mark, and `;` with
    a decimal comma in Swedish. `machine` is the keys and values of the rows as they are, in
    plain UTF-8, and the same in both languages. Sources are called as in `reference`, the tables
    of the release.
    """
    whole: list[Row] = [{**row, "address": address} for row in stamped(rows, reference)]
    if flavour == "machine":
        return _written(whole, ",", "\n").encode()
    lines = [_in_words(row, lang, reference) for row in whole]
    return _written(lines, ";" if lang == "sv" else ",", "\r\n").encode("utf-8-sig")


def stamp(row: Row, reference: Reference) -> str | float | None:
    """The remark of a row: its own, that it is an estimate, and what is known against its value.

    For programs an estimate is the word, and a known trap its id in the table of notes.
    """
    if "stamp" in row or row.get("value") is None:
        return row.get("stamp")
    regional = row.get("indicator") == DISTANCE_TO_GUIDELINE.key and row["region"] != SWEDEN
    remarks = [(ESTIMATE, STAMP)] if regional and row.get("source") != LOADED else []
    where = (str(row.get(key) or "") for key in ("indicator", "care", "region", "period", "status"))
    remarks += [(note.id, note.title) for note in traps_on(reference, *where)]
    if not remarks:
        return None
    read = Text(*("; ".join(words.in_(lang) for _, words in remarks) for lang in LANGS))
    return Said(read, " ".join(key for key, _ in remarks))


def _written(lines: Sequence[Mapping[str, object]], delimiter: str, end: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(lines[0]), delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def stamped(rows: Sequence[Row], reference: Reference) -> list[Row]:
    """Rows with the remark of each."""
    return [{**row, "stamp": stamp(row, reference)} for row in rows]


def named(row: Row) -> Row:
    """A row with the region's name beside its code."""
    found: Row = {}
    for key, value in row.items():
        found[key] = value
        if key == "region":
            found["region_name"] = value
    return found


def _in_words(row: Row, lang: Lang, reference: Reference) -> dict[str, str]:
    return {
        HEADINGS[key].in_(lang): _cell(key, value, lang, reference)
        for key, value in named(row).items()
    }


def in_words(
    key: str, value: str | float | None, lang: Lang, reference: Reference
) -> str | float | None:
    """A cell of a row as a person reads it: words for what is a key, numbers as they are."""
    if isinstance(value, Said):
        return value.text.in_(lang)
    words = words_of(reference).get(key, {}).get(value) if isinstance(value, str) else None
    return words.in_(lang) if words else value


def _cell(key: str, value: str | float | None, lang: Lang, reference: Reference) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless.cell(str(in_words(key, value, lang, reference)))
    return str(value).replace(".", "," if lang == "sv" else ".")
