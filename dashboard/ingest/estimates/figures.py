"""Published figures of one series as means over runs of months of a region or of the country."""

from collections.abc import Iterable
from typing import Final, Literal

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import Published
from dashboard.ingest import csv_tables
from dashboard.ingest.panel import MONTHS, Array
from dashboard.reference import periods
from dashboard.reference.regions import CODES, SWEDEN

Kind = Literal["year", "month", "part"]
# How far from its expected rate the rest of a year may lie for a part of it to agree with it.
FURTHEST: Final = 1.5


@frozen
class Figure:
    """A published rate per 100 beds over the months `first` to `last`, both included.

    `region` is a code or Sweden's; months are columns of the panel; `source` is a source id.
    """

    kind: Kind
    region: str
    first: int
    last: int
    rate: float
    source: str

    @property
    def rows(self) -> tuple[int, ...]:
        """The regions it covers, as rows of the panel."""
        return tuple(range(len(CODES))) if self.region == SWEDEN else (CODES.index(self.region),)

    @property
    def columns(self) -> slice:
        """The months it covers, as columns of the panel."""
        return slice(self.first, self.last + 1)

    def mean(self, rates: Array, beds: Array) -> float:
        """The bed-weighted mean of monthly `rates` (regions x months) over what it covers."""
        rows = list(self.rows)
        weight = beds[rows, self.columns]
        return float((weight * rates[rows, self.columns]).sum() / weight.sum())


def published_figures(series: Published) -> tuple[Figure, ...]:
    """Every year of a region, and every month and part of a year, in the order of the table.

    Years are those of the series' own source; the years of the country are left out, since the
    regions' beds decide them (docs/methods.md 9.6 point 2).
    """
    found: dict[tuple[str, int, int], Figure] = {}
    for row in csv_tables.rows("published_figures"):
        if (row["indicator"], row["care_area"]) != (series.series, series.care):
            continue
        figure = _figure(row, series.source)
        if figure is not None:
            found.setdefault((figure.region, figure.first, figure.last), figure)
    return tuple(found.values())


def _figure(row: dict[str, str], yearly: str) -> Figure | None:
    start, end = row["period_start"], row["period_end"]
    if row["hospital"] or not row["value"] or row["region_code"] not in (SWEDEN, *CODES):
        return None
    if start[:7] not in MONTHS or end[:7] not in MONTHS or not _whole_months(start, end):
        return None
    first, last = MONTHS.index(start[:7]), MONTHS.index(end[:7])
    kind = _kind(first, last)
    if first // 12 != last // 12:
        return None
    # Another source's figure of a whole year, or one of the whole country, fixes nothing here.
    if kind == "year" and (row["source_id"] != yearly or row["region_code"] == SWEDEN):
        return None
    return Figure(kind, row["region_code"], first, last, float(row["value"]), row["source_id"])


def _kind(first: int, last: int) -> Kind:
    if first == last:
        return "month"
    return "year" if first % 12 == 0 and last - first == 11 else "part"


def _whole_months(start: str, end: str) -> bool:
    return start[8:] == "01" and end[8:] == f"{periods.days_in(end[:7]):02d}"


def agreeing(
    figures: Iterable[Figure], expected: Array, beds: Array, rounding: float
) -> tuple[Figure, ...]:
    """The figures without the parts of years that the published year contradicts.

    `expected` are rates by season whose years are as published. A part agrees when the rest of
    its year, allowing for the rounding of both, is within a factor of `FURTHEST` of what the
    season gives. In 2018 Stockholm's and Skåne's three quarters were exchanged by their source.
    """
    every = tuple(figures)
    months = {(one.region, one.first) for one in every if one.kind == "month"}
    return tuple(
        one
        for one in every
        if one.kind != "part" or (_adds(one, months) and _agrees(one, expected, beds, rounding))
    )


def _adds(part: Figure, months: set[tuple[str, int]]) -> bool:
    # Where every month of a part is published, the part says nothing more.
    return any((part.region, month) not in months for month in range(part.first, part.last + 1))


def _agrees(part: Figure, expected: Array, beds: Array, rounding: float) -> bool:
    rows, year = list(part.rows), part.first // 12
    weight = beds[rows, 12 * year : 12 * year + 12]
    inside = np.zeros(12, dtype=bool)
    inside[part.first - 12 * year : part.last - 12 * year + 1] = True
    days = expected[rows, 12 * year : 12 * year + 12] * weight
    rest_weight, rest_days = weight[:, ~inside].sum(), days[:, ~inside].sum()
    rest = (days.sum() - part.rate * weight[:, inside].sum()) / rest_weight
    slack = rounding * (weight.sum() + weight[:, inside].sum()) / rest_weight
    wanted = rest_days / rest_weight
    return bool(wanted / FURTHEST - slack <= rest <= wanted * FURTHEST + slack)
