"""What the headings of a table mean: a key of the row, a measure, a month, care or stream."""

import re
from collections.abc import Mapping
from dataclasses import field
from difflib import get_close_matches
from typing import Literal

from dashboard.frozen import frozen
from dashboard.imports import measures, months
from dashboard.spreadsheets.care_words import ALL_STREAMS, CARES
from dashboard.spreadsheets.care_words import STREAMS as ONE_STREAM
from dashboard.spreadsheets.cells import Cell, folded, words

Role = Literal[
    "region",
    "month",
    "year",
    "care",
    "stream",
    "measure",
    "value",
    "expected",
    "reported",
    "ignored",
]
Said = dict[str, str]

ROLES: Mapping[str, Role] = {
    **dict.fromkeys(
        ("region", "regionkod", "region code", "regionnamn", "region name", "lan", "lanskod",
         "landsting", "landsting/region", "region/landsting", "huvudman", "kommun", "municipality",
         "county"), "region"),
    **dict.fromkeys(("manad", "month", "period", "tid", "tidpunkt", "ar-manad", "datum"), "month"),
    **dict.fromkeys(("ar", "year"), "year"),
    **dict.fromkeys(("vard", "care", "vardomrade", "vardtyp", "typ av vard", "omrade"), "care"),
    **dict.fromkeys(("vardform", "stream", "inriktning", "akut/planerad"), "stream"),
    **dict.fromkeys(("matetal", "matt", "measure", "variabel", "indikator"), "measure"),
    **dict.fromkeys(("varde", "value"), "value"),
    **dict.fromkeys(("unit days expected", "forvantade enhetsdygn"), "expected"),
    **dict.fromkeys(("unit days reported", "rapporterade enhetsdygn"), "reported"),
    **dict.fromkeys(("kommentar", "kommentarer", "anmarkning", "anmarkningar", "note", "notes",
                     "comment", "comments", "kalla", "source"), "ignored"),
}  # fmt: skip
STREAMS: Said = {**ONE_STREAM, **ALL_STREAMS}
_SHORT_NAMES: Said = {
    "disponibla platser": "beds", "vardplatser": "beds", "antal disponibla vardplatser": "beds",
    "platsdygn": "bed_days", "vardplatsdygn": "bed_days", "varddygn": "patient_days",
    "belagda vardplatser": "patients", "patienter": "patients", "antal overbelagda": "over",
    "antal overbelagda patienter": "over", "antal utlokaliserade": "out",
    "antal utlokaliserade patienter": "out", "overbelaggningar per 100": "over_per_100",
    "overbelaggning per 100": "over_per_100",
    "overbelagda per 100 disponibla vardplatser": "over_per_100",
    "overbelagda patienter per 100 disponibla vardplatser": "over_per_100",
    "utlokaliserade per 100 disponibla vardplatser": "out_per_100",
    "utlokaliserade per 100": "out_per_100",
    "utlokaliserade patienter per 100": "out_per_100", "belaggningsgrad": "occupancy_pct",
    "belaggning %": "occupancy_pct", "belaggningsgrad %": "occupancy_pct",
}  # fmt: skip
MEASURES: Said = {
    **{folded(key): key for key in measures.MEASURES},
    **{folded(said): key for key, name in measures.NAMES.items() for said in name},
    **_SHORT_NAMES,
}
# Headings as a person writes them who is told of one.
_TITLES = {"lan": "Län", "lanskod": "Länskod", "manad": "Månad", "ar": "År", "ar-manad": "År-månad",
           "vard": "Vård", "vardomrade": "Vårdområde", "vardtyp": "Vårdtyp", "omrade": "Område",
           "vardform": "Vårdform", "matetal": "Mätetal", "matt": "Mått", "varde": "Värde",
           "kalla": "Källa", "anmarkning": "Anmärkning"}  # fmt: skip
_RINGED = {"vard": "vård", "overbelagg": "överbelägg", "overbel": "överbel", "belagg": "belägg",
           "forvant": "förvänt", "anmarkning": "anmärkning", "manad": "månad",
           "lan": "län"}  # fmt: skip
