"""New levels declared with a reason: they part the limits, and nothing else does."""

from dataclasses import replace

import pytest

from dashboard.indicators.registry import INDICATORS
from dashboard.ingest import csv_tables
from dashboard.language.text import Text
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.control_chart_picture import control_chart_picture
from dashboard.values import trends
from dashboard.values.rebases import Rebase, rebases_of
from dashboard.view.view import View
from tests.builders import a_dataset, an_example, with_rows

VIEW = View("overcrowding", "2025-12", "14")
NEW_HOSPITAL = Rebase(
    key="new", indicator="overcrowding", care="somatic", region="14", month="2024-07",
    logged="2024-08-01", reason=Text("Nytt sjukhus.", "A new hospital."), source="",
)  # fmt: skip


def with_the_new_hospital(dataset: Dataset) -> Dataset:
    words = {"reason_sv": NEW_HOSPITAL.reason.sv, "reason_en": NEW_HOSPITAL.reason.en}
    names = ("key", "indicator", "care", "region", "month", "logged", "source")
    row = {**{name: getattr(NEW_HOSPITAL, name) for name in names}, **words}
    return with_rows(dataset, "rebases", [row])


def test_every_declared_rebase_names_a_series_that_exists() -> None:
    keys = {indicator.key for indicator in INDICATORS}
    named = {(row["indicator"], row["region"]) for row in csv_tables.rows("rebases")}
    assert {indicator for indicator, _ in named} <= {"", *keys}
    assert {region for _, region in named} <= {"", *ALL_CODES}


@pytest.mark.parametrize("gone", ["month", "logged", "reason"])
def test_a_rebase_without_a_reason_that_was_logged_is_refused(gone: str) -> None:
    with pytest.raises(ValueError, match="'new' needs a month, a date and a reason"):
        replace(NEW_HOSPITAL, **{gone: Text("", "") if gone == "reason" else ""})


def test_it_concerns_the_series_it_names() -> None:
    dataset = with_the_new_hospital(a_dataset())
    assert rebases_of(dataset, VIEW) == (NEW_HOSPITAL,)
    others = (replace(VIEW, region="12"), replace(VIEW, indicator="outplacement"))
    assert [rebases_of(dataset, view) for view in others] == [(), ()]


def test_from_its_month_on_the_series_has_limits_of_its_own() -> None:
    over = [(4 if i < 18 else 9) + 0.1 * (i % 3) for i in range(36)]
    dataset = with_the_new_hospital(an_example(over=over))
    own, other = (trends.judged(dataset, replace(VIEW, region=code)) for code in ("14", "12"))
    assert own is not None
    assert other is not None
    assert {point.segment for point in own.chart.points} == {0, 1}
    assert own.chart.points[18].segment == 1 == own.chart.points[17].segment + 1
    assert {point.segment for point in other.chart.points} == {0}
    # The year before can still be compared: a new level is no new way of counting.
    assert trends.trend(dataset, VIEW).year_before is not None


def test_the_reason_is_told_with_the_chart(dataset) -> None:
    dataset = with_the_new_hospital(dataset.showing("example"))
    picture = control_chart_picture(dataset, VIEW, VIEW.of, "sv")
    assert "Ny nivå från juli 2024: Nytt sjukhus." in picture.sentence
    earlier = control_chart_picture(dataset, replace(VIEW, period="2024-06"), VIEW.of, "sv")
    assert "Ny nivå" not in earlier.sentence
