"""The evaluation as rows: the effort, the effects, the model beside the values."""

from dashboard.effects import evaluation
from dashboard.effects.contrasts import contrasts
from dashboard.effects.series import OUTCOMES, Outcome, series_of
from dashboard.effects.verdict import Effect
from dashboard.funding.rows import YEAR
from dashboard.indicators.registry import BEDS_PER_1000, OUTPLACEMENT, OVERCROWDING
from dashboard.language.said import Said
from dashboard.reference.periods import Grain
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.rows import Row, series_rows
from dashboard.values.sheets import Sheet, Sheets
from dashboard.values.trends import of_indicator
from dashboard.view.addresses import EFFECTS
from dashboard.view.view import View


def effort_rows(dataset: Dataset, view: View) -> list[Row]:
    """Beds, overcrowding and outplacement of the view's region in every period."""
    periods = dataset.year_labels if view.data == "published" else dataset.months
    period = periods[-1]
    own = View(view.indicator, period, region=view.region, data=view.data)
    shown = (of_indicator(own, one.key) for one in (BEDS_PER_1000, OVERCROWDING, OUTPLACEMENT))
    codes = tuple(dict.fromkeys((SWEDEN, view.region)))
    return [row for one in shown for row in series_rows(dataset, one, codes, periods)]


def effect_rows(dataset: Dataset, view: View) -> list[Row]:
    """The main model, every sensitivity and every contrast, measure by measure."""
    grain: Grain = "year" if view.data == "published" else "month"
    found: list[Row] = []
    for outcome in OUTCOMES:
        one = evaluation.evaluation(dataset, outcome, view.region, grain)
        head: Row = {"indicator": one.series.indicator.key, "region": view.region}
        signal = one.verdict.signal
        found += [
            {**head, **_effect(effect), "signal": signal, "status": one.series.status}
            for effect in (one.main, *one.sensitivities)
        ]
        monthly = series_of(dataset, outcome, SWEDEN, "month").status
        found += [
            {**head, "region": SWEDEN, **row, "signal": None, "status": monthly}
            for row in _contrasts(dataset, outcome)
        ]
    return found


def fit_rows(dataset: Dataset, view: View) -> list[Row]:
    """Each measure by period: the value, the model, and what it expects without the effort."""
    grain: Grain = "year" if view.data == "published" else "month"
    found: list[Row] = []
    for outcome in OUTCOMES:
        one = evaluation.evaluation(dataset, outcome, view.region, grain)
        rates = one.series.rate.tolist()
        lines = zip(one.series.labels, rates, one.fitted, one.counterfactual, strict=True)
        found += [
            {
                "indicator": one.series.indicator.key,
                "region": view.region,
                "period": label,
                "value": None if value != value else value,
                "fitted": fitted,
                "expected": expected,
                "unit": one.series.indicator.unit.long.en,
                "status": one.series.status,
            }
            for label, value, fitted, expected in lines
        ]
    return found


def _effect(effect: Effect) -> Row:
    return {
        "model": Said(effect.name, effect.key),
        "period": effect.at,
        "value": effect.percent,
        "low": effect.low,
        "high": effect.high,
        "reason": Said(effect.problem) if effect.problem else None,
    }


def _contrasts(dataset: Dataset, outcome: Outcome) -> list[Row]:
    return [
        {
            "model": Said(one.name, f"contrast-{one.key}"),
            "period": str(YEAR),
            "value": one.percent,
            "low": one.low,
            "high": one.high,
            "reason": Said(one.meaning),
        }
        for one in contrasts(dataset, outcome).each
    ]


SHEETS: Sheets = {
    "eff-policy": Sheet(effort_rows, EFFECTS),
    "eff-fit": Sheet(fit_rows, EFFECTS),
    "eff-its": Sheet(effect_rows, EFFECTS),
}
