"""Sums first, division last, and a reason where there is no value."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import get_args

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    DISTANCE_TO_GUIDELINE,
    INDICATORS,
    OCCUPANCY,
    OVERCROWDING,
    PROGRESS_TO_GUIDELINE,
    Care,
    Data,
    Indicator,
    Stream,
)
from dashboard.ingest import csv_tables
from dashboard.ingest.build import cube_of
from dashboard.language.formatting import number
from dashboard.language.text import LANGS
from dashboard.reference import notes
from dashboard.reference.periods import Grain, days_in
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import CARES, ROWS, Dataset
from dashboard.situation.map_picture import map_picture
from dashboard.situation.series_picture import series_picture
from dashboard.statistics.arrays import Array
from dashboard.values import provenance, rows, values
from dashboard.view.view import View, default_view
from tests.builders import a_dataset, without
from tests.each import each

CARE_AREAS: tuple[Care, ...] = get_args(Care)
STREAM_KINDS: tuple[Stream, ...] = get_args(Stream)
DATA_KINDS: tuple[Data, ...] = get_args(Data)
RATIOS = [one for one in INDICATORS if one.ratio]
LAST = View(OVERCROWDING.key, "2025-12")
# What no view may show: the waits of Västra Götaland in 2025 (notes T2a and T2b).
IMPOSSIBLE = 146.1


def sweden(dataset: Dataset, view: View = LAST) -> float | None:
    return values.at(dataset, view)[0].value


# --- weights -------------------------------------------------------------------------------


def test_sweden_is_weighted_by_beds() -> None:
    # The counter-example of docs/methods.md 0.1: the mean of the two rates would be 6.0.
    dataset = a_dataset(beds={"01": 100, "03": 1000}, over={"01": 10, "03": 20})
    found = values.at(dataset, LAST)
    by_region = {one.region: one.value for one in found}
    assert (by_region["01"], by_region["03"]) == (pytest.approx(10), pytest.approx(2))
    assert found[0].value == pytest.approx(2.727, abs=0.0005)


def test_beds_of_regions_are_summed_but_their_days_are_counted_once() -> None:
    found = values.at(a_dataset(beds=100), replace(LAST, indicator=AVAILABLE_BEDS.key))
    assert found[0].value == pytest.approx(2100)
    assert found[0].denominator == days_in("2025-12")
    assert [one.value for one in found[1:]] == pytest.approx([100] * 21)


def test_people_are_counted_once_however_many_care_areas_are_summed() -> None:
    dataset = a_dataset(beds=30, psychiatric_beds=10, population=10_000)
    view = replace(LAST, indicator=BEDS_PER_1000.key, care="all")
    assert sweden(dataset, view) == pytest.approx(4)
    assert values.at(dataset, view)[1].denominator == 10_000 * days_in("2025-12")


def test_a_year_is_its_months_summed_and_not_the_mean_of_their_rates() -> None:
    beds, over = [100] * 11 + [50], [2] * 11 + [5]
    dataset = a_dataset(first="2025-01", beds=beds, over=over)
    days = [days_in(month) for month in dataset.months]
    expected = 100 * np.dot(over, days) / np.dot(beds, days)
    assert sweden(dataset, replace(LAST, period="2025")) == pytest.approx(expected)
    assert expected != pytest.approx(
        np.mean([100 * o / b for o, b in zip(over, beds, strict=True)])
    )


def test_a_missing_month_makes_the_year_missing() -> None:
    dataset = without(a_dataset(), CODES, months=("2024-07",))
    assert sweden(dataset, replace(LAST, period="2023")) is not None
    assert sweden(dataset, replace(LAST, period="2024")) is None
    one = without(a_dataset(), ["14"], months=("2024-07",))
    year = {v.region: v.value for v in values.at(one, replace(LAST, period="2024"))}
    assert year["14"] is None
    assert year["01"] is not None


# Rates that could be true: what cannot be is taken out of the sums.
rates, shares = st.floats(0, 0.39), st.integers(0, 100).map(lambda percent: percent / 100)


@given(
    beds=st.floats(1, 5000), share=shares, here=rates, there=rates, others=st.floats(1, 5000),
)  # fmt: skip
@settings(max_examples=50, deadline=None)
def test_splitting_a_region_in_two_leaves_the_national_rate(
    beds: float, share: float, here: float, there: float, others: float
) -> None:
    parts = {"01": beds * share, "03": beds * (1 - share), "04": others}
    over = {"01": parts["01"] * here, "03": parts["03"] * there, "04": 0.1 * others}
    halves = ("01", "03")
    whole = a_dataset(
        beds={"01": beds, "04": others},
        patients={"01": beds, "04": others},
        over={"01": sum(over[code] for code in halves), "04": over["04"]},
    )
    split = a_dataset(beds=parts, patients=parts, over=over)
    assert sweden(split) == pytest.approx(sweden(whole), rel=1e-9, abs=1e-12)


# --- coverage ------------------------------------------------------------------------------


@pytest.mark.parametrize("indicator", [OVERCROWDING, OCCUPANCY])
def test_a_masked_region_changes_coverage_and_sweden_but_no_other_region(
    indicator: Indicator,
) -> None:
    whole = a_dataset(beds={c: 100 + i for i, c in enumerate(CODES)})
    view = replace(LAST, indicator=indicator.key)
    before = values.at(whole, view)
    after = values.at(without(whole, ["14"], months=("2025-12",)), view)
    kept = [i for i, code in enumerate(ALL_CODES) if code not in (SWEDEN, "14")]
    assert [after[i] for i in kept] == [before[i] for i in kept]
    assert after[ALL_CODES.index("14")].value is None
    assert after[0].value != before[0].value
    assert (before[0].coverage, before[0].reporting) == (1.0, 21)
    beds = 100 + CODES.index("14")
    total = sum(100 + i for i in range(21))
    # The missing region weighs as it last did (docs/methods.md 1.5).
    assert after[0].coverage == pytest.approx(1 - beds / total)
    assert after[0].reporting == 20


def test_coverage_counts_beds_also_where_only_the_numerator_is_missing() -> None:
    dataset = without(a_dataset(), CODES[:3], measure="over_days")
    found = values.at(dataset, LAST)[0]
    assert found.coverage == pytest.approx(18 / 21)
    assert found.reporting == 18


def test_coverage_is_unknown_where_a_region_never_had_beds() -> None:
    found = values.at(a_dataset(beds={"01": 100, "03": 1000}), LAST)[0]
    assert found.value is not None
    assert found.coverage is None
    assert found.reporting == 2


def test_coverage_of_a_year_is_that_of_its_worst_month() -> None:
    dataset = without(a_dataset(), ["14"], months=("2025-03",))
    found = values.at(dataset, replace(LAST, period="2025"))[0]
    assert found.coverage == pytest.approx(20 / 21)
    assert found.reporting == 20


# --- the slow and obvious version ----------------------------------------------------------


def modelled(home_rows: pd.DataFrame) -> pd.DataFrame:
    frame = home_rows[home_rows["status"] == "estimated"].copy()
    days = frame["month"].map(lambda month: days_in(month))
    return frame.assign(population_days=frame["population"] * days)


def slow_parts(
    frame: pd.DataFrame, indicator: Indicator, care: Care, stream: Stream
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Numerator and denominator as region x month, added up row by row."""
    assert indicator.ratio is not None
    wanted = frame[(frame["stream"] == stream) & frame["care"].isin(areas(care))]
    wanted = wanted.assign(calendar_days=wanted["month"].map(lambda month: days_in(month)))
    cells = wanted.groupby(["region", "month"])

    def summed(name: str) -> pd.DataFrame:
        once = name in ("calendar_days", "population_days")
        found = cells[name].first() if once else cells[name].sum(min_count=len(areas(care)))
        return found.unstack("month").reindex(CODES)

    numerator = sum(
        -summed(name[1:]) if name[0] == "-" else summed(name) for name in indicator.ratio.numerator
    )
    assert isinstance(numerator, pd.DataFrame)
    return numerator, summed(indicator.ratio.denominator)


