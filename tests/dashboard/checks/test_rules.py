"""Every rule finds its fault, names it rightly, and leaves clean data alone."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.checks import rules
from dashboard.checks.excluded import checked
from dashboard.checks.monthly import checks
from dashboard.ingest.build import cube_of
from dashboard.ingest.model import modelled_months
from dashboard.quality.rule_hits import counts, rule_hits
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset
from dashboard.values import values
from dashboard.values.rolling_year import rolling_12
from dashboard.view.view import View
from tests.builders import a_dataset, without
from tests.faults_made import FAULTS, LATE_DAYS, USUAL_DAYS, inject_faults

# The rule that each injected fault is to be named by (tests/faults_made.py).
NAMED = {
    "value 45 per 100": "R01",
    "beds x 0.74": "R04",
    "removed month": "R11",
    "occupancy 141": "R03",
    "patient-day mismatch": "R14",
    "late delivery": "R10",
}


@pytest.fixture(scope="module")
def months():
    return modelled_months().frame


def with_faults(dataset: Dataset, months, seed: int) -> tuple[Dataset, dict[str, tuple[str, str]]]:
    """A release of the faulty months, and where each fault lies."""
    faulty = inject_faults(months, seed=seed)
    somatic = faulty[(faulty["care"] == "somatic") & (faulty["stream"] == "all")]
    delivered: dict[str, dict[str, str]] = {}
    for row in somatic.dropna(subset="delivered_on").itertuples():
        delivered.setdefault(row.region, {})[row.month] = f"{row.delivered_on:%Y-%m-%d}"
    hit = somatic[somatic["fault"] != ""]
    places = {row.fault: (row.region, row.month) for row in hit.itertuples()}
    manifest = {**dataset.manifest, "delivered": delivered}
    # The rules ask what was reported: without ranges the months are no estimates.
    drawn = replace(dataset, quality={}, cube=cube_of(faulty), manifest=manifest, ranges=None)
    return drawn, places


@pytest.mark.parametrize("seed", [7, 20240501])
def test_every_injected_fault_is_found_and_named_rightly(dataset, months, seed: int) -> None:
    faulty, places = with_faults(dataset, months, seed)
    assert NAMED.keys() == FAULTS.keys() == places.keys()
    clean = {(one.rule_id, one.region, one.period, one.care) for one in rule_hits(dataset)}
    new = [one for one in rule_hits(faulty)
           if (one.rule_id, one.region, one.period, one.care) not in clean]  # fmt: skip
    for fault, (region, month) in places.items():
        named = {one.rule_id for one in new if (one.region, one.period) == (region, month)}
        # What is 45 per 100 is unusual for a region as well, and then has a warning besides.
        assert NAMED[fault] in named, fault
        assert named <= {NAMED[fault], "R06", "R08", "R09"}, fault
    graver = {
        (one.rule_id, one.region, one.period)
        for one in new
        if one.rule.severity == "error" and one.data == "estimated"
    }
    told = {
        (NAMED[fault], *place)
        for fault, place in places.items()
        if rules.BY_ID[NAMED[fault]].severity == "error"
    }
    assert graver == told


def test_clean_months_raise_no_error(dataset) -> None:
    raised = [check for check in checked(dataset) if check.fired.any()]
    assert {check.rule.severity for check in raised} <= {"warning", "info"}


def test_the_delay_is_told_in_days(dataset, months) -> None:
    faulty, places = with_faults(dataset, months, 7)
    (late,) = [one for one in rule_hits(faulty)
               if one.rule_id == "R10" and one.care == "somatic"]  # fmt: skip
    assert (late.region, late.period) == places["late delivery"]
    assert late.number == LATE_DAYS > rules.R10["days"] > USUAL_DAYS


# --- each rule on the smallest store that breaks it ------------------------------------------


def cube_with(measure: str, value: float, stream: str = "all", **usual: float):
    """Three calm years with one somatic value of Uppsala in 2025-03, a daily average."""
    dataset = a_dataset(**usual)
    cube = dataset.cube.copy()
    where = (CODES.index("03"), dataset.months.index("2025-03"), 0)
    cube[(MEASURES.index(measure), *where, STREAMS.index(stream))] = value * 31
    return cube, dataset.months, where


def fired(cube, months, where, rule: str) -> bool:
    return any(check.fired[where] for check in checks(cube, months) if check.rule.id == rule)


@pytest.mark.parametrize(
    ("rule", "measure", "wrong", "right"),
    [
        ("R01", "over_days", 40.2, 39.9),
        ("R01", "over_days", -1.0, 0.0),
        ("R02", "out_days", 40.2, 39.9),
        ("R03", "patient_days", 29.0, 31.0),
        ("R03", "patient_days", 131.0, 129.0),
        ("R04", "bed_days", 79.0, 81.0),
        ("R04", "bed_days", 121.0, 119.0),
        ("R06", "over_days", 0.0, 0.1),
        ("R07", "over_days", 91.0, 89.0),
        ("R11", "bed_days", float("nan"), 100.0),
        ("R14", "patient_days", 91.0, 90.0),
        ("R15", "out_days", -0.1, 0.0),
    ],
)
def test_a_rule_fires_beyond_its_threshold_and_not_within(
    rule: str, measure: str, wrong: float, right: float
) -> None:
    assert fired(*cube_with(measure, wrong), rule)
    assert not fired(*cube_with(measure, right), rule)


def test_free_beds_with_many_overcrowded_patients_are_a_matter_of_definition() -> None:
    cube, months, where = cube_with("over_days", 11, patients=79)
    assert fired(cube, months, where, "R08")
    assert not fired(*cube_with("over_days", 9, patients=79), "R08")
    assert not fired(*cube_with("over_days", 11, patients=81), "R08")


def test_summer_closures_are_allowed_more() -> None:
    beds = [100.0] * 36
    beds[30] = 70.0  # July 2025.
    dataset = a_dataset(beds=beds)
    (steps,) = [one for one in checks(dataset.cube, dataset.months) if one.rule.id == "R04"]
    found = steps.fired[0, :, 0]
    assert [dataset.months[i] for i in np.flatnonzero(found)] == ["2025-08"]


def test_four_equal_months_are_one_too_many() -> None:
    rates = [3.0 + 0.01 * i for i in range(36)]
    rates[10:13] = [3.5] * 3
    rates[20:24] = [3.7] * 4
    dataset = a_dataset(over=rates)
    (same, _) = [one for one in checks(dataset.cube, dataset.months) if one.rule.id == "R05"]
    assert np.flatnonzero(same.fired[0, :, 0]).tolist() == [23]


def test_a_month_far_from_its_own_history_is_unusual() -> None:
    rates = [4 + 0.3 * (-1) ** i for i in range(48)]
    dataset = a_dataset(first="2022-01", over=[*rates[:-1], 9.0])
    own, _ = (one for one in checks(dataset.cube, dataset.months) if one.rule.id == "R09")
    assert np.flatnonzero(own.fired[0, :, 0]).tolist() == [47]


# --- what an error does -----------------------------------------------------------------------

LAST = View("overcrowding", "2025-03")


def one_error() -> Dataset:
    cube, _, _ = cube_with("over_days", 80)
    return replace(a_dataset(), cube=cube)


def test_an_error_is_kept_but_left_out_of_sums_over_regions() -> None:
    country, *regions = values.at(one_error(), LAST)
    own = regions[CODES.index("03")]
    assert own.value == pytest.approx(80)
    assert country.value == pytest.approx(4)
    assert country.reporting == 20
    assert country.coverage == pytest.approx(20 / 21)


def test_an_error_is_left_out_of_sums_over_months_too() -> None:
    dataset = one_error()
    year = values.at(dataset, replace(LAST, period="2025"))
    assert year[0].value == pytest.approx(4)
    own = year[1 + CODES.index("03")]
    assert own.value is None
    assert own.reason is not None
    assert "kan inte stämma och räknas inte in" in own.reason.sv
    assert rolling_12(dataset, replace(LAST, region="03", period="2025-12")) is None
    assert rolling_12(dataset, replace(LAST, region="04", period="2025-12")) == pytest.approx(4)


def test_an_error_concerns_only_what_is_computed_from_its_measure() -> None:
    country, *_ = values.at(one_error(), replace(LAST, indicator="outplacement"))
    assert country.reporting == 21


def test_a_warning_stays_in() -> None:
    dataset = a_dataset(beds=[100.0] * 27 + [75.0] * 9, patients=70)
    assert "R04" in counts(dataset)
    assert values.at(dataset, replace(LAST, indicator="available_beds"))[0].reporting == 21


def test_a_missing_month_is_an_error_that_has_nothing_to_exclude() -> None:
    dataset = without(a_dataset(), ["03"], months=["2025-03"])
    (gone,) = [check for check in checked(dataset) if check.rule.id == "R11"]
    assert np.argwhere(gone.fired[..., 0]).tolist() == [
        [CODES.index("03"), dataset.months.index("2025-03")]
    ]


def test_every_rule_is_declared_once_with_words_in_both_languages() -> None:
    assert [rule.id for rule in rules.RULES] == [f"R{i:02d}" for i in range(1, 17)]
    for rule in rules.RULES:
        assert rule.severity in rules.SEVERITIES
        for words in (*rule.name, *rule.text):
            assert words
            assert "{" not in words
    assert "30 eller över 130" in rules.R03.text.sv
    assert "0,051" in rules.R12.text.sv
    assert "0.051" in rules.R12.text.en


def test_psychiatric_care_is_judged_by_what_it_has() -> None:
    found = [check.fired[..., CARES.index("psychiatric")].any() for check in checked(a_dataset())
             if check.rule.severity == "error"]  # fmt: skip
    assert not any(found)