_RINGS = re.compile(r"vard|overbelagg|overbel|belagg|forvant|anmarkning|manad|\blan(?!d)")
# Columns that part the figures of a region.
DIVIDING = re.compile(
    r"sjukhus|klinik|avdelning|enhet|forvaltning|omrade|division|verksamhet|hospital|clinic|ward|"
    r"unit|department|site|lasarett|kommun|specialitet|specialty|fakturaansvar|avd|inrattning|vardgivare|"
    r"provider|facility|institution|mottagning"
)
# A unit of the figures below: `tusental`, `i tusental`, `1 000-tal`; never `per 1 000`.
THOUSANDS = re.compile(
    r"\b(?:i )?(?:tusental|1 ?000[- ]?tal)\b|\b(?:i|in) (?:tusen|thousands?)\b|"
    r"^(?:tusen|thousands?|1 ?000s)$"
)
_BETWEEN = re.compile(r"\s*[,;:()\n|]\s*")


@frozen
class Heading:
    """What a heading says: the role of its column, or what holds for every value under it.

    `said` has keys among measure, month, care, stream and times (what the figures are to be
    multiplied by); `unknown` are words nobody knows.
    """

    role: Role | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    unknown: str = ""


def is_heading(text: str) -> bool:
    """Whether a heading, lower case and without rings, says what the rows of a table are of."""
    return ROLES.get(text, "ignored") != "ignored"


def heading(cells: list[Cell], also: Mapping[str, str]) -> Heading:
    """The meaning of the headings that stand over one another above a column.

    `also` are a source's own words for measures.
    """
    said: dict[str, str] = {}
    role: Role | None = None
    for cell in _joined(cells):
        whole = folded(cell)
        if whole in ROLES:
            role = ROLES[whole]
            continue
        found = meaning(cell, also)
        if found is None:
            return Heading(unknown=words(cell))
        said |= found
    return Heading(None if said else role, said)


def _joined(cells: list[Cell]) -> list[Cell]:
    """The headings over a column, where a year stands over the name of a month as one of both."""
    years = [one for one in map(months.year_of, cells) if one]
    named = [cell for cell in cells if months.bare(cell)]
    if len(years) != 1 or len(named) != 1:
        return cells
    others = [cell for cell in cells if not months.year_of(cell) and not months.bare(cell)]
    return [*others, f"{years[0]}-{months.bare(named[0]):02d}"]


def is_part_of_month(cell: Cell) -> bool:
    """Whether a heading is a year, or a month without one."""
    return bool(months.year_of(cell) or months.bare(cell))


def meaning(cell: Cell, also: Mapping[str, str]) -> Said | None:
    """What every part of a heading says, or None where a part says nothing known."""
    whole = folded(cell)
    parts = [whole] if _part(whole, also) else [p for p in _BETWEEN.split(whole) if p]
    found: Said = {}
    for part in parts:
        one = _part(part, also)
        if not one:
            return None
        found |= one
    return found


def _part(text: str, also: Mapping[str, str]) -> Said:
    for key, known in (("measure", also), ("measure", MEASURES), ("care", CARES),
                       ("stream", STREAMS)):  # fmt: skip
        if text in known:
            return {key: known[text]}
    if match := THOUSANDS.search(text):
        rest = (text[: match.start()] + text[match.end() :]).strip()
        own = _part(rest, also) if rest else {"times": "1000"}
        return {**own, "times": "1000"} if own else {}
    return {"month": months.month(text)} if months.is_month(text) else {}


def nearest(text: str, also: Mapping[str, str]) -> str:
    """The known heading most like an unknown one, as the templates write it, or empty."""
    shown = {folded(said): said for name in measures.NAMES.values() for said in name}
    every = (*ROLES, *also, *MEASURES)
    known = {**{one: _with_rings(one).capitalize() for one in every}, **_TITLES, **shown}
    near = get_close_matches(folded(text), known, n=1, cutoff=0.7 if len(text) > 3 else 0.9)
    return known[near[0]] if near else ""


def _with_rings(text: str) -> str:
    """A known heading as a person writes it; they are kept without rings and dots."""
    return _RINGS.sub(lambda match: _RINGED[match[0]], text)
