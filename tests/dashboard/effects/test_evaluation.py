"""A known effect is found, one that is not there is not, and modelled months decide nothing."""

from dataclasses import replace
from itertools import product
from typing import get_args

import numpy as np
import pytest

from dashboard.effects import series as effects_series
from dashboard.effects.contrasts import contrasts
from dashboard.effects.evaluation import effect, evaluation, fitted
from dashboard.effects.judged import Evaluation
from dashboard.effects.model import DECLARED
from dashboard.effects.series import OUTCOMES, Outcome, series_of
from dashboard.effects.verdict import Effect, verdict
from dashboard.effects.words import declared_words
from dashboard.funding.simulation.chance import chance, unpaid
from dashboard.funding.simulation.placebo_months import placebo
from dashboard.funding.simulation.simulator import simulated
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.text import LANGS
from dashboard.reference.periods import Grain, months_between
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.payment_rule import OF_2024
from tests.builders import a_dataset, without
from tests.each import each

MONTHS = months_between("2016-01", "2025-12")


def with_effect(size: float, *, since: str = "2023-01", noise: float = 0.03) -> Dataset:
    """Ten years of 4 per 100 with season and noise, times `size` from a month on."""
    draw = np.random.default_rng(5)
    season = 1 + 0.2 * np.sin(2 * np.pi * np.arange(120) / 12)
    over = {
        code: (4 * season * np.exp(noise * draw.standard_normal(120))
               * np.where(np.array(MONTHS) >= since, size, 1.0)).tolist()
        for code in CODES
    }  # fmt: skip
    return a_dataset(first="2016-01", last="2025-12", over=over, out=over)


def test_an_effect_that_is_there_is_found_by_every_model() -> None:
    found = evaluation(with_effect(0.7), "over")
    assert found.main.percent == pytest.approx(-30, abs=4)
    assert found.main.low is not None
    assert found.main.low < -30 < (found.main.high or 0) < 0
    assert {one.direction for one in found.sensitivities} == {-1}
    assert found.verdict.pattern == "improvement"
    keys = [one.key for one in found.sensitivities]
    assert keys == ["ar1", "start-2022-07", "start-2023-01", "without-2020-21", "linear", "counts",
                    "short-window", "panel", "panel-by-beds"]  # fmt: skip


def test_an_early_effect_is_not_told_because_a_late_start_cannot_see_it() -> None:
    """The mandatory sensitivities are strict, as docs/methods.md 6.1 says."""
    found = evaluation(with_effect(0.7, since="2022-02"), "over")
    late = {one.key: one.direction for one in found.sensitivities}
    assert (found.main.direction, late["start-2023-01"]) == (-1, 0)
    assert found.verdict.pattern == "cannot_be_decided"


def test_without_an_effect_none_is_found() -> None:
    found = evaluation(with_effect(1.0), "over")
    assert found.main.direction == 0
    assert found.verdict.pattern in ("no_certain_change", "cannot_be_decided")


def test_more_overcrowding_is_a_deterioration_and_more_beds_only_a_change() -> None:
    assert evaluation(with_effect(1.4), "over").verdict.pattern == "deterioration"
    draw = np.random.default_rng(1)
    beds = (100 * np.exp(0.01 * draw.standard_normal(120))
            * np.where(np.array(MONTHS) >= "2023-01", 1.2, 1.0)).tolist()  # fmt: skip
    more = a_dataset(first="2016-01", last="2025-12", beds=beds)
    found = evaluation(more, "beds")
    assert found.main.percent == pytest.approx(20, abs=3)
    assert found.verdict.pattern == "changed"


def test_estimated_months_never_decide() -> None:
    found = evaluation(with_effect(0.7), "over").verdict
    assert found.signal == "cannot_be_decided"
    assert found.word.sv == "kan inte avgöras"
    assert found.text.sv.startswith("Kan inte avgöras. I december 2024 ligger serien ")
    assert found.text.en.startswith("Cannot be decided. In December 2024 the series lies ")
    assert "skattade" in found.because[0].sv
    assert "Ingen kausal slutsats" in found.because[-1].sv


