"""Values of indicators: sums first, division last, and a reason where there is none."""

from dataclasses import replace
from functools import lru_cache
from typing import Literal

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import Care, Data, Indicator, Stream
from dashboard.language.text import Text
from dashboard.reference.periods import Grain, grain_of, months_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.values import absence, imported, provenance
from dashboard.values.estimate_ranges import Anchor, anchor_of, range_of
from dashboard.values.parts import Parts
from dashboard.values.ratios import monthly_parts as monthly_parts
from dashboard.values.ratios import parts_of
from dashboard.values.unit_days import share_of
from dashboard.view.view import View

Status = Literal["published", "estimated", "reported", "example", "missing"]


@frozen
class Value:
    """One figure with all it rests on; `value` is None exactly when `reason` says why.

    `coverage` is the share (0-1) of Sweden's beds behind it, of a region the share of its
    unit-days that were reported (docs/methods.md 1.5), None where that is not known;
    `reporting` how many regions are behind it. Of an estimate, `low` and `high` are its 80 % range
    in the unit of the value, and `anchor` says how firmly it is held; else they are None.
    """

    region: str
    value: float | None
    numerator: float | None
    denominator: float | None
    status: Status
    coverage: float | None
    reporting: int
    source: str
    reason: Text | None = None
    low: float | None = None
    high: float | None = None
    anchor: Anchor | None = None


def at(dataset: Dataset, view: View) -> tuple[Value, ...]:
    """The view's indicator in its period, for Sweden and the 21 regions in that order."""
    return _at(with_needs(dataset, view), _anywhere(view))


def numbers(dataset: Dataset, view: View, period: str = "") -> tuple[float | None, ...]:
    """The values of `at` alone: Sweden and the 21 regions, None where there is no value.

    `period` is another month, or year, than that of the view.
    """
    return _numbers(with_needs(dataset, view), _anywhere(view), period or view.period)


def with_needs(dataset: Dataset, view: View) -> Dataset:
    """The dataset by which the view's values are computed.

    Where the indicator is a distance and the view's version of the targets has official needs of
    regions, it measures to them instead of to an estimate (docs/methods.md 1.6).
    """
    return _with_needs(dataset, view.targets) if view.of.derived else dataset


@lru_cache(maxsize=8)
def _with_needs(dataset: Dataset, version: str) -> Dataset:
    table = dataset.targets.get(version)
    return replace(dataset, needs=table) if table and table.needs else dataset


def _anywhere(view: View) -> View:
    # Neither the region nor the time span looked at changes the values of a period, so one
    # memo serves them all.
    return View(view.indicator, view.period, care=view.care, stream=view.stream, data=view.data)


@lru_cache(maxsize=512)
def _at(dataset: Dataset, view: View) -> tuple[Value, ...]:
    parts = _parts(dataset, view) if view.data != "published" else None
    periods = periods_of(dataset, view)
    column = periods.index(view.period) if view.period in periods else 0
    return tuple(
        _value(dataset, view, row, value, parts, column)
        for row, value in enumerate(_numbers(dataset, view, view.period))
    )


@lru_cache(maxsize=2048)
def _numbers(dataset: Dataset, view: View, period: str) -> tuple[float | None, ...]:
    periods = periods_of(dataset, view)
    if period not in periods:
        return (None,) * len(ALL_CODES)
    column = series(dataset, view)[:, periods.index(period)]
    return tuple(None if v != v else v for v in column.tolist())


def series(dataset: Dataset, view: View) -> Array:
    """The view's indicator as region (22, Sweden first) x month or year of the release."""
    grain = grain_of(view.period)
    dataset = with_needs(dataset, view)
    if view.data != "published":
        return _modelled(dataset, view.of, view.care, view.stream, grain)
    return published(dataset, view.of, view.care, view.stream, grain)


def lines(dataset: Dataset, view: View, decimals: int) -> tuple[tuple[float | None, ...], ...]:
    """The rows of `series` for drawing: rounded, None where there is no value."""
    grain = grain_of(view.period)
    dataset = with_needs(dataset, view)
    return _lines(dataset, view.of, view.care, view.stream, view.data, grain, decimals)


