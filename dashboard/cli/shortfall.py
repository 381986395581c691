"""`vardplats shortfall`: the official gap and the occupancy-implied gap, side by side."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from dashboard.cli import given, printing
from dashboard.cli.files import table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.gaps.demand import Demand, demands, window
from dashboard.gaps.implied_gap import ImpliedGap, country_gap, implied_gaps
from dashboard.gaps.reconciliation import MEANING, reconciliation
from dashboard.gaps.regional_distance import beds_of, estimates, shared_needs
from dashboard.gaps.target_status import levels_of
from dashboard.gaps.waterfall import Step, implied_waterfall, official_waterfall
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISTANCE_TO_GUIDELINE,
    PROGRESS_TO_GUIDELINE,
)
from dashboard.reference.periods import months_of
from dashboard.reference.regions import BY_CODE, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.spreadsheets.region_names import code_named
from dashboard.targets import shortfall
from dashboard.targets.guidelines import Guideline, guideline_at, guidelines_at
from dashboard.targets.need_by_age import Ages, needing
from dashboard.targets.occupancy_targets import Shares, shares_at
from dashboard.targets.shortfall import Estimate, net_and_gross
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View, parse

Answer = dict[str, Any]


def print_shortfall(asked: dict[str, str], allocation: str, ages: Path | None, fmt: Format) -> None:
    """Print both gaps, the regions by one way to share the need, and what has changed.

    Raises:
        Refused: there is no release, no such period, or a way to share that cannot be computed.
    """
    dataset = given.dataset(given.settings())
    view = _view(dataset, asked)
    guideline = guideline_at(months_of(view.period)[-1])
    if guideline is None:
        raise Refused(f"There is no guideline in {view.period}: the first is of 31 May 2023.")
    if allocation == "C" and ages is None:
        raise Refused(f"{shortfall.LEFT_OUT.en} Give them by --ages FILE.")
    by_age = needing(_ages(ages)) if ages else None
    now, then = (demands(dataset, one) for one in (view.period, guideline.valid_from[:7]))
    if not now or not then:
        raise Refused(f"The release lacks a month of the twelve up to {view.period}.")
    needs = shared_needs(dataset, view, by_age)[allocation]
    rows = _regions(dataset, view, needs, estimates(dataset, view, by_age))
    shares = _shares(dataset, view)
    gaps = implied_gaps(now, shares)
    rows = _with_implied(rows, gaps)
    if fmt != "json":
        printing.print_numbers(rows, fmt)
        return
    printing.print_json(
        {
            "period": view.period,
            "release": dataset.release,
            "status": view.data,
            "official": _official(dataset, now[SWEDEN], guideline, view),
            "occupancy_implied": _implied(now[SWEDEN], gaps, view),
            "allocation": _allocation(allocation, by_age is not None, rows),
            "regions": rows,
            "waterfalls": {
                "official": _steps(official_waterfall(then[SWEDEN].beds, now[SWEDEN].beds)),
                "occupancy_implied": _steps(
                    implied_waterfall(then[SWEDEN], now[SWEDEN], shares[SWEDEN])
                ),
            },
            "reconciliation": asdict(reconciliation(then[SWEDEN].occupancy))
            | {"meaning": MEANING.en},
        }
    )


def _view(dataset: Dataset, asked: dict[str, str]) -> View:
    parsed = parse({**asked, "indicator": AVAILABLE_BEDS.key}, dataset)
    if parsed.errors:
        raise Refused("\n".join(words.en for words in parsed.errors))
    view = parsed.view
    if window(view.period)[-1] not in dataset.months:
        last = f"{dataset.months[0]} to {dataset.last_month}"
        raise Refused(f"There are no months of {view.period}; there are {last}.")
    return view


def _shares(dataset: Dataset, view: View) -> dict[str, Shares]:
    month, levels = months_of(view.period)[-1], levels_of(dataset, view)
    return {code: shares_at(month, levels, region=code)[0] for code in (SWEDEN, *CODES)}


def _official(dataset: Dataset, country: Demand, guideline: Guideline, view: View) -> Answer:
    """The distance over twelve months and the progress, with their ranges (docs/methods.md 1.6)."""
    held, months = country.beds, window(view.period)
    done = shortfall.progress(held, guideline)
    away, way = (
        range_of(dataset, replace(view, indicator=one.key, care="somatic", stream="all"), SWEDEN)
        for one in (DISTANCE_TO_GUIDELINE, PROGRESS_TO_GUIDELINE)
    )
    low, high = away or (None, None)
    return {
        "months": [months[0], months[-1]],
        "need": guideline.need_total,
        "baseline": guideline.baseline,
        "gap_at_baseline": guideline.gap,
        "beds": held,
        "distance": shortfall.distance(held, guideline),
        "low": low,
        "high": high,
        "progress_pct": asdict(replace(done, low=way[0], high=way[1]) if way else done),
        "versions": [
            {"key": one.key, "gap": one.gap, "valid_from": one.valid_from, "source": one.source_id}
            for one in guidelines_at(months_of(view.period)[-1])
        ],
    }


def _implied(country: Demand, gaps: tuple[ImpliedGap, ...], view: View) -> Answer:
    months = window(view.period)
    return {
        "months": [months[0], months[-1]],
        "beds": country.beds,
        "patients": country.patients,
        "occupancy": country.occupancy,
        "acute_share": country.acute_share,
        "flat_rate": country.flat_rate,
        "required": sum(one.required for one in gaps),
        **asdict(country_gap(gaps)),
    }


def _allocation(variant: str, by_age: bool, rows: list[Answer]) -> Answer:
    net, gross = net_and_gross(row["distance"] for row in rows)
    return {
        "variant": variant,
        "rule": shortfall.WAYS[variant].en,
        "stamp": shortfall.STAMP.en,
        "left_out": None if by_age else shortfall.LEFT_OUT.en,
        "net": net,
        "gross": gross,
    }


def _regions(
    dataset: Dataset, view: View, needs: dict[str, int], estimates: dict[str, Estimate]
) -> list[Answer]:
    beds = beds_of(dataset, view)
    return [
        {
            "region": code,
            "name": BY_CODE[code].name.sv,
            "need": one.need if one.official else needs[code],
            "beds": beds[code],
            "distance": (one.need if one.official else needs[code]) - beds[code],
            "low": one.low,
            "high": one.high,
            "status": "official" if one.official else "estimate",
        }
        for code, one in estimates.items()
    ]


def _with_implied(rows: list[Answer], gaps: tuple[ImpliedGap, ...]) -> list[Answer]:
    by_region = {one.region: one for one in gaps}
    nothing = dict.fromkeys(("acute", "planned", "net", "locked"))
    return [
        row
        | {
            f"implied_{part}": getattr(by_region.get(row["region"]), part, absent)
            for part, absent in nothing.items()
        }
        for row in rows
    ]


def _steps(steps: Iterable[Step]) -> list[Answer]:
    return [
        {"key": one.key, "name": one.name.en, "beds": one.beds, "total": one.total} for one in steps
    ]


_AGE_COLUMNS = ("population", "from_65", "from_80")


def _ages(path: Path) -> dict[str, Ages]:
    """Inhabitants by region and age: columns region, population, from_65 (65-79), from_80."""
    found: dict[str, Ages] = {}
    table = table_of(path, ["region", *_AGE_COLUMNS])
    for line in table.lines:
        cell = line.words("region")
        code = code_named(cell)
        if code is None or code in found:
            raise table.refused(line, "region", f"{cell[:40]!r} is no region, or stands twice")
        found[code] = Ages(*(int(table.needed(line, one)) for one in _AGE_COLUMNS))
        try:
            needing({code: found[code]})
        except ValueError as error:
            raise table.refused(line, "population", str(error)) from error
    if missing := [code for code in CODES if code not in found]:
        raise Refused(f"{path}: there is no row for {', '.join(missing)}.")
    return found
