"""The files of a view: one table from the name of a file to its rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dashboard.comparison.rows import (
    attention_rows,
    better_rows,
    dots_rows,
    funnel_rows,
    peer_rows,
    scatter_rows,
)
from dashboard.effects.rows import area_rows, effect_rows, effort_rows, fit_rows
from dashboard.funding.rows import (
    cell_rows,
    chance_rows,
    grant_rows,
    rate_rows,
    rules_rows,
    unpaid_rows,
)
from dashboard.gaps import target_status
from dashboard.gaps.guideline_rows import way_rows
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    Indicator,
    Stream,
)
from dashboard.language.text import Text
from dashboard.quality.rows import (
    calendar_rows,
    definition_rows,
    grade_rows,
    question_rows,
    revision_rows,
    rule_rows,
    source_rows,
    split_rows,
)
from dashboard.reference.periods import FIRST_YEAR, grain_of, same_period_last_year
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_rows import (
    among_rows,
    beside_target,
    limit_rows,
    reach_rows,
    target_rows,
)
from dashboard.unit_targets.gap_rows import (
    implied_rows,
    need_rows,
    official_rows,
    pooled_rows,
    reconciled_rows,
)
from dashboard.unit_targets.rows import curve_rows, gap_rows, region_rows, shared_rows, steps_of
from dashboard.values import trends, values
from dashboard.values.rows import Row, rows, series_rows
from dashboard.view.view import View

# The pages that files stand on; the layouts know them by the same addresses.
NATIONAL = Text("/", "/en/")
OWN = Text("/min-region", "/en/my-region")
COMPARED = Text("/jamfor", "/en/compare")
FUNDED = Text("/effekter", "/en/effects")
AIMED = Text("/malnivaer", "/en/targets")
QUALITY = Text("/data", "/en/data")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds: `of` turns the page's view into the file's, `rows` reads that.

    All rows of a sheet have the same keys. `path` is the address of the page it stands on.
    """

    of: Callable[[View], View]
    rows: Callable[[Dataset, View], list[Row]]
    path: Text = NATIONAL


def _same(view: View) -> View:
    return view


def _indicator(indicator: Indicator) -> Callable[[View], View]:
    return lambda view: trends.of_indicator(view, indicator.key)


def _occupancy_view(view: View) -> View:
    return replace(view, indicator=OCCUPANCY.key)


def _way_view(view: View) -> View:
    return replace(view, indicator=AVAILABLE_BEDS.key, care="somatic", stream="all", region=SWEDEN)


def _map(dataset: Dataset, view: View) -> list[Row]:
    return rows(dataset, view, ALL_CODES)


def _series(dataset: Dataset, view: View) -> list[Row]:
    """All years, or the last months of the release that the view's span covers."""
    periods = values.periods_of(dataset, view)
    start = 0 if grain_of(view.period) == "year" else max(0, len(periods) - view.span)
    return series_rows(dataset, view, ALL_CODES, periods[start:])


_STREAMS: tuple[Stream, ...] = ("acute", "planned", "all")


def _occupancy(dataset: Dataset, view: View) -> list[Row]:
    """Each stream of Sweden and the regions beside its target."""
    return [
        beside_target(row, target_status.standing(dataset, view, str(row["region"]), stream))
        for stream in _STREAMS
        for row in rows(dataset, replace(view, stream=stream), ALL_CODES)
    ]


def _regions(dataset: Dataset, view: View) -> list[Row]:
    """The main indicators and the view's own, in the period and the same one last year."""
    keys = dict.fromkeys([*(one.key for one in _MAIN), view.indicator])
    own = [trends.of_indicator(view, key) for key in keys]
    return [row for one in own for row in series_rows(dataset, one, ALL_CODES, _both(view.period))]


_MAIN = (OVERCROWDING, OUTPLACEMENT, OCCUPANCY, AVAILABLE_BEDS)