@lru_cache(maxsize=256)
def _lines(
    dataset: Dataset,
    indicator: Indicator,
    care: Care,
    stream: Stream,
    data: Data,
    grain: Grain,
    decimals: int,
) -> tuple[tuple[float | None, ...], ...]:
    read = _modelled if data != "published" else published
    rows = _rounded(read(dataset, indicator, care, stream, grain), decimals).tolist()
    return tuple(tuple(None if v != v else v for v in row) for row in rows)


def _rounded(exact: Array, decimals: int) -> Array:
    """Rounded so that rounding once more, to one decimal less, gives what the exact value would.

    4.446 becomes 4.44 and not 4.45, which would be read aloud as 4.5.
    """
    found = np.round(exact, decimals)
    ends_in_five = np.rint(np.abs(found) * 10.0**decimals) % 10 == 5
    step = np.copysign(10.0**-decimals, exact - found)
    found = np.where(ends_in_five & (found != exact), found + step, found)
    return np.asarray(np.round(found, decimals), dtype=np.float64)


@lru_cache(maxsize=512)
def _modelled(
    dataset: Dataset, indicator: Indicator, care: Care, stream: Stream, grain: Grain
) -> Array:
    found = parts_of(dataset, indicator, care, stream, grain).values
    found.setflags(write=False)
    return found


def periods_of(dataset: Dataset, view: View) -> tuple[str, ...]:
    """The periods of `series`: the release's months or years."""
    return dataset.year_labels if grain_of(view.period) == "year" else dataset.months


def published(
    dataset: Dataset, indicator: Indicator, care: Care, stream: Stream, grain: Grain = "year"
) -> Array:
    """Published values as region (22) x year or month; NaN where nothing is published."""
    table, width = (
        (dataset.years, len(dataset.year_labels))
        if grain == "year"
        else (dataset.points, len(dataset.months))
    )
    for one in indicator.published:
        if one.care == care and stream == "all":
            return table[one.series, one.care]
    return np.full((len(ALL_CODES), width), np.nan)


def _parts(dataset: Dataset, view: View) -> Parts:
    return parts_of(dataset, view.of, view.care, view.stream, grain_of(view.period))


def _value(
    dataset: Dataset, view: View, row: int, value: float | None, parts: Parts | None, column: int
) -> Value:
    region = ALL_CODES[row]
    country = row == 0
    found = value is not None
    held = found and parts is not None
    estimated = found and status(dataset, view, region) == "estimated"
    low, high = (range_of(dataset, view, region) or (None, None)) if estimated else (None, None)
    return Value(
        region=region,
        value=value,
        numerator=float(parts.numerator[row, column]) if held and parts else None,
        denominator=float(parts.denominator[row, column]) if held and parts else None,
        status=status(dataset, view, region) if found else "missing",
        coverage=_coverage(dataset, view, row, column, parts) if held else None,
        reporting=_reporting(dataset, view, column, parts) if country and found else int(found),
        source=provenance.source_of(dataset, view, region) if found else "",
        reason=None if found else absence.reason(dataset, view, region),
        low=low,
        high=high,
        anchor=anchor_of(dataset, view, region) if estimated else None,
    )


def status(dataset: Dataset, view: View, region: str) -> Status:
    """Of a value that exists: published, estimated, an example, or reported to us."""
    if view.data == "published" or imported.is_imported(dataset, view, region):
        return "published" if view.data == "published" else "reported"
    return dataset.kind


def _coverage(
    dataset: Dataset, view: View, row: int, column: int, parts: Parts | None
) -> float | None:
    """Of the country the share of its beds, of a region that of its unit-days where it is told."""
    if row == 0:
        return _known(parts.coverage[column]) if parts else None
    return share_of(dataset, ALL_CODES[row], view.care, months_of(view.period))


def _known(number: float) -> float | None:
    return None if number != number else float(number)


def _reporting(dataset: Dataset, view: View, column: int, parts: Parts | None) -> int:
    if parts is not None:
        return int(parts.reporting[column])
    return int(np.isfinite(series(dataset, view)[1:, column]).sum())
