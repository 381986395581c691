"""Years whose published national figure lies outside the range of the twelve estimated months."""

from dataclasses import dataclass
from typing import Final

from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View

_BENCHMARKED: Final = (OVERCROWDING, OUTPLACEMENT)
_SAID = Text(
    "Publicerat för {} är {}, utanför spannet för de tolv skattade månaderna, {}–{}.",
    "Published for {} is {}, outside the range of the twelve estimated months, {}–{}.",
)


@dataclass(frozen=True, slots=True)
class YearApart:
    """A published year of Sweden (per 100 beds) and the 80 % range that does not hold it."""

    indicator: Indicator
    year: str
    published: float
    low: float
    high: float

    def said(self, lang: Lang) -> str:
        """What was published and what is estimated, with two decimals, as one sentence."""
        ends = (number(end, 2, lang) for end in (self.low, self.high))
        published = number(self.published, self.indicator.decimals, lang)
        return _SAID.in_(lang).format(self.year, published, *ends)


def years_apart(dataset: Dataset) -> tuple[YearApart, ...]:
    """Every such year of somatic overcrowding and outplacement (docs/methods.md 9.6 point 6)."""
    return tuple(
        found
        for indicator in _BENCHMARKED
        for year in dataset.year_labels
        if (found := _apart(dataset, indicator, year)) is not None
    )


def year_apart(dataset: Dataset, view: View) -> YearApart | None:
    """That of the year which a national figure of estimated months lies in; None otherwise."""
    shown = (view.region, view.care, view.stream) == (SWEDEN, "somatic", "all")
    if not shown or view.data != "estimated" or view.of not in _BENCHMARKED:
        return None
    return _apart(dataset, view.of, view.period[:4])


def _apart(dataset: Dataset, indicator: Indicator, year: str) -> YearApart | None:
    series, december = indicator.published[0], f"{year}-12"
    table = dataset.years.get((series.series, series.care))
    if dataset.ranges is None or table is None or december not in dataset.months:
        return None
    ends = dataset.ranges.of((indicator.key, "somatic", "all"), "rolling_year")
    if ends is None or year not in dataset.year_labels:
        return None
    published = float(table[0, dataset.year_labels.index(year)])
    low, high = (float(end[0, dataset.months.index(december)]) for end in ends)
    # A published figure stands for all that rounds to it.
    half = 0.5 * 10.0**-indicator.decimals
    outside = published + half < low or published - half > high
    return YearApart(indicator, year, published, low, high) if outside else None
