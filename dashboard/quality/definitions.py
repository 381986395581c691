"""Two definitions of one thing side by side, and which definition has applied since when."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    INDICATORS,
    OCCUPANCY,
    OCCUPANCY_EXCL_OVERCROWDED,
    Indicator,
)
from dashboard.language.text import Text
from dashboard.reference.regions import ALL_CODES
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.view.view import View


@frozen
class CountingHour:
    """When a country counts its patients; `counts` says what, `compared` is never true of two."""

    key: str
    country: Text
    hour: str
    counts: Text
    source: str
    url: str


@frozen
class Since:
    """A definition in force from a day (`YYYY-MM-DD`), for the series named; empty for all."""

    series: tuple[str, ...]
    valid_from: str
    text: Text
    source: str

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that show one of the series."""
        return tuple(
            indicator
            for indicator in INDICATORS
            if indicator.key in self.series
            or {p.series for p in indicator.published} & set(self.series)
        )


@frozen
class Established:
    """Established and available beds of one place on about one day, as published.

    One of the three counts follows from the two others; None where fewer are published.
    """

    place: str
    region: str
    first_day: str
    established: float | None
    available: float | None
    closed: float | None
    source: str


@lru_cache(maxsize=8)
def counting_hours(reference: Reference) -> tuple[CountingHour, ...]:
    """When countries count their patients, in the order of the table."""
    return tuple(
        CountingHour(
            key=row["key"],
            country=Text(row["country_sv"], row["country_en"]),
            hour=row["hour"],
            counts=Text(row["counts_sv"], row["counts_en"]),
            source=row["source"],
            url=row["url"],
        )
        for row in reference.rows("counting_hours")
    )


@lru_cache(maxsize=8)
def definitions_since(reference: Reference) -> tuple[Since, ...]:
    """Which definition applies since when, in the order of the table."""
    return tuple(
        Since(
            series=tuple(row["series"].split()),
            valid_from=row["valid_from"],
            text=Text(row["text_sv"], row["text_en"]),
            source=row["source"],
        )
        for row in reference.rows("definitions")
    )


def occupancy_both_ways(dataset: Dataset, view: View) -> tuple[float | None, float | None]:
    """Occupancy with and without overcrowded patients, in the view's region and period.

    Formula: docs/methods.md 1.2.
    """
    row = ALL_CODES.index(view.region)
    own = replace(view, care="somatic", data="estimated")
    return tuple(  # type: ignore[return-value]
        values.numbers(dataset, replace(own, indicator=one.key))[row]
        for one in (OCCUPANCY, OCCUPANCY_EXCL_OVERCROWDED)
    )


@lru_cache(maxsize=4)
def established(reference: Reference) -> tuple[Established, ...]:
    """Every published count of established or closed beds, with the available ones beside it."""
    rows = reference.published
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    source: dict[tuple[str, str, str], str] = {}
    for row in rows:
        key = (row["hospital"], row["region_code"], row["period_start"])
        if kind := _COUNTED.get(row["indicator"]):
            found.setdefault(key, {})[kind] = float(row["value"])
            source[key] = row["source_id"]
    for row in rows:
        key = (row["hospital"], row["region_code"], row["period_start"])
        # The published series has the name of the indicator.
        if row["indicator"] == AVAILABLE_BEDS.key and key in found and row["hospital"]:
            found[key]["open"] = float(row["value"])
    return tuple(_established(key, counts, source[key]) for key, counts in found.items())


_COUNTED = {"established_beds": "whole", "closed_beds": "shut"}


def _established(
    key: tuple[str, str, str], counts: Mapping[str, float], source: str
) -> Established:
    whole, open_, shut = (counts.get(name) for name in ("whole", "open", "shut"))
    if shut is None and whole is not None and open_ is not None:
        shut = whole - open_
    return Established(key[0], key[1], key[2], whole, open_, shut, source)
