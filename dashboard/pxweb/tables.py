"""The statistical tables of a release: one for each indicator, kind of data and grain."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import get_args

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    CARE_NAMES,
    INDICATORS,
    STREAM_NAMES,
    Care,
    Data,
    Indicator,
    Stream,
)
from dashboard.language.text import Text
from dashboard.pxweb.variables import (
    CARE,
    CONTENTS,
    REGION,
    STREAM,
    TIME,
    Variable,
    time_code,
)
from dashboard.reference.periods import Grain
from dashboard.reference.regions import ALL_CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.values.labels import UNPUBLISHED
from dashboard.view.view import View

_REGION, _CARE = Text("region", "region"), Text("vård", "care")
_STREAM, _CONTENTS = Text("vårdform", "stream"), Text("tabellinnehåll", "contents")
_TIME: Mapping[Grain, Text] = {"month": Text("månad", "month"), "year": Text("år", "year")}
_HIDDEN = Text("{} {}", "{} {}")
_LOW = Text("{}, nedre gräns för skattningen (80 %)", "{}, lower limit of the estimate (80 %)")
_HIGH = Text("{}, övre gräns för skattningen (80 %)", "{}, upper limit of the estimate (80 %)")
_STATUS = Text(
    "status: 1 publicerat, 2 skattat, 3 rapporterat, 4 exempel",
    "status: 1 published, 2 estimated, 3 reported, 4 example",
)
# How the status of a value is written in a table, where every cell is a number.
STATUSES = {"published": 1, "estimated": 2, "reported": 3, "example": 4}
VALUE, LOW, HIGH, STATUS = "value", "low", "high", "status"


@frozen
class StatTable:
    """A table; `variables` stand in their order, the last two of them in its heading."""

    indicator: Indicator
    data: Data
    grain: Grain
    periods: tuple[str, ...]
    variables: tuple[Variable, ...]

    @property
    def id(self) -> str:
        """The identifier, the same in every release: `overcrowding_estimated_month`."""
        return f"{self.indicator.key}_{self.data}_{self.grain}"

    def streams_of(self, care: str) -> tuple[str, ...]:
        """The streams that a care area is split into; none where the area does not exist."""
        known = (one for one in self.indicator.cares(self.data) if one == care)
        return tuple(s for one in known for s in self.indicator.streams(self.data, one))


@lru_cache(maxsize=4)
def tables_of(dataset: Dataset) -> Mapping[str, StatTable]:
    """The tables that have a value in the release, by their identifiers."""
    made = (
        _table(dataset, indicator, data, grain)
        for indicator in INDICATORS
        for data in get_args(Data)
        for grain in get_args(Grain)
    )
    return {table.id: table for table in made if table is not None}


def _table(dataset: Dataset, indicator: Indicator, data: Data, grain: Grain) -> StatTable | None:
    if not indicator.cares(data):
        return None
    periods = _periods(dataset, indicator, data, grain)
    if not periods:
        return None
    cares = indicator.cares(data)
    streams = [
        s for s in get_args(Stream) if any(s in indicator.streams(data, care) for care in cares)
    ]
    own: Care = indicator.default_care if indicator.default_care in cares else cares[0]
    return StatTable(
        indicator, data, grain, periods,
        (
            Variable(REGION, _REGION, {code: name_of(code) for code in ALL_CODES}, "geo", SWEDEN),
            Variable(CARE, _CARE, {care: CARE_NAMES[care] for care in cares}, "", own),
            Variable(STREAM, _STREAM, {s: STREAM_NAMES[s] for s in streams}, "", "all"),
            Variable(CONTENTS, _CONTENTS, _contents(indicator, data), "metric"),
            Variable(TIME, _TIME[grain], _times(dataset.showing(data), periods), "time"),
        ),
    )  # fmt: skip


def _times(dataset: Dataset, periods: Iterable[str]) -> Mapping[str, Text]:
    """The words of times: their code, and the word where anything of one is not published."""
    found = {}
    for period in periods:
        code = time_code(period)
        hidden = dataset.kind != "example" and dataset.is_unpublished((period,))
        found[code] = _HIDDEN.format(code, UNPUBLISHED) if hidden else Text(code, code)
    return found


def _contents(indicator: Indicator, data: Data) -> Mapping[str, Text]:
    range_of = {LOW: _LOW.format(indicator.name), HIGH: _HIGH.format(indicator.name)}
    return {VALUE: indicator.name, **(range_of if data == "estimated" else {}), STATUS: _STATUS}


def _periods(dataset: Dataset, indicator: Indicator, data: Data, grain: Grain) -> tuple[str, ...]:
    """From the first period with a value to the last one, in any care and region."""
    shown = dataset.showing(data)
    all_periods = shown.year_labels if grain == "year" else shown.months
    known = np.zeros(len(all_periods), dtype=bool)
    for care in indicator.cares(data):
        view = View(indicator.key, all_periods[-1], care=care, data=data)
        known |= np.isfinite(values.series(shown, view)).any(axis=0)
    there = np.flatnonzero(known)
    return all_periods[there[0] : there[-1] + 1] if there.size else ()


def view_of(table: StatTable, care: str, stream: str, period: str) -> View:
    """The view that a column of the table shows."""
    found: View = View(
        table.indicator.key,
        period,
        care=next(one for one in get_args(Care) if one == care),
        stream=next(one for one in get_args(Stream) if one == stream),
        data=table.data,
    )
    return found
