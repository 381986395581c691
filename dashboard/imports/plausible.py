"""Whether a figure is of the same region as before: each is held against what is known of it."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.imports.beside import beside
from dashboard.imports.collected import CARES, MONTHS, STREAMS, Collected, Place
from dashboard.imports.levels import Known, Levels
from dashboard.imports.measures import AVERAGES, COUNTS, KEPT, NAMES, RATES
from dashboard.imports.questions import LEFT_OUT, Question, Reading, no, yes
from dashboard.language import formatting
from dashboard.language.text import Text
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES, name_of

_AVERAGE_OF: Final = {count: average for average, count in AVERAGES.items()}
# By how many times a figure may differ from the expected one: beds and patients move little with
# season and noise, the counts of single patients much. Beyond `far` the span does not matter.
_NEAR: Final = {"bed_days": 1.7, "patient_days": 1.7, "over_days": 4.0, "out_days": 4.0}
_FAR: Final = {"bed_days": 1.7, "patient_days": 1.7, "over_days": 6.5, "out_days": 6.5}
# Of a month that the release has not, the counts of single patients say less.
_NEAR_AHEAD: Final = {**_NEAR, "over_days": 4.5, "out_days": 6.0}
_FAR_AHEAD: Final = {**_FAR, "over_days": 7.0, "out_days": 8.0}
_WIDER: Final = {"bed_days": 1.5, "patient_days": 1.5, "over_days": 2.0, "out_days": 2.0}
_ROUGH: Final = {"bed_days": 3.0, "patient_days": 3.5, "over_days": 40.0, "out_days": 60.0}
# What rounding to one decimal can hide, and of a month that the release has not.
_DECIMALS, _DECIMALS_AHEAD = 0.02, 0.1
# A reading is likely that comes this close.
_CLOSE = 2.2

_LEVEL = Text(
    "{}, {}: {} är {}, men regionen har {} ({}). {}",
    "{}, {}: {} {} in the file, but the region has {} ({}). {}",
)
_USUAL = Text("i utgåvan, samma månad", "in the release, the same month")
_AHEAD = Text("efter de närmaste månaderna i utgåvan", "by the nearest months of the release")
_BY_PEOPLE = Text("ungefär, efter folkmängden", "about, by its population")
_MEANT = Text("Menas {}?", "Is {} meant?")
_IS_IT = Text("Stämmer det?", "Is that right?")
_STANDS = Text("{} stämmer", "{} is right")
_INSTEAD = Text("{} menas", "{} is meant")
_OUT = Text("lämna ut värdet", "leave the figure out")


@frozen
class Written:
    """A figure as its cell has it: its measure there, its value, and what was expected.

    `least` is what rounding, and ahead of the release a single patient, can hide.
    """

    measure: str
    value: float
    expected: float
    least: float = 0.5

    @property
    def distance(self) -> float:
        """The logarithm of the times it differs."""
        return math.log((self.value + self.least) / (self.expected + self.least))


def questions_of_level(
    collected: Collected, known: Known, titles: dict[tuple[str, int], str]
) -> Iterator[Question]:
    """A question for each figure that is not of its region's size."""
    low, high = known.span()
    where = np.argwhere(np.isfinite(collected.values))
    for t, c, s in np.unique(where[:, 2:], axis=0).tolist():
        expected = known.expected(t)
        least = _DECIMALS if known.has(t) else _DECIMALS_AHEAD
        strange = None if known.is_rough else beside(collected, known, (t, c, s)).strange()
        for m, r in np.argwhere(np.isfinite(collected.values[:, :, t, c, s])).tolist():
            place = (m, r, t, c, s)
            own = written(collected, place, expected, least)
            if own is None:
                continue
            level = float(expected[COUNTS.index(RATES.get(KEPT[m], KEPT[m])), r, c, s])
            varies = strange is not None and bool(strange[m, r])
            if varies or _is_strange(own, place, level, known, (low, high)):
                yield _question(collected, place, own, known, titles)


