"""A ratio's change taken apart: what the patients did, and what the beds did."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    OUTPLACEMENT,
    OVERCROWDING,
    PSYCHIATRIC_OVERCROWDING,
    Care,
    Indicator,
)
from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import Finding
from dashboard.reference.periods import grain_of, same_period_last_year
from dashboard.reference.regions import ALL_CODES, CODES, name_of
from dashboard.releases.dataset import MEASURES, Dataset
from dashboard.statistics.arrays import Array
from dashboard.values import ratios, values
from dashboard.values.may_be_said import Statement, basis, may_be_said
from dashboard.values.trends import of_indicator
from dashboard.view.view import View

LEAST_RATIO = math.log(1.1)
LEAST_BEDS = 0.15
_MOST_PATIENTS = 1 / 3
_ROUNDED = 0.05
_YEAR = 12

_DENOMINATOR = Text(
    "{}: {} gick från {} ({}) till {} ({}). Patienterna ändrades {} procent, platserna {} procent. "
    "Är det platserna som räknas annorlunda?",
    "{}: {} went from {} ({}) to {} ({}). The patients changed by {} per cent, the beds by {} per "
    "cent. Are the beds counted differently?",
)
_ALONE = Text(
    "{}: antalet disponibla vårdplatser ändrades {} procent från {} till {}, patienterna {} "
    "procent. Öppnades eller stängdes platser, eller räknas de annorlunda?",
    "{}: the number of available beds changed by {} per cent from {} to {}, the patients by {} per "
    "cent. Were beds opened or closed, or are they counted differently?",
)


@frozen
class Split:
    """A region's ratio now and the same period last year, and the changes in per cent.

    `ratio` is that of the ratio, `above` of its numerator and `below` of its denominator:
    (1 + ratio) = (1 + above) / (1 + below). None where a part is missing or was zero.
    """

    region: str
    before: float | None
    now: float | None
    ratio: float | None
    above: float | None
    below: float | None

    @property
    def moved(self) -> float:
        """How far the ratio moved on the log scale, whichever way; 0 where that is not known."""
        known = self.ratio is not None and self.ratio > -100
        return abs(math.log1p((self.ratio or 0.0) / 100)) if known else 0.0

    @property
    def by_denominator(self) -> bool:
        """Whether more than half of the change, on the log scale, is the denominator's."""
        return self.certainly_by_denominator(0.0, 0.0)

    def certainly_by_denominator(self, ratio_slack: float, below_slack: float) -> bool:
        """The same however the change of the ratio and of the denominator were rounded.

        The slacks say how far, on the log scale, rounding may have moved each.
        """
        if self.ratio is None or self.above is None or self.below is None:
            return False
        if min(self.ratio, self.above, self.below) <= -100:
            return False
        whole, down = math.log1p(self.ratio / 100), -math.log1p(self.below / 100)
        least, most = abs(down) - below_slack, abs(whole) + ratio_slack
        return whole * down > 0 and least > most / 2


def split_view(view: View) -> View:
    """The view with an indicator per bed: overcrowding where its own is none."""
    if view.of.ratio is None or view.of.ratio.denominator != "bed_days":
        return of_indicator(view, OVERCROWDING.key)
    return view


def splits(dataset: Dataset, view: View) -> tuple[Split, ...]:
    """The change of the view's ratio since the same period last year, Sweden and the regions.

    Empty where numerator and denominator are not both known: published rates come alone.
    """
    periods = values.periods_of(dataset, view)
    before = same_period_last_year(view.period)
    if view.data == "published" or view.period not in periods or before not in periods:
        return ()
    grain = grain_of(view.period)
    parts = ratios.parts_of(dataset, view.of, view.care, view.stream, grain)
    then, now = periods.index(before), periods.index(view.period)
    return tuple(
        Split(
            code,
            _known(parts.values[row, then]),
            _known(parts.values[row, now]),
            _change(parts.values[row, then], parts.values[row, now]),
            _change(parts.numerator[row, then], parts.numerator[row, now]),
            _change(parts.denominator[row, then], parts.denominator[row, now]),
        )
        for row, code in enumerate(ALL_CODES)
    )


def splits_told(dataset: Dataset, view: View) -> tuple[Split, ...]:
    """The same as it may be told: a change of estimates in per cent, without a range, is not."""
    return tuple(
        one
        if may_be_said(Statement.SIGNAL, dataset, view, one.region).outright
        else replace(one, ratio=None, above=None, below=None)
        for one in splits(dataset, view)
    )