def _both(period: str) -> Iterator[str]:
    yield period
    if int(period[:4]) > FIRST_YEAR:
        yield same_period_last_year(period)


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {
        "map": Sheet(_same, _map),
        "chosen": Sheet(_same, _series),
        "over": Sheet(_indicator(OVERCROWDING), _series),
        "out": Sheet(_indicator(OUTPLACEMENT), _series),
        "occupancy": Sheet(_occupancy_view, _occupancy),
        "way": Sheet(_way_view, way_rows),
        "regions": Sheet(_same, _regions),
        "attention": Sheet(_same, attention_rows),
        "mine-targets": Sheet(_occupancy_view, target_rows, OWN),
        "mine-among": Sheet(_same, among_rows, OWN),
        "mine-reach": Sheet(_same, reach_rows, OWN),
        "mine-over": Sheet(_indicator(OVERCROWDING), limit_rows, OWN),
        "mine-out": Sheet(_indicator(OUTPLACEMENT), limit_rows, OWN),
        "mine-occupancy": Sheet(_indicator(OCCUPANCY), limit_rows, OWN),
        "mine-beds": Sheet(_indicator(AVAILABLE_BEDS), limit_rows, OWN),
        "cmp-dots": Sheet(_same, dots_rows, COMPARED),
        "cmp-funnel": Sheet(_same, funnel_rows, COMPARED),
        "cmp-panels": Sheet(_same, _series, COMPARED),
        "cmp-scatter": Sheet(_same, scatter_rows, COMPARED),
        "cmp-peers": Sheet(_same, peer_rows, COMPARED),
        "cmp-better": Sheet(_same, better_rows, COMPARED),
        "cmp-attention": Sheet(_same, attention_rows, COMPARED),
        "eff-policy": Sheet(_same, effort_rows, FUNDED),
        "eff-fit": Sheet(_same, fit_rows, FUNDED),
        "eff-its": Sheet(_same, effect_rows, FUNDED),
        "eff-grant": Sheet(_same, grant_rows, FUNDED),
        "eff-cells": Sheet(_same, cell_rows, FUNDED),
        "eff-rates": Sheet(_same, rate_rows, FUNDED),
        "eff-chance": Sheet(_same, chance_rows, FUNDED),
        "eff-unpaid": Sheet(_same, unpaid_rows, FUNDED),
        "eff-rules": Sheet(_same, rules_rows, FUNDED),
        "eff-areas": Sheet(_same, area_rows, FUNDED),
        "tgt-curve": Sheet(_same, curve_rows, AIMED),
        "tgt-gaps": Sheet(_same, gap_rows, AIMED),
        "tgt-regions": Sheet(_same, region_rows, AIMED),
        "tgt-share": Sheet(_same, shared_rows, AIMED),
        "tgt-need": Sheet(_same, need_rows, AIMED),
        "tgt-pooled": Sheet(_same, pooled_rows, AIMED),
        "tgt-official": Sheet(_same, official_rows, AIMED),
        "tgt-fall": Sheet(_same, implied_rows, AIMED),
        "tgt-sum": Sheet(_same, reconciled_rows, AIMED),
        "tgt-steps-acute": Sheet(_same, steps_of("acute"), AIMED),
        "tgt-steps-planned": Sheet(_same, steps_of("planned"), AIMED),
        "dq-questions": Sheet(_same, question_rows, QUALITY),
        "dq-split": Sheet(_same, split_rows, QUALITY),
        "dq-calendar": Sheet(_same, calendar_rows, QUALITY),
        "dq-trust": Sheet(_same, grade_rows, QUALITY),
        "dq-rules": Sheet(_same, rule_rows, QUALITY),
        "dq-since": Sheet(_same, definition_rows, QUALITY),
        "dq-sources": Sheet(_same, source_rows, QUALITY),
        "dq-revised": Sheet(_same, revision_rows, QUALITY),
    }
)