def written(
    collected: Collected, place: Place, expected: Levels, least: float = _DECIMALS
) -> Written | None:
    """The figure of a place in the unit of its column, or None where nothing is known of it."""
    m, r, t, c, s = place
    name, days = KEPT[m], days_in(MONTHS[t])
    value = float(collected.raw[place])
    column = collected.raw[m, :, t, c, s]
    column = column[np.isfinite(column)]
    least = 0.5 if (column == np.round(column)).all() else least
    if name in RATES:
        count = COUNTS.index(RATES[name])
        beds = float(expected[0, r, c, s])
        level = 100 * float(expected[count, r, c, s]) / beds if beds > 0 else math.nan
        return Written(name, value, level, least) if math.isfinite(level) else None
    level = float(expected[COUNTS.index(name), r, c, s])
    if not math.isfinite(level):
        return None
    if collected.averaged[place]:
        return Written(_AVERAGE_OF[name], value, level, least)
    return Written(name, value, level * days, least)


def _is_strange(
    own: Written, place: Place, level: float, known: Known, span: tuple[Levels, Levels]
) -> bool:
    m, r, t, c, s = place
    count = RATES.get(KEPT[m], KEPT[m])
    away = abs(own.distance)
    if known.is_rough:
        return away > math.log(_ROUGH[count])
    near, far = (_NEAR, _FAR) if known.has(t) else (_NEAR_AHEAD, _FAR_AHEAD)
    if away <= math.log(near[count]):
        return False
    if away > math.log(far[count]):
        return True
    i = COUNTS.index(count)
    low, high = float(span[0][i, r, c, s]), float(span[1][i, r, c, s])
    day = math.exp(own.distance) * level
    return not low / _WIDER[count] <= day <= high * _WIDER[count]


def _question(
    collected: Collected, place: Place, own: Written, known: Known,
    titles: dict[tuple[str, int], str],
) -> Question:  # fmt: skip
    _, r, t, *_ = place
    likely = likeliest(own, days_in(MONTHS[t]))
    shown, level = number_words(own.value), number_words(own.expected, rounded=True)
    ask = _MEANT.format(number_words(likely)) if likely is not None else _IS_IT
    basis = _BY_PEOPLE if known.is_rough else _USUAL if known.has(t) else _AHEAD
    name = lower(NAMES[own.measure])
    message = _LEVEL.format(name_of(CODES[r]), MONTHS[t], name, shown, level, basis, ask)
    readings = [yes(_STANDS.format(shown), own.value)]
    if likely is not None:
        words = _INSTEAD.format(number_words(likely))
        readings.append(Reading(f"{likely:.10g}", words, likely))
    sheet, column = collected.sheets.get(place, ""), int(collected.columns[place])
    return Question(
        key=key_of("level", place), rule="level", sheet=sheet, row=int(collected.rows[place]),
        column=titles.get((sheet, column), ""), value=f"{own.value:.10g}", message=message,
        readings=(*readings, no(_OUT)), places=(place,),
    )  # fmt: skip


def likeliest(own: Written, days: int) -> float | None:
    """The figure that a slip of 10, 100, 1 000 or the days of the month would have come from."""
    factors = (10, 100, 1000, 1 / 10, 1 / 100, 1 / 1000, days, 1 / days)
    near = [(abs(replace(own, value=own.value * f).distance), f) for f in factors]
    away, factor = min(near)
    if away > math.log(_CLOSE) or own.value <= 0:
        return None
    meant = own.value * factor
    return round(meant, 2) if meant >= 10 else float(f"{meant:.7g}")


def key_of(rule: str, place: Place) -> str:
    """A name of a question that is the same whenever the file is read."""
    m, r, t, c, s = place
    return ".".join((rule, CODES[r], MONTHS[t], CARES[c], STREAMS[s], KEPT[m]))


def number_words(value: float, *, rounded: bool = False) -> Text:
    """A number as both languages write it, with no more digits than it needs."""
    decimals = (0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2) if rounded else None
    if decimals is None:
        text = f"{value:.10f}".rstrip("0").rstrip(".")
        decimals = len(text.partition(".")[2])
    return Text(formatting.number(value, decimals, "sv"), formatting.number(value, decimals, "en"))


def lower(text: Text) -> Text:
    """A name within a sentence."""
    return Text(*(one[:1].lower() + one[1:] for one in text))


__all__ = ["LEFT_OUT", "questions_of_level"]
