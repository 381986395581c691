"""The grant and the effort as rows: amounts, every cell with its reason, effects, areas."""

from dashboard import agreement, effects
from dashboard.effects_contrasts import contrasts
from dashboard.effects_series import OUTCOMES, Outcome
from dashboard.effects_verdict import Effect
from dashboard.funding import Cell, RegionPayout
from dashboard.funding_chance import chance, unpaid
from dashboard.funding_rates import Rates
from dashboard.funding_rules import REQUIREMENTS, Requirement
from dashboard.funding_simulator import simulated
from dashboard.grant_label import kind
from dashboard.grant_outcome import grant_of
from dashboard.grant_verdict import verdict
from dashboard.indicators import BEDS_PER_1000, OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.periods import Grain
from dashboard.regions import CODES, SWEDEN
from dashboard.rows import Row, series_rows
from dashboard.rule_choice import rule_choice
from dashboard.store import Store
from dashboard.trends import of_indicator
from dashboard.view import View

YEAR = 2024
_INDICATORS: dict[Requirement, Indicator] = {"over": OVERCROWDING, "out": OUTPLACEMENT}


def grant_rows(store: Store, view: View) -> list[Row]:
    """What each region would have got, in kronor; base amounts are published."""
    found = grant_of(store)
    return [{**payout_row(one), "status": found.rates.status} for one in found.regions]


def cell_rows(store: Store, view: View) -> list[Row]:
    """Every cell of the grant: 21 regions x 9 months x 2 requirements, with why it qualified."""
    cells = grant_of(store).cells
    return [
        {**_cell(store, one), "status": kind(store, one)}
        for code in CODES
        for one in cells
        if one.region == code
    ]


def rate_rows(store: Store, view: View) -> list[Row]:
    """The rates the grant is computed from, in the columns that own rates are read from."""
    rates = grant_of(store).rates
    return [
        {
            "region": code,
            "month": month,
            **{name: rate for q in REQUIREMENTS for name, rate in _years(rates, code, month, q)},
            "status": rates.status,
        }
        for code in CODES
        for month in rates.months
    ]


def effort_rows(store: Store, view: View) -> list[Row]:
    """Beds, overcrowding and outplacement of the view's region in every period."""
    periods = store.year_labels if view.data == "published" else store.months
    period = periods[-1]
    own = View(view.indicator, period, region=view.region, data=view.data)
    shown = (of_indicator(own, one.key) for one in (BEDS_PER_1000, OVERCROWDING, OUTPLACEMENT))
    codes = tuple(dict.fromkeys((SWEDEN, view.region)))
    return [row for one in shown for row in series_rows(store, one, codes, periods)]


def effect_rows(store: Store, view: View) -> list[Row]:
    """The main model, every sensitivity and every contrast, measure by measure."""
    grain: Grain = "year" if view.data == "published" else "month"
    found: list[Row] = []
    for outcome in OUTCOMES:
        one = effects.evaluation(store, outcome, view.region, grain)
        head: Row = {"indicator": one.series.indicator.key, "region": view.region}
        signal = one.verdict.signal
        found += [
            {**head, **_effect(effect), "signal": signal}
            for effect in (one.main, *one.sensitivities)
        ]
        found += [{**head, **row, "signal": None} for row in _contrasts(store, outcome)]
    return found


def fit_rows(store: Store, view: View) -> list[Row]:
    """Each measure by period: the value, the model, and what it expects without the effort."""
    grain: Grain = "year" if view.data == "published" else "month"
    found: list[Row] = []
    for outcome in OUTCOMES:
        one = effects.evaluation(store, outcome, view.region, grain)
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


def area_rows(store: Store, view: View) -> list[Row]:
    """The seven areas of the agreement: each indicator by year, or why there is none."""
    found: list[Row] = []
    for area in agreement.AREAS:
        head: Row = {"region": view.region, "area": area.key}
        if not area.indicators:
            found.append({**head, "indicator": None, "period": None, "value": None,
                          "status": "missing", "source": area.source.id,
                          "reason": area.reason.en})  # fmt: skip
        for one in area.indicators:
            for year, value in agreement.yearly(store, view, one).items():
                status = "missing" if value is None else "published"
                found.append({**head, "indicator": one.key, "period": year, "value": value,
                              "status": status, "source": one.published[0].source,
                              "reason": None})  # fmt: skip
    return found


def rules_rows(store: Store, view: View) -> list[Row]:
    """Each region by the rule tried and the one it is held against, in kronor."""
    found: list[Row] = []
    for text in dict.fromkeys((view.rule, view.against)):
        tried = simulated(store, rule_choice(text))
        found += [
            {
                "rule": text,
                "region": one.region,
                "cells_qualified": one.cells,
                "performance": one.performance,
                "base": one.base,
                "total": one.total,
                "noise_floor": tried.noise.cells,
                "share_real": tried.real.share,
                "status": grant_of(store).rates.status,
            }
            for one in tried.regions
        ]
    return found


def chance_rows(store: Store, view: View) -> list[Row]:
    """The share of cells that chance alone qualifies, year by simulated year."""
    found = chance(store)
    return [
        {"region": SWEDEN, "run": place, "seed": found.seed, "value": share, "status": "simulated"}
        for place, share in enumerate(found.outcomes)
    ]


def unpaid_rows(store: Store, view: View) -> list[Row]:
    """The probability that a month goes unpaid, by true improvement in per cent."""
    return [
        {
            "region": SWEDEN,
            "improvement": one.improvement,
            "any_region": one.any_region,
            "lowest_third": one.lowest,
            "middle_third": one.middle,
            "highest_third": one.highest,
            "status": "simulated",
        }
        for one in unpaid(store)
    ]


def payout_row(one: RegionPayout) -> Row:
    """What a region gets, part by part, in kronor."""
    return {
        "region": one.region,
        "population": one.population,
        "cells_qualified": one.cells_qualified,
        "earned_over": float(one.earned_over),
        "earned_out": float(one.earned_out),
        "bonus": float(one.bonus),
        "performance": one.performance,
        "base": one.base,
        "total": one.total,
    }


def _cell(store: Store, one: Cell) -> Row:
    said = verdict(store, one)
    before, now = (None if v is None else float(v) for v in (one.before, one.now))
    return {
        "region": one.region,
        "period": f"{YEAR}-{one.month:02d}",
        "indicator": _INDICATORS[one.requirement].key,
        "rate_2023": before,
        "rate_2024": now,
        "place": one.rank,
        "qualified_by": None if said == "gated" else one.qualified_by,
        "qualified_why": said,
        "earned": float(one.earned),
    }


def _years(
    rates: Rates, code: str, month: int, q: Requirement
) -> tuple[tuple[str, float | None], ...]:
    pair = rates.at(code, month, q)
    return tuple(
        (f"{q}_{year}", None if rate is None else round(float(rate), 4))
        for year, rate in ((YEAR - 1, pair.before), (YEAR, pair.now))
    )


def _effect(one: Effect) -> Row:
    return {
        "model": one.key,
        "period": one.at,
        "value": one.percent,
        "low": one.low,
        "high": one.high,
        "reason": one.problem.en if one.problem else None,
    }


def _contrasts(store: Store, outcome: Outcome) -> list[Row]:
    return [
        {
            "model": f"contrast-{one.key}",
            "period": str(YEAR),
            "value": one.percent,
            "low": one.low,
            "high": one.high,
            "reason": one.meaning.en,
        }
        for one in contrasts(store, outcome).each
    ]
