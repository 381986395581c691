"""Overcrowding a year ahead of the last month, made when a release is published."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any, Final

import numpy as np

from dashboard.indicators.registry import OVERCROWDING, Data
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.forecasting import FEWEST_MONTHS, Forecast, Point, forecast
from dashboard.values import values
from dashboard.view.view import View

# Estimated months have the published season put in and are never forecast.
KINDS: Final[tuple[Data, ...]] = ("reported", "example")
# A library's search may end a little elsewhere on another machine; shown is one decimal.
_DECIMALS = 2
Run = tuple[tuple[str, ...], tuple[float, ...]]


def run_to(dataset: Dataset, region: str, month: str) -> Run | None:
    """The months on end up to `month` and overcrowding per 100 beds in each; None below 24."""
    line = values.series(dataset, View(OVERCROWDING.key, month, data=dataset.kind))
    row = line[ALL_CODES.index(region)]
    last = dataset.months.index(month) + 1 if month in dataset.months else 0
    known = np.isfinite(row[:last])
    first = int(np.flatnonzero(~known)[-1]) + 1 if not known.all() else 0
    if last - first < FEWEST_MONTHS:
        return None
    return dataset.months[first:last], tuple(map(float, row[first:last]))


def written(dataset: Dataset) -> bytes:
    """The file of a release: by kind of months and region, from which month, and the forecast."""
    told = {kind: of_kind for kind in KINDS if (of_kind := _of_kind(dataset.showing(kind)))}
    return json.dumps(told, sort_keys=True).encode()


def _of_kind(dataset: Dataset) -> dict[str, Any]:
    runs = {code: run_to(dataset, code, dataset.last_month) for code in ALL_CODES}
    return {
        code: {"month": run[0][-1], **asdict(_rounded(_chosen(run[1])))}
        for code, run in runs.items()
        if run
    }


# The same months are built again and again, and trying the models on their past takes a while.
@lru_cache(maxsize=256)
def _chosen(past: tuple[float, ...]) -> Forecast:
    return forecast(past, floor=0.0, rate=True)


def _rounded(found: Forecast) -> Forecast:
    points = tuple(
        Point(**{key: round(one, _DECIMALS) for key, one in asdict(point).items()})
        for point in found.points
    )
    errors = {name: round(error, _DECIMALS) for name, error in found.errors.items()}
    return Forecast(found.model, points, errors, found.origins)


def made(dataset: Dataset, region: str, month: str) -> Forecast | None:
    """The forecast that the release carries, where it is from `month`; None elsewhere."""
    of_kind: Mapping[str, Any] = dataset.forecasts.get(dataset.kind, {})
    found = of_kind.get(region)
    if not found or found["month"] != month:
        return None
    points = tuple(Point(**one) for one in found["points"])
    return Forecast(found["model"], points, found["errors"], found["origins"])