def slow_beds(frame: pd.DataFrame, care: Care, stream: Stream) -> pd.DataFrame:
    """Average beds as region x month."""
    wanted = frame[(frame["stream"] == stream) & frame["care"].isin(areas(care))]
    cells = wanted.groupby(["region", "month"])["bed_days"].sum(min_count=len(areas(care)))
    found = cells.unstack("month").reindex(CODES)
    return found / [days_in(month) for month in found.columns]


def areas(care: Care) -> list[str]:
    return list(CARES) if care == "all" else [care]


def slow(
    frame: pd.DataFrame, indicator: Indicator, care: Care, stream: Stream, grain: Grain
) -> Array:
    """The indicator as region (22) x period, with one pandas step for each sentence of methods."""
    assert indicator.ratio is not None
    numerator, denominator = slow_parts(frame, indicator, care, stream)
    both = numerator.notna() & denominator.notna()
    known = {"n": numerator.where(both), "d": denominator.where(both)}
    country = {part: table.sum(min_count=1) for part, table in known.items()}
    beds = slow_beds(frame, care, stream).ffill(axis=1)
    covered = beds.where(both, 0).sum() / beds.sum(skipna=False)
    country["n"] = country["n"].mask(covered < 0.8)
    if indicator.ratio.denominator == "calendar_days":
        country["d"] = denominator.iloc[0]
    top = pd.concat([country["n"].to_frame(SWEDEN).T, numerator])
    bottom = pd.concat([country["d"].to_frame(SWEDEN).T, denominator])
    if grain == "year":
        top, bottom = (
            table.T.groupby(table.columns.str[:4]).sum(min_count=12).T for table in (top, bottom)
        )
    return (indicator.ratio.factor * top / bottom).to_numpy(dtype=float)