def test_years_that_could_be_fitted_are_still_too_few_for_the_sensitivities(
    dataset: Dataset,
) -> None:
    for outcome in OUTCOMES:
        found = evaluation(dataset, outcome, grain="year")
        assert found.verdict.signal == "cannot_be_decided"
        assert found.series.status == "published"
        assert all("break" in n or not n.startswith("slope") for n in found.design.names)
    beds = evaluation(dataset, "beds", grain="year")
    assert beds.main.problem is not None
    assert beds.verdict.text.sv.startswith("Kan inte avgöras. Serien är för kort: År i den längsta")
    over = evaluation(dataset, "over", grain="year")
    assert over.main.at == "2024"
    assert over.verdict.text.sv.startswith("Kan inte avgöras. År 2024 ligger serien ")
    assert "2 av 3 känslighetsprov går inte att göra." in [one.sv for one in over.verdict.because]


def evaluations(dataset: Dataset) -> list[Evaluation]:
    return [
        evaluation(dataset, outcome, region, grain)
        for outcome in OUTCOMES
        for region in ("00", "14", "09")
        for grain in get_args(Grain)
    ]


def test_every_series_has_a_verdict_and_its_caveats_in_both_languages(dataset: Dataset) -> None:
    for found in evaluations(dataset):
        for lang in LANGS:
            assert found.verdict.text.in_(lang)
            assert "Vårdanalys" in " ".join(one.in_(lang) for one in found.remarks)
        assert any("brott" in one.sv.lower() for one in found.remarks)
        assert len(found.fitted) == len(found.series.labels) == len(found.counterfactual)
        assert found.main.percent is not None or found.main.problem is not None
    assert "Täckning: alla 21 regioner i varje månad." in [
        one.sv for one in evaluation(dataset, "over").remarks
    ]


def test_the_lines_part_where_the_effort_begins(dataset: Dataset) -> None:
    found = evaluation(dataset, "over")
    at = MONTHS.index("2022-02")
    assert found.fitted[:at] == pytest.approx(found.counterfactual[:at])
    end = MONTHS.index("2024-12")
    fit, other = found.fitted[end], found.counterfactual[end]
    assert fit is not None
    assert other is not None
    assert found.main.percent == pytest.approx(100 * (fit / other - 1))
    assert [one.key for one in found.at_ends] == ["during", "model2024", "after"]
    assert found.at_ends[1].percent == found.main.percent


