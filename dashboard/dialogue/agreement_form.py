"""What is written in a form about an agreement, checked field by field with every fault named."""

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args
from urllib.parse import urlsplit

from dashboard.dialogue.agreement import KINDS, MARKS, SIDES, USUAL_SIDE
from dashboard.indicators.registry import BY_KEY, Care, Indicator
from dashboard.language.text import Text
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import CODES

MOST_WORDS, MOST_NAME = 600, 120
# Control characters, and those that turn text around, have no place in words.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ADDRESS = Text(
    "Länken till produktionsplanen är ingen webbadress. Skriv den med https:// först.",
    "The link to the production plan is no web address. Write it with https:// first.",
)
_DAY = Text("{} är inget datum som 2026-12-31.", "{} is no date like 2026-12-31.")
_UNTIL = Text(
    "{} är varken månad, som 2026-12, eller år, som 2026.",
    "{} is neither a month, as 2026-12, nor a year, as 2026.",
)
_REGION = Text("Regionen {} finns inte.", "There is no region {}.")
_INDICATOR = Text(
    "Måttet {} finns inte, eller vilar på en skattning. Det finns {}.",
    "There is no indicator {}, or it rests on an estimate. There is {}.",
)
_CARE = Text("{} finns inte för måttet; det finns {}.",
             "The indicator has no {}; there is {}.")  # fmt: skip
_NO_DAY = Text("Dagen saknas. Skriv den som 2026-12-31.",
               "The day is missing. Write it as 2026-12-31.")  # fmt: skip
_NO_UNTIL = Text("Månaden eller året saknas. Skriv den som 2026-12, eller 2026.",
                 "The month or year is missing. Write it as 2026-12, or 2026.")  # fmt: skip
_NO_VALUE = Text("Det väntade värdet saknas.", "The expected value is missing.")
_VALUE = Text("Det väntade värdet {} är inget tal.", "The expected value {} is no number.")
_SIDE = Text(
    "Säg om det väntade värdet ska vara högst eller minst: för {} är inget av dem givet.",
    "Say whether the expected value is at most or at least: for {} neither is given.",
)
_LONG = Text("{}: högst {} tecken.", "{}: at most {} characters.")
_EMPTY = Text("{} saknas.", "{} is missing.")
_MARK = Text("{} är inget kännetecken; det finns {}.", "{} is no mark; there is {}.")
_KIND = Text("{} är ingen sorts insats; det finns {}.", "{} is no kind of measure; there is {}.")
_NAMES = {
    "measure": Text("Insatsen", "The measure"),
    "owner": Text("Ägaren", "The owner"),
    "note": Text("Anteckningen", "The note"),
    "by": Text("Den som skriver", "Who writes"),
}


class Faulty(ValueError):  # noqa: N818 - it is no error of ours but an answer.
    """What cannot be written down; `faults` say what to do, by the name of the field."""

    def __init__(self, faults: Mapping[str, Text]) -> None:
        super().__init__(" ".join(fault.en for fault in faults.values()))
        self.faults = faults


def agreement_from(given: Mapping[str, str]) -> dict[str, Any]:
    """The line of an agreement from a form: plain values by the names of its fields.

    `until` may be a day, which means its month; `side` may be empty where the indicator has a
    good direction; `marks` are joined by commas.

    Raises:
        Faulty: a field cannot be used; all of them are named.
    """
    form = {key: cleaned(words) for key, words in given.items()}
    faults = {**_word_faults(form, ("measure", "owner")), **_date_faults(form)}
    faults |= _expected_faults(form)
    marks = [one for one in form.get("marks", "").replace(" ", "").split(",") if one]
    if wrong := [one for one in marks if one not in MARKS]:
        faults["marks"] = _MARK.format(wrong[0][:40], ", ".join(MARKS))
    kind = form.get("kind") or "other"
    if kind not in KINDS:
        faults["kind"] = _KIND.format(kind[:40], ", ".join(KINDS))
    if form.get("region") not in CODES:
        faults["region"] = _REGION.format(form.get("region", "")[:40])
    if faults:
        raise Faulty(faults)
    of = BY_KEY[form["indicator"]]
    return {
        "region": form["region"], "measure": form["measure"], "kind": kind,
        "indicator": of.key, "care": form.get("care") or of.default_care,
        "stream": form.get("stream") or "all", "side": form.get("side") or USUAL_SIDE[of.good],
        "value": _number(form["value"]), "until": _until(form["until"]), "owner": form["owner"],
        "due": form["due"], "plan": form.get("plan", ""),
        "marks": sorted(set(marks)),
    }  # fmt: skip