@pytest.fixture(scope="module")
def parquet(home: object, dataset: Dataset) -> pd.DataFrame:
    return pd.read_parquet(f"{home}/releases/{dataset.release}/{ROWS}")


def combinations() -> Iterator[tuple[Indicator, Care, Stream]]:
    for indicator, care, stream in product(RATIOS, CARE_AREAS, STREAM_KINDS):
        if stream in indicator.streams("estimated", care):
            yield indicator, care, stream


def period_of(dataset: Dataset, grain: Grain) -> str:
    return dataset.last_year if grain == "year" else dataset.last_month


@pytest.mark.parametrize("grain", get_args(Grain))
def test_every_ratio_equals_the_slow_and_obvious_version(
    dataset: Dataset, parquet: pd.DataFrame, grain: Grain
) -> None:
    frame = modelled(parquet)
    compared = set()
    for indicator, care, stream in combinations():
        view = View(indicator.key, period_of(dataset, grain), care=care, stream=stream)
        expected = slow(frame, indicator, care, stream, grain)
        assert np.isfinite(expected).all()
        np.testing.assert_allclose(values.series(dataset, view), expected, rtol=1e-9)
        compared.add(indicator)
    assert compared == set(RATIOS)


@pytest.mark.parametrize("grain", get_args(Grain))
def test_the_slow_version_agrees_with_holes_in_the_data(
    dataset: Dataset, parquet: pd.DataFrame, grain: Grain
) -> None:
    chance = np.random.default_rng(7)
    holed = parquet[parquet["status"] == "estimated"].copy()
    for name in ("bed_days", "patient_days", "over_days", "out_days"):
        holed.loc[chance.random(len(holed)) < 0.01, name] = np.nan
    gaps = replace(dataset, quality={}, cube=cube_of(holed))
    frame = modelled(holed)
    for indicator, care, stream in each(combinations()):
        view = View(indicator.key, period_of(dataset, grain), care=care, stream=stream)
        expected = slow(frame, indicator, care, stream, grain)
        assert np.isnan(expected).any()
        np.testing.assert_allclose(values.series(gaps, view), expected, rtol=1e-9)


# --- the guideline -------------------------------------------------------------------------


def test_the_distance_is_17_660_minus_the_beds() -> None:
    dataset = a_dataset(beds={c: 13_300 if c == "01" else 100 for c in CODES})
    assert sweden(dataset, replace(LAST, indicator=DISTANCE_TO_GUIDELINE.key)) == pytest.approx(
        2360
    )
    assert sweden(dataset, replace(LAST, indicator=PROGRESS_TO_GUIDELINE.key)) == pytest.approx(0)


