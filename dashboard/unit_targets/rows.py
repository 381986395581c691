"""The page of targets as rows: derived targets, gaps of two kinds, and what is assumed."""

from dataclasses import replace

from dashboard.gaps.demand import Demand, demands
from dashboard.gaps.gap_ranges import range_at
from dashboard.gaps.implied_gap import ImpliedGap, country_gap, implied_gap, implied_gaps
from dashboard.gaps.regional_distance import estimates
from dashboard.gaps.target_status import official_shares, shares_by_region
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets import occupancy_targets
from dashboard.unit_targets.assumption_words import assumptions_said
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.by_region import RegionTarget, region_targets
from dashboard.unit_targets.model import STREAMS
from dashboard.unit_targets.month_status import status_of
from dashboard.values.estimate_ranges import Range
from dashboard.values.provenance import MODEL
from dashboard.values.rows import Row
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import TARGETS
from dashboard.view.assumptions import SCALES
from dashboard.view.view import View

DIALOGUE = "dialogue"
_GUIDELINE = occupancy_targets.TARGETS[0].source_id


def curve_rows(dataset: Dataset, view: View) -> list[Row]:
    """The target of every size and stream as shown, and what it would be without limits."""
    found = basis(dataset, view)
    low, high = (int(end) for end in (SCALES["size"].low, SCALES["size"].high))
    return [
        {
            "region": view.region,
            "period": view.period,
            "stream": stream,
            "beds": beds,
            "target_pct": _percent(found.target(beds, stream).target),
            "target_unclipped": _percent(found.target(beds, stream).unclipped),
            "over_per_100": found.risk(beds, stream),
            "assumptions": assumptions_said(view.assumptions),
            "status": "assumed",
            "source": _GUIDELINE,
            "release": dataset.release,
            "stamp": DIALOGUE,
        }
        for stream in STREAMS
        for beds in range(low, high + 1)
    ]


def gap_rows(dataset: Dataset, view: View) -> list[Row]:
    """Patients, beds and beds missing at the guideline, for Sweden and each region by stream.

    Beds are locked within each region, so what Sweden lacks with locked beds is the regions' sum.
    """
    found = demands(dataset, view.period)
    whole = country_gap(implied_gaps(found, shares_by_region(dataset, view)))
    rows = [
        _gap(dataset, view, one, implied_gap(one, official_shares(dataset, _at(view, one))), stream)
        | (
            {"occupancy_gap_locked": whole.locked}
            if (one.region, stream) == (SWEDEN, "all")
            else {}
        )
        for one in found.values()
        for stream in (*STREAMS, "all")
    ]
    return rows or [_missing(dataset, view, "all")]


def _gap(dataset: Dataset, view: View, demand: Demand, gap: ImpliedGap, stream: str) -> Row:
    patients = {"acute": demand.acute, "planned": demand.planned, "all": demand.patients}[stream]
    beds = {"acute": demand.beds_acute, "planned": demand.beds_planned, "all": demand.beds}[stream]
    missing = {"acute": gap.acute, "planned": gap.planned, "all": gap.net}[stream]
    return {
        "region": demand.region,
        "period": view.period,
        "care": "somatic",
        "stream": stream,
        "patients": patients,
        "beds": beds,
        "occupancy_gap": missing,
        "occupancy_gap_locked": gap.locked if stream == "all" else None,
        **_ends(
            range_at(dataset, view.period, demand.region, gap.net) if stream == "all" else None
        ),
        "status": status_of(dataset, view, demand.region),
        "source": MODEL,
        "release": dataset.release,
    }


def _at(view: View, demand: Demand) -> View:
    return replace(view, region=demand.region)


def _missing(dataset: Dataset, view: View, stream: str) -> Row:
    """The row that says there are no figures for the period."""
    empty = dict.fromkeys(("patients", "beds", "occupancy_gap", "occupancy_gap_locked",
                           "low", "high"))  # fmt: skip
    return {
        "region": view.region, "period": view.period, "care": "somatic", "stream": stream,
        **empty, "status": "missing", "source": None, "release": dataset.release,
    }  # fmt: skip


def region_rows(dataset: Dataset, view: View) -> list[Row]:
    """Each region's mix, occupancy and targets: the guideline's and those derived here."""
    found = region_targets(dataset, view)
    return [_region(dataset, view, found.get(code), code) for code in ALL_CODES]


def _region(dataset: Dataset, view: View, target: RegionTarget | None, code: str) -> Row:
    return {
        "region": code,
        "period": view.period,
        "acute_share": target.acute_share if target else None,
        "occupancy_pct": _percent(target.occupancy) if target else None,
        "official_pct": _percent(target.official) if target else None,
        "target_acute_pct": _percent(target.acute) if target else None,
        "target_planned_pct": _percent(target.planned) if target else None,
        "target_pct": _percent(target.mixed) if target else None,
        "target_gap": target.missing if target else None,
        "occupancy_gap": target.missing_official if target else None,
        **_ends(range_at(dataset, view.period, code, target.missing) if target else None),
        "assumptions": assumptions_said(view.assumptions),
        "status": status_of(dataset, view, code) if target else "missing",
        "source": MODEL if target else None,
        "release": dataset.release,
        "stamp": DIALOGUE,
    }


def shared_rows(dataset: Dataset, view: View) -> list[Row]:
    """The estimated distance of each region with its range over the ways to share the need."""
    found = estimates(dataset, view)
    return [
        {
            "region": code,
            "period": view.period,
            DISTANCE_TO_GUIDELINE.key: found[code].distance if code in found else None,
            "low": found[code].low if code in found else None,
            "high": found[code].high if code in found else None,
            "status": status_of(dataset, view, code) if code in found else "missing",
            "source": _GUIDELINE,
            "release": dataset.release,
            "stamp": None if code in found and found[code].official else "estimate",
        }
        for code in CODES
    ]


def _ends(spread: Range | None) -> Row:
    """The 80 per cent range of the beds missing, empty for what is no estimate."""
    return {"low": spread[0] if spread else None, "high": spread[1] if spread else None}


def _percent(share: float) -> float:
    """Per cent without the last digits that floats leave behind."""
    return round(100 * share, 9)


SHEETS: Sheets = {
    "tgt-curve": Sheet(curve_rows, TARGETS),
    "tgt-gaps": Sheet(gap_rows, TARGETS),
    "tgt-regions": Sheet(region_rows, TARGETS),
    "tgt-share": Sheet(shared_rows, TARGETS),
}