def _known(number: float) -> float | None:
    return None if number != number else float(number)


def _change(before: float, now: float) -> float | None:
    return float(100 * (now / before - 1)) if before > 0 and now == now else None


def by_denominator(dataset: Dataset) -> Iterator[Finding]:
    """Years in which a ratio moved by a tenth or more, mostly because the beds did."""
    judged: tuple[tuple[Indicator, Care], ...] = (
        (OVERCROWDING, "somatic"), (OUTPLACEMENT, "somatic"), (PSYCHIATRIC_OVERCROWDING,
                                                               "psychiatric"),
    )  # fmt: skip
    for indicator, care in judged:
        for year in dataset.year_labels[1:]:
            view = View(indicator.key, year, care=care)
            for split in splits(dataset, view)[1:]:
                slack = _slack(dataset, view, split)
                if split.certainly_by_denominator(*slack) and split.moved >= LEAST_RATIO:
                    yield _by_denominator(view, split)


def _slack(dataset: Dataset, view: View, split: Split) -> tuple[float, float]:
    """How far the rounding of published years may have moved the ratio and the beds (log scale).

    Nothing where the year is reported by month: there counts are known.
    """
    if basis(dataset, view, split.region) != "estimated" or dataset.ranges is None:
        return 0.0, 0.0
    years, row = (same_period_last_year(view.period), view.period), ALL_CODES.index(split.region)
    beds = dataset.years.get((BEDS_PER_1000.published[0].series, "all"))
    columns = [dataset.year_labels.index(year) for year in years]
    known = beds[row, columns].tolist() if beds is not None else [math.nan, math.nan]
    return _rounding([split.before or 0.0, split.now or 0.0]), _rounding(known)


def _rounding(pair: Sequence[float]) -> float:
    """The most that rounding to a tenth moves the logarithm of the quotient of two values."""
    if not all(value > _ROUNDED for value in pair):
        return math.inf
    return sum(-math.log1p(-_ROUNDED / value) for value in pair)


def _by_denominator(view: View, split: Split) -> Finding:
    before, now = split.before or 0.0, split.now or 0.0
    years = (same_period_last_year(view.period), view.period)
    words = (
        name_of(split.region), phrases.measure(view.of, view.care), phrases.value(before, view.of),
        years[0], phrases.value(now, view.of), years[1], phrases.percent(split.above or 0.0),
        phrases.percent(split.below or 0.0),
    )  # fmt: skip
    return Finding(
        "denominator", view.indicator, view.care, "estimated", (split.region,), years[1:],
        tuple(zip(years, (before, now), strict=True)), _DENOMINATOR.format(*words),
    )  # fmt: skip


def beds_alone(dataset: Dataset) -> Iterator[Finding]:
    """Months whose beds stepped from the same month last year without the patients."""
    beds, patients = (_somatic(dataset, name) for name in ("bed_days", "patient_days"))
    if beds.shape[1] <= _YEAR:
        return
    with np.errstate(divide="ignore", invalid="ignore"):
        more_beds, more_patients = (
            measure[:, _YEAR:] / measure[:, :-_YEAR] - 1 for measure in (beds, patients)
        )
    alone = np.abs(more_beds) >= LEAST_BEDS
    alone &= np.abs(more_patients) <= _MOST_PATIENTS * np.abs(more_beds)
    for row, column in np.argwhere(alone).tolist():
        pair = (float(100 * more_beds[row, column]), float(100 * more_patients[row, column]))
        yield _alone(dataset, CODES[row], column, pair)


def _somatic(dataset: Dataset, name: str) -> Array:
    return np.asarray(dataset.cube[MEASURES.index(name), ..., 0, 0])


def _alone(dataset: Dataset, code: str, column: int, changes: tuple[float, float]) -> Finding:
    months = (dataset.months[column], dataset.months[column + _YEAR])
    view = View(AVAILABLE_BEDS.key, months[1])
    shown = [values.numbers(dataset, replace(view, period=month))[ALL_CODES.index(code)]
             for month in months]  # fmt: skip
    percents = [phrases.percent(change) for change in changes]
    words = (name_of(code), percents[0], *map(phrases.when, months[:2]), percents[1])
    return Finding(
        "beds_alone", view.indicator, "somatic", "estimated", (code,), months[1:],
        tuple((month, one) for month, one in zip(months, shown, strict=True) if one is not None),
        _ALONE.format(*words),
    )  # fmt: skip