def test_regional_needs_sum_to_17_660(dataset: Dataset) -> None:
    distance = values.at(dataset, replace(LAST, indicator=DISTANCE_TO_GUIDELINE.key))
    # The distance is that of twelve months, so with a December that of the year.
    year = replace(LAST, indicator=AVAILABLE_BEDS.key, period=LAST.period[:4])
    beds = values.at(dataset, year)
    needs = [(d.value or 0) + (b.value or 0) for d, b in zip(distance, beds, strict=True)]
    assert needs == pytest.approx([round(need) for need in needs], abs=1e-6)
    assert sum(needs[1:]) == pytest.approx(17_660) == needs[0]
    # Methods 1.6: Stockholm 4 108, Skåne 2 379, Gotland 102.
    by_region = dict(zip(ALL_CODES, needs, strict=True))
    assert [round(by_region[code]) for code in ("01", "12", "09")] == [4108, 2379, 102]


def test_there_is_no_distance_before_the_guideline(dataset: Dataset) -> None:
    view = replace(LAST, indicator=DISTANCE_TO_GUIDELINE.key)
    assert sweden(dataset, replace(view, period="2023-04")) is None
    assert sweden(dataset, replace(view, period="2023-05")) is not None
    # A year is the twelve months that end with it.
    for year in ("2023", "2024"):
        assert sweden(dataset, replace(view, period=year)) == sweden(
            dataset, replace(view, period=f"{year}-12")
        )
    assert sweden(dataset, replace(view, period="2022")) is None


def test_a_distance_is_that_of_twelve_months_whole_and_without_errors(dataset: Dataset) -> None:
    view = replace(LAST, indicator=DISTANCE_TO_GUIDELINE.key, period="2025-07")
    beds = replace(view, indicator=AVAILABLE_BEDS.key)
    months = [f"2024-{m:02}" for m in range(8, 13)] + [f"2025-{m:02}" for m in range(1, 8)]
    days = [days_in(month) for month in months]
    held = [sweden(dataset, replace(beds, period=month)) or 0 for month in months]
    mean = sum(d * h for d, h in zip(days, held, strict=True)) / sum(days)
    assert sweden(dataset, view) == pytest.approx(17_660 - mean)
    # One month that is lacking leaves no average, and the summer alone is none.
    gap = without(dataset, ["14"], months=("2025-01",))
    assert sweden(gap, view) is None
    assert sweden(gap, replace(view, period="2025-12")) is None
    assert sweden(gap, replace(view, period="2024-12")) == sweden(
        dataset, replace(view, period="2024-12")
    )


# --- something or a reason, always ---------------------------------------------------------


def asked(dataset: Dataset) -> Iterator[View]:
    edges = (
        dataset.months[0], dataset.last_month, "2030-01", dataset.year_labels[0], dataset.last_year,
        "2015",
    )  # fmt: skip
    for indicator, data, care, stream, period in product(
        INDICATORS, DATA_KINDS, CARE_AREAS, STREAM_KINDS, edges
    ):
        yield View(indicator.key, period, care=care, stream=stream, data=data)


def test_every_view_has_a_value_or_a_reason_in_both_languages(dataset: Dataset) -> None:
    found = missing = 0
    for view in asked(dataset):
        for value in values.at(dataset.showing(view.data), view):
            if value.value is None:
                missing += 1
                assert value.reason is not None, (view, value)
                assert all(value.reason.in_(lang).endswith(".") for lang in LANGS), (view, value)
                assert (value.status, value.source) == ("missing", ""), (view, value)
                assert value.numerator is None, (view, value)
            else:
                found += 1
                assert value.reason is None, (view, value)
                assert np.isfinite(value.value), (view, value)
                assert value.status == view.data, (view, value)
                assert value.source, (view, value)
    assert found > 1000
    assert missing > 1000


@pytest.mark.parametrize("data", DATA_KINDS)
def test_what_is_missing_is_nothing_and_never_zero(data: Data) -> None:
    dataset = without(a_dataset(), CODES)
    for view in (LAST, replace(LAST, period="2025")):
        for value in each(values.at(dataset, replace(view, data=data))):
            assert value.value is None
            assert value.reason is not None


def test_no_beds_is_no_value_and_never_infinite() -> None:
    assert sweden(a_dataset(beds=0, over=3)) is None


