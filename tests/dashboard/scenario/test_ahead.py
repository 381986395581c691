"""A year ahead on the page: only where the months bear it."""

from collections.abc import Callable

import pytest
from plotly.graph_objects import Figure

from dashboard.language import formatting
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.scenario.ahead_picture import ahead, ahead_picture
from dashboard.scenario.capacity_rows import forecast_rows
from dashboard.statistics.forecasting import Forecast, forecast, seasonal_naive
from dashboard.values import values
from dashboard.values.months_ahead import made, run_to
from dashboard.view.view import View, parse
from tests.each import each


def a_view(dataset: Dataset, **query: str) -> View:
    return parse({"region": "14", **query}, dataset).view


@pytest.mark.parametrize("lang", LANGS)
def test_estimated_months_are_not_forecast(dataset: Dataset, lang: Lang) -> None:
    picture = ahead_picture(dataset, a_view(dataset), lang)
    reason = {"sv": "kan inte avgöras, månaderna är skattade", "en": "cannot be decided"}[lang]
    assert reason in picture.title
    (row,) = forecast_rows(dataset, a_view(dataset))
    assert row["value"] is None


def test_example_months_are_expected_to_be_as_a_year_before(dataset: Dataset) -> None:
    view = a_view(dataset, data="example", period="2025-06")
    found = ahead(dataset.showing("example"), view)
    assert found is not None
    months, so_far, expected = found
    assert (months[-1], len(expected.points)) == ("2025-06", 12)
    assert [one.value for one in expected.points] == pytest.approx(
        [max(one, 0.1) for one in so_far[-12:]]
    )
    rows = forecast_rows(dataset.showing("example"), view)
    assert [row["month"] for row in rows] == [
        *(f"2025-{month:02d}" for month in range(7, 13)), *(f"2026-{m:02d}" for m in range(1, 7)),
    ]  # fmt: skip
    picture = ahead_picture(dataset.showing("example"), view, "en")
    Figure(picture.figure)
    assert "unchanged policy" in picture.measure
    assert len(picture.table.rows) == 12
    # The model is another than that of the last month, and the page says which, and why.
    assert "same month a year before" in picture.measure
    assert "only the seasonal naive model is computed" in picture.sentence
    assert "December 2025: " in picture.sentence


@pytest.mark.parametrize("lang", LANGS)
def test_the_months_after_the_last_are_those_the_release_was_made_with(
    dataset: Dataset, lang: Lang
) -> None:
    example, models = dataset.showing("example"), set()
    for code in each(ALL_CODES):
        view = a_view(dataset, data="example", region=code)
        found = ahead(example, view)
        assert found is not None
        assert found[0][-1] == example.last_month
        kept = made(example, code, example.last_month)
        assert found[2] == kept
        models.add(kept.model)
        picture = ahead_picture(example, view, lang)
        assert f"{kept.origins} " in picture.sentence
        assert "MASE" in picture.sentence
        assert picture.sentence.count(formatting.number(kept.errors[kept.model], 2, lang)) >= 1
    assert models == {"seasonal_naive", "ets_ana", "ets_aada"}
    assert made(example, "14", "2025-06") is None
    assert dataset.forecasts.keys() == {"example"}


def test_what_the_release_carries_is_what_the_models_give(dataset: Dataset) -> None:
    example = dataset.showing("example")
    run = run_to(example, "14", example.last_month)
    kept = made(example, "14", example.last_month)
    assert run is not None
    again = forecast(run[1], floor=0.0, rate=True)
    assert kept.model == again.model
    for one, other in zip(kept.points, again.points, strict=True):
        assert one.value == pytest.approx(other.value, abs=0.006)
        assert one.high95 == pytest.approx(other.high95, abs=0.006)


def test_fewer_than_two_years_are_not_forecast(dataset: Dataset) -> None:
    example = dataset.showing("example")
    view = a_view(dataset, data="example", period="2017-06")
    assert ahead(example, view) is None
    assert "24 månader" in ahead_picture(example, view, "sv").title


def test_the_model_alone_is_that_of_the_forecast_that_chose_it() -> None:
    short = [float(5 + month % 12) + 0.1 * (month // 12) for month in range(48)]
    assert seasonal_naive(short) == forecast(short)


@pytest.mark.parametrize(
    ("model", "indicator", "first"),
    [(seasonal_naive, "overcrowding", 60), (seasonal_naive, "outplacement", 60),
     (forecast, "overcrowding", 84)],
)  # fmt: skip
def test_the_band_of_80_per_cent_holds_what_it_claims(
    dataset: Dataset, model: Callable[..., Forecast], indicator: str, first: int
) -> None:
    view = View(indicator, "2025-12", data="example")
    origins, inside = range(first, 109, 6), []
    for line in each(values.series(dataset.showing("example"), view)):
        for origin in origins:
            found = model(line[:origin].tolist(), floor=0.0, rate=True)
            inside += [
                one.low80 <= seen <= one.high80
                for one, seen in zip(found.points, line[origin : origin + 12], strict=True)
            ]
    assert len(inside) == 22 * len(origins) * 12
    assert 0.75 <= sum(inside) / len(inside) <= 0.85
