"""Small stores made by hand, with quiet defaults: say only what a test is about."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from dashboard.indicators.registry import INDICATORS
from dashboard.ingest.embedded import reference
from dashboard.reference.periods import days_in, months_between
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.reference.tables import Reference, packed
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset, SeriesKey
from dashboard.statistics.arrays import Array

# Daily averages: one for all regions and months, one per month, or either by region.
PerDay = float | Sequence[float] | Mapping[str, float | Sequence[float]]
Years = Mapping[str, Sequence[float | None]]

SERIES: tuple[SeriesKey, ...] = tuple(
    dict.fromkeys((one.series, one.care) for i in INDICATORS for one in i.published)
)
ACUTE = 0.8


def a_dataset(
    *,
    first: str = "2023-01",
    last: str = "2025-12",
    beds: PerDay = 100,
    patients: PerDay = 90,
    over: PerDay = 4,
    out: PerDay = 2,
    population: PerDay = 10_000,
    psychiatric_beds: PerDay = 20,
    psychiatric_over: PerDay = 1,
    published: Mapping[SeriesKey, Years] | None = None,
) -> Dataset:
    """A release of 21 alike regions over whole years; a region left out of a mapping is missing.

    Measures are daily averages of somatic care, four fifths of it acute; psychiatric care has
    only beds and overcrowded patients. `published` are annual values by region.
    """
    months = months_between(first, last)
    years = tuple(dict.fromkeys(month[:4] for month in months))
    somatic = [_days(one, months) for one in (beds, patients, over, out, population)]
    nothing = np.full_like(somatic[0], np.nan)
    psychiatric = [_days(psychiatric_beds, months), nothing, _days(psychiatric_over, months)]
    cube = np.full((len(MEASURES), len(CODES), len(months), len(CARES), len(STREAMS)), np.nan)
    for stream, share in zip(STREAMS, (1.0, ACUTE, 1 - ACUTE), strict=True):
        cube[:4, ..., 0, STREAMS.index(stream)] = np.stack(somatic[:4]) * share
        cube[4, ..., 0, STREAMS.index(stream)] = somatic[4]
    cube[..., 1, 0] = np.stack([*psychiatric, nothing, somatic[4]])
    return Dataset(
        release="0123456789abcdef",
        manifest={},
        months=months,
        year_labels=years,
        cube=cube,
        years=_published(published or {}, len(years)),
        points=_published({}, len(months)),
        geometry=b'{"features": []}',
        geometry_hash="0123456789abcdef",
        reference=reference(),
        label_points=dict.fromkeys(CODES, (15.0, 60.0)),
    )


def an_example(**given: Any) -> Dataset:
    """The same with its months as example months, on which verdicts and ranks may be tried."""
    return replace(a_dataset(**given), kind="example")


def with_rows(dataset: Dataset, name: str, rows: Sequence[Mapping[str, str]]) -> Dataset:
    """The same release made of another table of this name."""
    tables = {one: dataset.reference.rows(one) for one in dataset.reference.names}
    return replace(dataset, reference=Reference(packed({**tables, name: rows})))


def still_preliminary(dataset: Dataset, month: str, *, regions: Collection[str] = CODES) -> Dataset:
    """The same release with a month that may still change."""
    return replace(dataset, preliminary=frozenset((code, month) for code in regions))


def without(
    dataset: Dataset, regions: Collection[str], *, months: Collection[str] = (), measure: str = ""
) -> Dataset:
    """The same release with cells missing: all months and measures where none are named."""
    cube = dataset.cube.copy()
    rows = [CODES.index(code) for code in regions]
    columns = [i for i, month in enumerate(dataset.months) if not months or month in months]
    kinds = [MEASURES.index(measure)] if measure else list(range(len(MEASURES)))
    cube[np.ix_(kinds, rows, columns)] = np.nan
    gone = {key: values.copy() for key, values in dataset.years.items()}
    for values in gone.values():
        if not months and not measure:
            values[[ALL_CODES.index(code) for code in regions]] = np.nan
    return replace(dataset, quality={}, cube=cube, years=gone)


# 15 300 beds, the starting point of the guideline.
BASELINE = {code: 13_300.0 if code == "01" else 100.0 for code in CODES}


def per_100(rates: float | Sequence[float], beds: Mapping[str, float]) -> dict[str, list[float]]:
    """Patients a day in each region at a rate per 100 beds, one for all months or each its own."""
    return {code: list(np.atleast_1d(rates) * held / 100) for code, held in beds.items()}


def _days(per_day: PerDay, months: Sequence[str]) -> Array:
    """Sums over the days of each month, as region (21) x month."""
    by_region = per_day if isinstance(per_day, Mapping) else dict.fromkeys(CODES, per_day)
    found = np.full((len(CODES), len(months)), np.nan)
    for code, averages in by_region.items():
        found[CODES.index(code)] = averages
    return found * np.array([days_in(month) for month in months])


def _published(series: Mapping[SeriesKey, Years], width: int) -> dict[SeriesKey, Array]:
    found = {key: np.full((len(ALL_CODES), width), np.nan) for key in SERIES}
    for key, by_region in series.items():
        for code, values in by_region.items():
            found[key][ALL_CODES.index(code)] = [np.nan if v is None else v for v in values]
    return found
