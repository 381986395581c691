"""Whether the figures of a region and month agree with one another (docs/methods.md 1.1)."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dashboard.imports.collected import CARES, MONTHS, STREAMS, Collected
from dashboard.imports.measures import KEPT, MOST, NAMES
from dashboard.language.text import Text
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES, name_of
from dashboard.spreadsheets.faults import Fault

# What is rounded to whole patients a day may differ by half a patient a day, and as much again.
TOLERANCE = 0.005

_MORE_THAN = Text(
    "{}, {}: {} är fler än {}. Kontrollera båda.",
    "{}, {}: {} are more than {}. Check both.",
)
_CARES = {
    "somatic": Text("{}, somatisk vård", "{}, somatic care"),
    "psychiatric": Text("{}, psykiatrisk vård", "{}, psychiatric care"),
}
_STREAMS = Text(
    "{}, {}: akut och planerad vård är tillsammans {}, men all vård {} ({}). Rätta den som är fel.",
    "{}, {}: acute and planned care are {} together, but all care {} ({}). Correct the wrong one.",
)
_BEYOND = Text(
    "{}, {}: {} inskrivna patienter i {} vårdplatser är mer än 300 procent. Kontrollera båda.",
    "{}, {}: {} admitted patients in {} beds are more than 300 per cent. Check both.",
)
Mask = NDArray[np.bool_]


def disagreements(collected: Collected) -> Iterator[tuple[Fault, tuple[int, ...]]]:
    """A fault for each disagreement, with the place in `collected.values` of its figure."""
    for part in ("over_days", "out_days"):
        more = collected.measure(part) > collected.measure("patient_days")
        for place in np.argwhere(more).tolist():
            at = (KEPT.index(part), *place)
            yield _fault(collected, at, "part_of_whole", _said_more(at, part, "patient_days")), at
    yield from _streams(collected)


def beyond(collected: Collected) -> Iterator[tuple[Fault, tuple[int, ...]]]:
    """A fault for patients that no number of beds could hold, computed as the rate would be."""
    beds, patients = collected.measure("bed_days"), collected.measure("patient_days")
    m = KEPT.index("patient_days")
    with np.errstate(all="ignore"):
        full = 100 * patients > MOST["occupancy_pct"] * beds
    for place in np.argwhere(full).tolist():
        r, t = place[0], place[1]
        days = days_in(MONTHS[t])
        said = f"{patients[tuple(place)] / days:.6g}", f"{beds[tuple(place)] / days:.6g}"
        message = _BEYOND.format(name_of(CODES[r]), MONTHS[t], *said)
        yield _fault(collected, (m, *place), "too_full", message), (m, *place)


def _streams(collected: Collected) -> Iterator[tuple[Fault, tuple[int, ...]]]:
    for m, measure in enumerate(KEPT):
        if not measure.endswith("_days"):
            continue
        whole, acute, planned = (collected.values[m, ..., STREAMS.index(s)] for s in STREAMS)
        parts = acute + planned
        off = np.abs(parts - whole) > TOLERANCE * np.maximum(whole, 31)
        for r, t, c in np.argwhere(off).tolist():
            at = (m, r, t, c, 0)
            numbers = (f"{parts[r, t, c]:.10g}", f"{whole[r, t, c]:.10g}")
            message = _STREAMS.format(name_of(CODES[r]), MONTHS[t], *numbers, NAMES[measure])
            yield _fault(collected, at, "streams_add_up", message), at


def _said_more(at: tuple[int, ...], part: str, whole: str) -> Text:
    where = name_of(CODES[at[1]]), _CARES[CARES[at[3]]].format(MONTHS[at[2]])
    return _MORE_THAN.format(*where, _lower(NAMES[part]), _lower(NAMES[whole]))


def _lower(text: Text) -> Text:
    return Text(*(one[:1].lower() + one[1:] for one in text))


def _fault(collected: Collected, at: tuple[int, ...], rule: str, message: Text) -> Fault:
    m, r, t, c, s = at
    place = (m, r, t, c, s)
    value = f"{collected.raw[place]:.10g}"
    sheet = collected.sheets.get(place, "")
    column = int(collected.columns[place])
    return Fault(sheet, int(collected.rows[place]), "", value, rule, message, column)
