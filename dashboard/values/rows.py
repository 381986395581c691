"""Values as flat rows: what the command line prints and the files hold."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.values.values import Value
from dashboard.view.view import View

Row = dict[str, str | float | None]


def rows(dataset: Dataset, view: View, regions: Sequence[str]) -> list[Row]:
    """The view's values in its period for `regions` (codes, `"00"` is Sweden), in that order.

    Values stand at full precision in the English unit named beside them; what is missing is
    None, and so are `low` and `high`, the 80 % range of an estimate, of anything else. Numerator
    and denominator are None for published rates, `coverage` is a share (0-1), and `source` is an id
    of `data/sources.csv`.

    Raises:
        KeyError: a region that does not exist.
    """
    by_region = {value.region: value for value in values.at(dataset, view)}
    return [_row(dataset, view, by_region[code]) for code in regions]


def series_rows(
    dataset: Dataset, view: View, regions: Sequence[str], periods: Iterable[str]
) -> list[Row]:
    """The rows of many periods, region by region."""
    by_period = [rows(dataset, replace(view, period=period), regions) for period in periods]
    return [row for of_region in zip(*by_period, strict=True) for row in of_region]


def span_rows(dataset: Dataset, view: View) -> list[Row]:
    """Sweden and all regions in all years, or in the last months that the view's span covers."""
    return series_rows(dataset, view, ALL_CODES, periods_of_span(dataset, view))


def periods_of_span(dataset: Dataset, view: View) -> Sequence[str]:
    """All years, or the last months of the release that the view's span covers."""
    periods = values.periods_of(dataset, view)
    return periods if grain_of(view.period) == "year" else periods[-view.span :]


def _row(dataset: Dataset, view: View, value: Value) -> Row:
    return {
        "indicator": view.indicator,
        "region": value.region,
        "period": view.period,
        "care": view.care,
        "stream": view.stream,
        "value": value.value,
        "low": value.low,
        "high": value.high,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "unit": view.of.unit.long.en,
        "status": value.status,
        "coverage": value.coverage,
        "source": value.source or None,
        "release": dataset.release,
    }
