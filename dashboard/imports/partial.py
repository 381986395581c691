"""Sums of unit-days that lack days: what is reported is less than the region has."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from dashboard.imports.collected import CARES, MONTHS, STREAMS, Collected, Place
from dashboard.imports.questions import Question, Reading, no
from dashboard.language.text import Text
from dashboard.reference.regions import CODES, name_of

_LACKS = Text(
    "{}, {}: {} av {} enhetsdygn är rapporterade, så summorna är för låga. Ska de räknas upp till "
    "hela månaden?",
    "{}, {}: {} of {} unit-days are reported, so the sums are too low. Are they to be scaled up to "
    "the whole month?",
)
_SCALED = Text("räkna upp efter rapporterade dygn", "scale up by the days reported")
_AS_THEY_ARE = Text("behåll summorna som de är", "keep the sums as they are")
_OUT = Text("lämna ut månaden", "leave the month out")
_Key = tuple[int, int, int, float, float]
_ALL = STREAMS.index("all")
Counted = list[tuple[str, str, str, int, int]]


@dataclass(slots=True)
class Partial:
    """The figures of rows that say how many of their unit-days are reported.

    `places` are those that lack some; `days` has expected and reported by region, month, care and
    stream of every row that tells.
    """

    places: defaultdict[_Key, list[Place]] = field(default_factory=lambda: defaultdict(list))
    days: dict[tuple[int, int, int, int], tuple[float, float]] = field(default_factory=dict)

    def add(self, said: Mapping[str, str], place: Place) -> None:
        """Remember how many days are in a figure, and that it lacks some."""
        expected, reported = (float(said.get(part, "0")) for part in ("expected", "reported"))
        _, r, t, c, s = place
        if expected > 0:
            self.days[r, t, c, s] = expected, min(reported, expected)
        if 0 < reported < expected:
            self.places[r, t, c, expected, reported].append(place)

    def counted(self, collected: Collected) -> Counted:
        """Region, month, care, unit-days expected and reported of what is kept of a file.

        Those of all care, else of acute and planned care together.
        """
        kept = np.asarray(np.isfinite(collected.values).any(axis=0))
        told: Counted = []
        for r, t, c in sorted({place[:3] for place in self.days if kept[place]}):
            streams = [_ALL] if (r, t, c, _ALL) in self.days else range(1, len(STREAMS))
            each = [self.days[r, t, c, s] for s in streams if (r, t, c, s) in self.days]
            expected, reported = (round(sum(part)) for part in zip(*each, strict=True))
            told.append((CODES[r], MONTHS[t], CARES[c], expected, reported))
        return told

    def questions(self, collected: Collected) -> Iterator[Question]:
        """One question for each region, month and care with another count of days."""
        for (r, t, c, expected, reported), places in self.places.items():
            there = tuple(place for place in places if np.isfinite(collected.values[place]))
            if not there:
                continue
            said = name_of(CODES[r]), MONTHS[t], f"{reported:.0f}", f"{expected:.0f}"
            streams = "-".join(sorted({str(place[4]) for place in there}))
            key = f"partial.{CODES[r]}.{MONTHS[t]}.{CARES[c]}.{streams}"
            first = there[0]
            yield Question(
                key, "partial", collected.sheets.get(first, ""), int(collected.rows[first]), "",
                f"{reported:.0f}", _LACKS.format(*said),
                (Reading("scaled", _SCALED, factor=expected / reported),
                 Reading("as_reported", _AS_THEY_ARE, factor=1.0), no(_OUT)),
                there,
            )  # fmt: skip
