"""The grant as rows: amounts, every cell with its reason, chance, other rules."""

from collections.abc import Collection, Mapping

from dashboard.funding.cell_odds import Odds
from dashboard.funding.label import kind
from dashboard.funding.odds import odds
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.funding.payout import Cell, Payout, RegionPayout
from dashboard.funding.rates import Key, Rates
from dashboard.funding.rule_names import PRESETS, rule_name, said
from dashboard.funding.rules import REQUIREMENTS, Requirement
from dashboard.funding.simulation.chance import chance, unpaid
from dashboard.funding.simulation.simulator import simulated
from dashboard.funding.verdict import doubt
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.language.said import Said
from dashboard.language.text import LANGS, Text
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.values.rows import Row
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import EFFECTS
from dashboard.view.payment_rule import rule_choice
from dashboard.view.view import View

YEAR = 2024


# What a region's money and cells hang on, which estimated months cannot decide.
_PAID = frozenset(("cells_qualified", "earned_over", "earned_out", "bonus", "performance", "total"))
_DECIDED = frozenset(("place", "qualified_by", "qualified_why", "earned"))
_INDICATORS: dict[Requirement, Indicator] = {"over": OVERCROWDING, "out": OUTPLACEMENT}


def grant_rows(dataset: Dataset, view: View) -> list[Row]:
    """What each region would have got, in kronor; base amounts are published.

    Of estimated months the base alone, with the reason (docs/methods.md 9.7).
    """
    grant = grant_of(dataset)
    return [
        {**_kept(payout_row(region), _PAID, grant), "status": grant.rates.status}
        for region in grant.regions
    ]


def cell_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every cell of the grant: 21 regions x 9 months x 2 requirements, with why it qualified.

    Of estimated months the probability that it does, with the reason (docs/methods.md 9.7).
    """
    grant = grant_of(dataset)
    cells, by_cell = grant.cells, {} if told_by_region(grant) else odds(dataset) or {}
    return [
        {
            **_kept(_cell(dataset, cell), _DECIDED, grant),
            "probability": _probability(by_cell, cell),
            "status": kind(dataset, cell),
        }
        for code in CODES
        for cell in cells
        if cell.region == code
    ]


def rate_rows(dataset: Dataset, view: View) -> list[Row]:
    """The rates the grant is computed from, in the columns that own rates are read from."""
    rates = grant_of(dataset).rates
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


def _rule(text: str) -> Said:
    name = rule_name(text)
    if text in PRESETS:
        return Said(name, text)
    return Said(Text(*(f"{name.in_(one)}: {said(rule_choice(text), one)}" for one in LANGS)), text)


def rules_rows(dataset: Dataset, view: View) -> list[Row]:
    """Each region by the rule tried and the one it is held against, in kronor.

    Of estimated months the base alone, with the reason (docs/methods.md 9.7).
    """
    found: list[Row] = []
    grant = grant_of(dataset)
    for text in dict.fromkeys((view.rule, view.against)):
        tried = simulated(dataset, rule_choice(text))
        found += [
            {
                "rule": _rule(text),
                **_kept(
                    {
                        "region": region.region,
                        "cells_qualified": region.cells,
                        "performance": region.performance,
                        "base": region.base,
                        "total": region.total,
                        "noise_floor": tried.noise.cells,
                        "share_real": tried.real.share,
                    },
                    _PAID,
                    grant,
                ),
                "status": grant.rates.status,
            }
            for region in tried.regions
        ]
    return found


def chance_rows(dataset: Dataset, view: View) -> list[Row]:
    """The share of cells that chance alone qualifies, year by simulated year."""
    found = chance(dataset)
    return [
        {"region": SWEDEN, "run": place, "seed": found.seed, "value": share, "status": "simulated"}
        for place, share in enumerate(found.outcomes)
    ]


def unpaid_rows(dataset: Dataset, view: View) -> list[Row]:
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
        for one in unpaid(dataset)
    ]


def payout_row(payout: RegionPayout) -> Row:
    """What a region gets, part by part, in kronor."""
    return {
        "region": payout.region,
        "population": payout.population,
        "cells_qualified": payout.cells_qualified,
        "earned_over": float(payout.earned_over),
        "earned_out": float(payout.earned_out),
        "bonus": float(payout.bonus),
        "performance": payout.performance,
        "base": payout.base,
        "total": payout.total,
    }


def _kept(row: Row, decided: Collection[str], payout: Payout) -> Row:
    """The row, without what the grant's months cannot bear and then with the reason."""
    if told_by_region(payout):
        return {**row, "reason": None}
    kept: Row = {key: None if key in decided else value for key, value in row.items()}
    return {**kept, "reason": CANNOT_BE_DECIDED.en}


def _probability(by_cell: Mapping[Key, Odds], cell: Cell) -> float | None:
    one = by_cell.get((cell.region, cell.month, cell.requirement))
    return None if one is None else round(one.qualified, 3)


def _cell(dataset: Dataset, cell: Cell) -> Row:
    before, now = (None if v is None else float(v) for v in (cell.before, cell.now))
    return {
        "region": cell.region,
        "period": f"{YEAR}-{cell.month:02d}",
        "indicator": _INDICATORS[cell.requirement].key,
        "rate_2023": before,
        "rate_2024": now,
        "place": cell.rank,
        "qualified_by": cell.qualified_by,
        "qualified_why": cell.reason,
        "low_trust": "yes" if doubt(dataset, cell) else "no",
        "earned": float(cell.earned),
    }


def _years(
    rates: Rates, code: str, month: int, q: Requirement
) -> tuple[tuple[str, float | None], ...]:
    pair = rates.at(code, month, q)
    return tuple(
        (f"{q}_{year}", None if rate is None else round(float(rate), 4))
        for year, rate in ((YEAR - 1, pair.before), (YEAR, pair.now))
    )


SHEETS: Sheets = {
    "eff-grant": Sheet(grant_rows, EFFECTS),
    "eff-cells": Sheet(cell_rows, EFFECTS),
    "eff-rates": Sheet(rate_rows, EFFECTS),
    "eff-chance": Sheet(chance_rows, EFFECTS),
    "eff-unpaid": Sheet(unpaid_rows, EFFECTS),
    "eff-rules": Sheet(rules_rows, EFFECTS),
}
