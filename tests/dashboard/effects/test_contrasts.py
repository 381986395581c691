"""The contrasts see a payment that worked, and keep silent where one only seems to have."""

import math
from dataclasses import replace

import numpy as np
import pytest

from dashboard.effects import contrasts as effects_contrasts
from dashboard.effects.contrasts import Contrasts, contrasts, paid_less_unpaid
from dashboard.effects.panel_regression import panel_effect
from dashboard.effects.series import Series, series_of
from dashboard.language.text import LANGS, Lang
from dashboard.reference.periods import months_between
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view
from layouts.effects.contrasts import contrast_section, contrast_values
from tests.builders import a_dataset
from tests.dashboard.effects.test_evaluation import with_effect

MONTHS = months_between("2016-01", "2025-12")


def with_paid_months(size: float, noise: float = 0.02) -> Dataset:
    """Rates that are `size` times as high in the paid months of 2024 alone."""
    draw = np.random.default_rng(9)
    paid = np.array([f"2024-{month:02d}" for month in range(2, 11)])
    over = {
        code: (level * np.exp(noise * draw.standard_normal(120))
               * np.where(np.isin(MONTHS, paid), size, 1.0)).tolist()
        for code, level in zip(CODES, np.linspace(2, 9, 21), strict=True)
    }  # fmt: skip
    return a_dataset(first="2016-01", last="2025-12", over=over, out=over)


def by_key(found: Contrasts) -> dict[str, effects_contrasts.Contrast]:
    return {one.key: one for one in found.each}


def test_the_difference_of_paid_and_unpaid_months_is_a_difference_of_logs() -> None:
    logs = np.zeros((1, 120))
    logs[0, [MONTHS.index(f"2024-{m:02d}") for m in range(2, 11)]] = math.log(0.8)
    assert paid_less_unpaid(logs, MONTHS, 2024)[0] == pytest.approx(math.log(0.8))
    logs[0, [MONTHS.index(f"2024-{m:02d}") for m in (11, 12)]] = math.log(0.8)
    assert paid_less_unpaid(logs, MONTHS, 2024)[0] == pytest.approx(0)
    assert np.isnan(paid_less_unpaid(logs, MONTHS, 2016)).all()
    assert np.isnan(paid_less_unpaid(logs, MONTHS, 2026)).all()


def test_a_fall_in_the_paid_months_alone_is_found_in_both_weightings() -> None:
    found = contrasts(with_paid_months(0.8), "over")
    each = by_key(found)
    assert list(each) == ["paid", "paid-by-beds", "dose", "control"]
    for key in ("paid", "paid-by-beds"):
        assert each[key].percent == pytest.approx(-20, abs=2)
        assert each[key].survives
        assert each[key].regions == 21
    assert each["control"].survives
    assert not each["dose"].survives
    assert [year for year, _ in found.placebo] == [2017, 2018, 2019]
    assert all(abs(percent) < 3 for _, percent in found.placebo)


def test_estimated_months_bear_no_conclusion_whatever_they_show() -> None:
    found = contrasts(with_paid_months(0.8), "over")
    assert found.conclusion.sv.startswith("Ingen kausal slutsats: månaderna är skattade")


def test_on_real_months_nothing_is_said_unless_every_contrast_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def published(*asked: object) -> Series:
        return replace(series_of(*asked), status="published")  # type: ignore[arg-type]

    monkeypatch.setattr(effects_contrasts, "series_of", published)
    none = contrasts(with_paid_months(1.0), "over")
    assert none.conclusion.sv.startswith("Ingen kausal slutsats: inget av")
    # Without a dose there are only the two weightings and the placebo years.
    some = contrasts(with_paid_months(0.8), "out")
    assert some.conclusion.sv.startswith("Ingen kausal slutsats: inget av")
    monkeypatch.setattr(effects_contrasts, "_dose", lambda *_: some.each[0])
    holds = contrasts(with_paid_months(0.7), "out")
    assert holds.conclusion.en.startswith("The difference of paid and unpaid months holds")


def test_too_few_regions_have_no_contrast() -> None:
    lone = a_dataset(first="2016-01", last="2025-12", over={"01": 4.0, "14": 5.0})
    found = by_key(contrasts(lone, "over"))
    assert found["paid"].percent is None
    assert found["dose"].percent is None
    assert found["paid"].regions == 2


def test_beds_have_no_fifth_place_and_no_psychiatric_control(dataset: Dataset) -> None:
    assert list(by_key(contrasts(dataset, "beds"))) == ["paid", "paid-by-beds"]
    assert "Över noll vore" in contrasts(dataset, "beds").each[0].meaning.sv
    assert "Below zero would" in contrasts(dataset, "out").each[0].meaning.en
    assert list(by_key(contrasts(dataset, "out"))) == ["paid", "paid-by-beds", "dose"]


def test_the_panel_finds_the_effect_that_all_regions_share() -> None:
    for weighted in (False, True):
        found = panel_effect(with_effect(0.7), "over", weighted=weighted)
        assert found.percent == pytest.approx(-30, abs=3)
        assert found.direction == -1


def test_a_panel_of_few_regions_is_refused() -> None:
    few = a_dataset(first="2016-01", last="2025-12", over=dict.fromkeys(CODES[:5], 4.0))
    found = panel_effect(few, "over", weighted=False)
    assert found.percent is None
    assert found.problem is not None
    assert found.problem.en == "Too few regions have values."


def test_the_panel_by_hand() -> None:
    """Its estimate is that of least squares with a dummy for each region."""
    from dashboard.effects.model import DECLARED, design_of

    dataset = with_effect(0.9)
    design = design_of(MONTHS, [True] * 120, DECLARED)
    logs = [np.log(series_of(dataset, "over", code, "month").rate) for code in CODES]
    dummies = np.kron(np.eye(21), np.ones((120, 1)))
    matrix = np.hstack([np.tile(design.matrix[:, 1:], (21, 1)), dummies])
    slow = np.linalg.lstsq(matrix, np.concatenate(logs), rcond=None)[0][:12]
    row = np.where(design.policy, design.matrix[MONTHS.index("2024-12")], 0)[1:]
    found = panel_effect(dataset, "over", weighted=False)
    assert found.percent == pytest.approx(100 * math.expm1(row @ slow), rel=1e-6)


@pytest.mark.parametrize("lang", LANGS)
def test_intervals_that_are_held_to_nothing_are_not_called_95_per_cent(
    dataset: Dataset, lang: Lang
) -> None:
    view = default_view(dataset)
    words = str(contrast_section(dataset, contrast_values(dataset, view, lang), lang))
    assert "95 %" not in words
    assert "95%" not in words
    assert {"sv": "kan inte avgöras", "en": "cannot be decided"}[lang] in words
    assert not contrasts(dataset, "over").decided
