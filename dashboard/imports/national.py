"""The rows of the whole country, kept as a check on the regions and never as a region."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from dashboard.frozen import frozen
from dashboard.imports.collected import CARES, MONTHS, STREAMS, Collected
from dashboard.imports.levels import Known
from dashboard.imports.measures import AVERAGES, COUNTS, KEPT, NAMES, RATES
from dashboard.imports.plausible import number_words
from dashboard.imports.questions import Question, no, yes
from dashboard.language.text import Text
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES

# Published with one decimal, a rate may be off by half of it; a sum by what was rounded.
RATE_TOLERANCE, SUM_TOLERANCE = 0.1, 0.005

_AVERAGE_OF = {count: average for average, count in AVERAGES.items()}
_OFF = Text(
    "Rikets rad stämmer inte i {}: {} är {} enligt filen, men regionerna ger {}. Vilket är fel?",
    "The row of the country does not agree in {}: {} is {} in the file, but the regions come to "
    "{}. Which is wrong?",
)
_REGIONS_HOLD = Text("regionernas rader gäller", "the rows of the regions hold")
_CORRECT = Text("filen rättas och lämnas på nytt", "the file is corrected and sent anew")

_SIZE = Text(
    "Rikets rad i {}: {} är {} enligt filen, men riket har {} i utgåvan. Vilket är fel?",
    "The row of the country in {}: {} is {} in the file, but the country has {} in the release. "
    "Which is wrong?",
)
# The country moves less than a region: by how many times a figure may differ from the known one.
_STEADY = ("bed_days", "patient_days")
_TIMES, _TIMES_OF_PATIENTS = 1.5, 3.0

Key = tuple[str, str, str, str]


@frozen
class Check:
    """What a file says of the country beside what its regions come to.

    `computed` and `agrees` are None where the regions' figures do not suffice.
    """

    month: str
    care: str
    stream: str
    measure: str
    stated: float
    computed: float | None
    regions: int
    agrees: bool | None
    where: tuple[str, int, str] = ("", 0, "")


@dataclass(slots=True)
class Country:
    """What a file says of the country, by month, care, stream and measure."""

    stated: dict[Key, float] = field(default_factory=dict)
    where: dict[Key, tuple[str, int, str]] = field(default_factory=dict)

    def add(
        self, said: dict[str, str], value: float, where: tuple[str, int, str] = ("", 0, "")
    ) -> None:
        """Keep a figure of the country with its sheet, row and heading; the last one counts."""
        measure = said["measure"]
        if measure in AVERAGES:
            measure, value = AVERAGES[measure], value * days_in(said["month"])
        key = said["month"], said["care"], said["stream"], measure
        self.stated[key], self.where[key] = value, where

    def checks(self, collected: Collected) -> Iterator[Check]:
        """Each figure of the country beside the sum, or the ratio of sums, of the regions."""
        for (month, care, stream, measure), stated in sorted(self.stated.items()):
            computed, regions = _computed(collected, (month, care, stream, measure))
            agrees = None
            if computed is not None and regions == len(CODES):
                most = RATE_TOLERANCE if measure in RATES else SUM_TOLERANCE * abs(stated)
                agrees = bool(abs(computed - stated) <= most)
            elif computed is not None and measure not in RATES:
                # Some regions alone never have more than the country.
                agrees = None if computed <= stated * (1 + SUM_TOLERANCE) else False
            where = self.where[month, care, stream, measure]
            yield Check(month, care, stream, measure, stated, computed, regions, agrees, where)


def questions_of_country(checks: Iterable[Check], known: Known | None) -> Iterator[Question]:
    """A question for each figure of the country that its regions do not come to.

    Where too few regions are in the file to say, it is held against the country as it is known.
    """
    for one in checks:
        if one.agrees is None and known is not None and not known.is_rough:
            yield from _of_another_size(one, known)
        if one.agrees is not False or one.computed is None:
            continue
        key = f"country.{one.month}.{one.care}.{one.stream}.{one.measure}"
        per_day = one.measure not in RATES
        days = days_in(one.month) if per_day else 1
        shown = [_shown(value / days) for value in (one.stated, one.computed)]
        name = NAMES[_AVERAGE_OF[one.measure] if per_day else one.measure]
        message = _OFF.format(one.month, name, *shown)
        sheet, row, title = one.where
        yield Question(key, "country", sheet, row, title, f"{one.stated / days:.6g}", message,
                       (yes(_REGIONS_HOLD), no(_CORRECT)), stops=True)  # fmt: skip


def _of_another_size(check: Check, known: Known) -> Iterator[Question]:
    """A question where a figure of the country is not of the size that the release has.

    A total that the file's own regions come to is theirs alone.
    """
    if (
        check.computed is not None
        and abs(check.computed - check.stated) <= SUM_TOLERANCE * check.stated
    ):
        return
    where = (slice(None), CARES.index(check.care), STREAMS.index(check.stream))
    expected = known.expected(MONTHS.index(check.month))
    is_rate = check.measure in RATES
    own = expected[COUNTS.index(RATES.get(check.measure, check.measure))][where]
    beds = expected[COUNTS.index("bed_days")][where]
    if not np.isfinite(own).all() or not beds.sum() or not own.sum():
        return
    level = 100 * own.sum() / beds.sum() if is_rate else own.sum()
    shown = check.stated if is_rate else check.stated / days_in(check.month)
    times = _TIMES if RATES.get(check.measure, check.measure) in _STEADY else _TIMES_OF_PATIENTS
    if level / times <= shown <= level * times:
        return
    name = NAMES[check.measure if is_rate else _AVERAGE_OF[check.measure]]
    key = f"country.{check.month}.{check.care}.{check.stream}.{check.measure}"
    message = _SIZE.format(check.month, name, _shown(shown), _shown(float(f"{level:.3g}")))
    sheet, row, title = check.where
    yield Question(key, "country", sheet, row, title, f"{shown:.6g}", message,
                   (yes(_REGIONS_HOLD), no(_CORRECT)), stops=True)  # fmt: skip


def _shown(value: float) -> Text:
    return number_words(float(f"{value:.6g}"))


def _computed(collected: Collected, key: Key) -> tuple[float | None, int]:
    month, care, stream, measure = key
    where = (slice(None), MONTHS.index(month), CARES.index(care), STREAMS.index(stream))
    own = collected.values[KEPT.index(measure)][where]
    if measure not in RATES:
        known = np.isfinite(own)
        return (float(own[known].sum()) if known.any() else None), int(known.sum())
    beds = collected.measure("bed_days")[where]
    counts = collected.measure(RATES[measure])[where]
    counts = np.where(np.isfinite(counts), counts, own * beds / 100)
    known = np.isfinite(counts) & np.isfinite(beds)
    if not known.any() or not beds[known].sum():
        return None, int(np.isfinite(own).sum())
    return float(100 * counts[known].sum() / beds[known].sum()), int(known.sum())