def test_a_declared_break_gets_its_own_level_in_every_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A jump of the reporting in 2018 is then no effect of 2022."""
    jump = np.where(np.array(MONTHS) >= "2018-01", 2.0, 1.0)
    noise = np.exp(0.03 * np.random.default_rng(2).standard_normal((21, 120)))
    over = {code: (4 * jump * one).tolist() for code, one in zip(CODES, noise, strict=True)}
    dataset = a_dataset(first="2016-01", last="2025-12", over=over)
    blind = evaluation(dataset, "over")
    monkeypatch.setattr(effects_series, "_breaks", lambda *_: ("2018-01",))
    found = evaluation(replace(dataset, release="another"), "over")
    assert blind.main.percent is not None
    assert blind.main.percent < -25
    assert found.main.percent == pytest.approx(0, abs=5)
    assert "break:2018-01" in found.design.names
    assert "Brott i serien har en egen nivå från januari 2018." in [o.sv for o in found.remarks]


def test_the_effect_on_a_linear_scale_is_relative_to_what_would_have_been() -> None:
    series = series_of(with_effect(0.5, noise=0.001), "over", "14", "month")
    linear = replace(DECLARED, scale="linear", covid=())
    fit, design = fitted(series, linear)
    found = effect("x", DECLARED.periods[0].name, series, fit, design, linear)
    assert found.percent == pytest.approx(-50, abs=4)


def test_a_region_without_values_cannot_be_judged() -> None:
    gone = without(with_effect(1.0), ["14"])
    found = evaluation(gone, "over", "14")
    assert found.main.problem is not None
    assert found.verdict.signal == "cannot_be_decided"
    assert set(found.fitted) == {None}
    assert found.terms == ()
    country = evaluation(gone, "over")
    said = [one.sv for one in country.remarks]
    assert "Täckning: minst 20 av 21 regioner i varje månad." in said


def test_of_a_region_s_estimated_months_no_effect_is_given(dataset: Dataset) -> None:
    assert evaluation(dataset, "over", "14").series.status == "estimated"
    for outcome, region in each(product(OUTCOMES, ("01", "14"))):
        found = evaluation(dataset, outcome, region)
        told = (found.main, *found.at_ends, *found.sensitivities)
        assert {one.percent for one in each(told)} == {None}
        assert found.main.problem == CANNOT_BE_DECIDED
        assert {*found.fitted, *found.counterfactual} == {None}
        assert not any(c.isdigit() for c in found.verdict.text.sv)
        assert found.verdict.signal == "cannot_be_decided"
    # The country, its published years, and the example have theirs.
    assert evaluation(dataset, "over").main.percent is not None
    assert evaluation(dataset, "over", "14", "year").main.percent is not None
    assert evaluation(dataset.showing("example"), "over", "14").main.percent is not None


def test_a_month_of_zero_is_told_and_enters_where_it_can() -> None:
    over = [0.0 if n % 10 == 5 else 4.0 + n % 3 for n in range(120)]
    dataset = a_dataset(first="2016-01", last="2025-12", over=over)
    found = evaluation(dataset, "over", "14")
    assert len(found.design.used) == 108
    assert any("Punkter med värdet noll: 12." in one.sv for one in found.remarks)
    series = series_of(dataset, "over", "14", "month")
    for scale in ("counts", "linear"):
        _, design = fitted(series, replace(DECLARED, scale=scale))  # type: ignore[arg-type]
        assert len(design.used) == 120


def test_an_unknown_outcome_or_region_is_refused(dataset: Dataset) -> None:
    wrong: Outcome = "waits"  # type: ignore[assignment]
    with pytest.raises(KeyError):
        evaluation(dataset, wrong)
    with pytest.raises(ValueError, match="no region"):
        evaluation(dataset, "over", "99")


def an_effect(percent: float | None, wide: float = 5.0) -> Effect:
    if percent is None:
        return Effect("x", OVERCROWDING.name, "2024-12", None, None, None, OVERCROWDING.name)
    return Effect("x", OVERCROWDING.name, "2024-12", percent, percent - wide, percent + wide, None)


@pytest.mark.parametrize(
    ("main", "others", "signal"),
    [
        (-20, [-15, -10], "improvement"),
        (20, [15, 10], "deterioration"),
        (-2, [1, 2], "no_certain_change"),
        (-20, [-15, -2], "cannot_be_decided"),
        (-2, [-15, -2], "cannot_be_decided"),
        (-20, [-15, 15], "cannot_be_decided"),
        (-20, [-15, None], "cannot_be_decided"),
        (None, [None], "cannot_be_decided"),
    ],
)
def test_a_verdict_needs_all_sensitivities(
    dataset: Dataset, main: float | None, others: list[float | None], signal: str
) -> None:
    """On real months, which decide what modelled ones cannot."""
    series = replace(series_of(dataset, "over", "00", "month"), status="published")
    found = verdict(series, an_effect(main), [an_effect(one) for one in others])
    assert found.signal == found.pattern == signal
    assert "Ingen kausal slutsats" in found.because[-1].sv


def test_the_model_is_told_in_sentences_before_any_result() -> None:
    for lang in LANGS:
        said = " ".join(one.in_(lang) for one in declared_words(DECLARED))
        assert "2022" in said
        assert "Newey–West" in said
    assert "februari 2022" in declared_words(DECLARED)[1].sv
    assert len(declared_words(replace(DECLARED, harmonics=0, covid=()))) == 4


ODD = {
    "constant": lambda: a_dataset(first="2016-01", last="2025-12"),
    "short": a_dataset,
    "nothing": lambda: without(a_dataset(first="2016-01", last="2025-12"), CODES),
    "zero": lambda: a_dataset(first="2016-01", last="2025-12", over=0, out=0, psychiatric_over=0),
    "late": lambda: a_dataset(first="2024-01", last="2030-12"),
    "early": lambda: a_dataset(first="2010-01", last="2021-12"),
    "one region": lambda: without(a_dataset(first="2016-01", last="2025-12"), CODES[1:]),
    "a gap": lambda: without(with_effect(0.8), CODES, months=months_between("2023-01", "2023-09")),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_release_is_answered_with_words(name: str) -> None:
    dataset = ODD[name]()
    for found in evaluations(dataset):
        assert found.verdict.signal == "cannot_be_decided"
        assert found.main.percent is None or np.isfinite(found.main.percent)
        assert found.verdict.text.sv
    for outcome in OUTCOMES:
        assert contrasts(dataset, outcome).conclusion.sv
    assert 0 < chance(dataset, runs=20).share < 1
    assert unpaid(dataset)[0].any_region > 0
    assert placebo(dataset).paid_cells == 378
    assert len(simulated(dataset, replace(OF_2024, than="limits", smooth=3)).regions) == 21
