"""What the missing beds consist of, as rows: steps, reconciliation, ways to the target, pooling."""

from dataclasses import replace

from dashboard.gaps.demand import demands
from dashboard.gaps.gap_history import BEGAN, implied_steps, official_steps
from dashboard.gaps.reconciliation import gap_at, reconciliation
from dashboard.gaps.waterfall import Step
from dashboard.language.said import Said
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.shortfall import GUIDELINE
from dashboard.unit_targets.assumption_words import assumptions_said
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.month_status import status_of
from dashboard.unit_targets.options import Option, need_of
from dashboard.unit_targets.pooled_units import occupancy_of_units, pools
from dashboard.values.provenance import MODEL
from dashboard.values.rows import Row
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import TARGETS
from dashboard.view.view import View


def official_rows(dataset: Dataset, view: View) -> list[Row]:
    """Sweden's distance to the guideline step by step, in beds."""
    return _steps(dataset, view, official_steps(dataset, view.period), SWEDEN, "distance")


def implied_rows(dataset: Dataset, view: View) -> list[Row]:
    """The region's occupancy-implied gap step by step, in beds."""
    return _steps(dataset, view, implied_steps(dataset, view), view.region, "occupancy_gap")


def _steps(
    dataset: Dataset, view: View, steps: tuple[Step, ...], region: str, gap: str
) -> list[Row]:
    found: list[tuple[str, float | None]] = [
        (Said(step.name, step.key), step.beds) for step in steps
    ]
    status = status_of(dataset, view, region)
    source = GUIDELINE.source_id if gap == "distance" else MODEL
    return [
        {
            "region": region, "period": view.period, "gap": gap, "step": key, "value": beds,
            "since": BEGAN,
            "status": "missing" if beds is None else status, "source": source,
            "release": dataset.release,
        }
        for key, beds in found or [("now", None)]
    ]  # fmt: skip


def reconciled_rows(dataset: Dataset, view: View) -> list[Row]:
    """The formula's gap by occupancy, beside the official one and at the occupancy measured."""
    country = demands(dataset, BEGAN).get(SWEDEN)
    found = reconciliation(country.occupancy if country else None)
    measured = status_of(dataset, replace(view, period=BEGAN), SWEDEN)
    statuses = {"formula": "assumed", "official": "published", "measured": measured}
    points = [("formula", *one, found.acute_share) for one in found.points]
    points.append(("official", 1.0, gap_at(1.0, found.share_at_full), found.share_at_full))
    if found.measured is not None and found.measured_gap is not None:
        points.append(("measured", found.measured, found.measured_gap, found.acute_share))
    return [
        {
            "region": SWEDEN, "period": BEGAN, "kind": kind, "occupancy_pct": round(100 * at, 9),
            "acute_share": share, "occupancy_gap": gap,
            "status": statuses[kind],
            "source": GUIDELINE.source_id,
            "release": dataset.release,
        }
        for kind, at, gap, share in points
    ]  # fmt: skip


def need_rows(dataset: Dataset, view: View) -> list[Row]:
    """The three ways to the target, and what beds and a shorter stay alone give."""
    need = need_of(dataset, view)
    if need is None:
        return [_way(dataset, view, "missing", None)]
    assumed = basis(dataset, view).assumed
    singles = (
        Option("more_beds", assumed.beds, 0, 0, 0, need.more_beds.occupancy,
               need.more_beds.over_per_100),
        Option("shorter_stay", 0, assumed.days, 0, 0, need.shorter_stay.occupancy,
               need.shorter_stay.over_per_100),
    )  # fmt: skip
    return [_way(dataset, view, one.key, one) for one in (*need.options, *singles)]


def _way(dataset: Dataset, view: View, key: str, option: Option | None) -> Row:
    return {
        "region": view.region,
        "period": view.period,
        "option": key,
        "beds": option.beds if option else None,
        "days": option.days if option else None,
        "ready": option.ready if option else None,
        "moved": option.moved if option else None,
        "occupancy_pct": round(100 * option.occupancy, 9) if option else None,
        "over_per_100": option.over_per_100 if option else None,
        "assumptions": assumptions_said(view.assumptions),
        "status": status_of(dataset, view, view.region) if option else "missing",
        "source": MODEL,
        "release": dataset.release,
        "stamp": "dialogue",
    }


def pooled_rows(dataset: Dataset, view: View) -> list[Row]:
    """Overcrowding when one unit to six share their beds."""
    occupancy = occupancy_of_units(dataset, view)
    return [
        {
            "region": view.region, "period": view.period, "units": units, "beds": beds,
            "occupancy_pct": round(100 * occupancy, 9), "over_per_100": over,
            "assumptions": assumptions_said(view.assumptions),
            "status": status_of(dataset, view, view.region),
            "source": MODEL,
            "release": dataset.release, "stamp": "dialogue",
        }
        for units, beds, over in pools(basis(dataset, view), occupancy)
    ]  # fmt: skip


SHEETS: Sheets = {
    "tgt-need": Sheet(need_rows, TARGETS),
    "tgt-pooled": Sheet(pooled_rows, TARGETS),
    "tgt-official": Sheet(official_rows, TARGETS),
    "tgt-fall": Sheet(implied_rows, TARGETS),
    "tgt-sum": Sheet(reconciled_rows, TARGETS),
}