# --- what is published ---------------------------------------------------------------------


def as_published(indicator: Indicator) -> dict[tuple[Care, str, str], float]:
    """The annual figures of an indicator's series by care, region and year, read from the file."""
    found = {}
    for one in indicator.published:
        for row in csv_tables.rows("published_figures"):
            same = (row["indicator"], row["care_area"], row["source_id"])
            start, end = row["period_start"], row["period_end"]
            year = start[:4]
            if same != (one.series, one.care, one.source) or row["hospital"]:
                continue
            if (start, end) == (f"{year}-01-01", f"{year}-12-31") and "2016" <= year <= "2025":
                found[one.care, row["region_code"], year] = float(row["value"])
    return found


@pytest.mark.parametrize("indicator", [one for one in INDICATORS if one.published])
def test_published_values_are_those_of_the_file(dataset: Dataset, indicator: Indicator) -> None:
    expected = {
        (care, region, year): value
        for (care, region, year), value in as_published(indicator).items()
        if not any(
            notes.dropped(dataset.reference.notes, one.series, care, region, year)
            for one in indicator.published
        )
    }
    assert expected
    found = {
        (care, one.region, year): one.value
        for care, year in product(CARE_AREAS, dataset.year_labels)
        for one in values.at(dataset, View(indicator.key, year, care=care, data="published"))
        if one.value is not None
    }
    if indicator.fixed_care:
        expected = {key: v for key, v in expected.items() if key[0] == indicator.fixed_care}
    assert found == expected


@pytest.mark.parametrize("key", ["wait_first_contact_waiting", "wait_first_contact_completed"])
def test_what_cannot_be_right_is_shown_nowhere(dataset: Dataset, key: str) -> None:
    view = replace(default_view(dataset, indicator=key), region="14")
    own = next(one for one in values.at(dataset, view) if one.region == "14")
    assert own.value is None
    assert own.reason is not None
    assert own.reason.sv == "Det publicerade värdet kan inte stämma och visas därför inte."
    assert [row["value"] for row in rows.rows(dataset, view, ["14"])] == [None]
    for lang in LANGS:
        for picture in (
            map_picture(dataset, view, lang),
            series_picture(dataset, view, view.of, lang),
        ):
            drawn = json.dumps(picture.figure["data"], ensure_ascii=False)
            assert not any(number in drawn for number in ("146.1", "146,1", " 100.0", '"100,0'))


def test_the_impossible_figure_is_in_no_array(dataset: Dataset) -> None:
    arrays = [dataset.cube, *dataset.years.values(), *dataset.points.values()]
    assert not any(np.isclose(array, IMPOSSIBLE, atol=1e-9).any() for array in arrays)


def test_sources_are_named_for_months_that_are_published(dataset: Dataset) -> None:
    for indicator in (one for one in INDICATORS if one.published):
        for one, month in product(indicator.published, dataset.months):
            view = View(indicator.key, month, care=one.care, data="published")
            if one.care not in indicator.cares("published"):
                continue
            for value in values.at(dataset, view):
                assert value.value is None or value.source, (view, value)
    assert provenance.MODEL not in {
        value.source
        for value in values.at(dataset, View(OVERCROWDING.key, "2018-01", data="published"))
    }


# --- for drawing ---------------------------------------------------------------------------


def test_a_drawn_value_is_read_aloud_as_the_exact_one(dataset: Dataset) -> None:
    for one in INDICATORS:
        for data, care in each(_kinds(one)):
            view = View(one.key, period_of(dataset, "month"), care=care, data=data)
            exact = values.series(dataset, view)
            drawn = values.lines(dataset, view, one.decimals + 1)
            for ours, theirs in each(zip(exact.tolist(), drawn, strict=True)):
                said = [number(value, one.decimals, "sv") for value in ours]
                assert [number(value, one.decimals, "sv") for value in theirs] == said
                near = [abs(a - b) for a, b in zip(ours, theirs, strict=True) if b is not None]
                assert max(near, default=0) <= 1.5 * 10 ** -(one.decimals + 1)


def _kinds(indicator: Indicator) -> list[tuple[Data, Care]]:
    return [(data, care) for data in DATA_KINDS for care in indicator.cares(data)]