def note_from(words: str) -> str:
    """The note of a follow-up.

    Raises:
        Faulty: it is empty or too long.
    """
    form = {"note": cleaned(words)}
    if faults := _word_faults(form, ("note",)):
        raise Faulty(faults)
    return form["note"]


def cleaned(words: str) -> str:
    """The words on one line, without what a terminal or a file would obey."""
    return " ".join(_CONTROL.sub(" ", words).split())


def _word_faults(form: Mapping[str, str], names: tuple[str, ...]) -> dict[str, Text]:
    found = {}
    for name in names:
        most = MOST_NAME if name == "owner" else MOST_WORDS
        if not form.get(name):
            found[name] = _EMPTY.format(_NAMES[name])
        elif len(form[name]) > most:
            found[name] = _LONG.format(_NAMES[name], most)
    return found


def _date_faults(form: Mapping[str, str]) -> dict[str, Text]:
    found = {}
    if not is_day(form.get("due", "")):
        found["due"] = _DAY.format(form["due"][:40]) if form.get("due") else _NO_DAY
    if not _until(form.get("until", "")):
        found["until"] = _UNTIL.format(form["until"][:40]) if form.get("until") else _NO_UNTIL
    plan = form.get("plan", "")
    if plan and not _is_address(plan):
        found["plan"] = _ADDRESS
    return found


def _is_address(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(words) <= 500


def _expected_faults(form: Mapping[str, str]) -> dict[str, Text]:
    found = {}
    of = BY_KEY.get(form.get("indicator", ""))
    if of is None or of.derived or of.national_only:
        there = (key for key, one in BY_KEY.items() if not (one.derived or one.national_only))
        name = form.get("indicator", "")[:40] or "–"
        return {"indicator": _INDICATOR.format(name, ", ".join(there))}
    if _number(form.get("value", "")) is None:
        found["value"] = _VALUE.format(form["value"][:40]) if form.get("value") else _NO_VALUE
    if form.get("side", "") not in SIDES and (form.get("side") or of.good not in USUAL_SIDE):
        found["side"] = _SIDE.format(of.name)
    return {**found, **_scope_faults(form, of)}


def _scope_faults(form: Mapping[str, str], of: Indicator) -> dict[str, Text]:
    there = (*of.cares("estimated"), *of.cares("published"))
    cares = [one for one in get_args(Care) if one in there]
    care = next((one for one in cares if one == (form.get("care") or of.default_care)), None)
    if care is None:
        return {"care": _CARE.format(form.get("care", "")[:40], ", ".join(cares))}
    known = of.streams("estimated", care) or ("all",)
    stream = form.get("stream") or "all"
    return {} if stream in known else {"stream": _CARE.format(stream[:40], ", ".join(known))}


def is_day(words: str) -> bool:
    """Whether the words are a day like 2026-12-31."""
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _until(words: str) -> str:
    """The month or year, the month of a day, or nothing where it is none."""
    period = words[:7] if is_day(words) else words
    try:
        grain_of(period)
    except ValueError:
        return ""
    return period


def _number(words: str) -> float | None:
    try:
        value = float(words.replace("\N{MINUS SIGN}", "-").replace(",", ".").replace(" ", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 <= value < 1e6 else None
