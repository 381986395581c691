"""Relief, preparedness, an event and staffing as rows."""

from dashboard.releases.dataset import Dataset
from dashboard.scenario import event_words, relief_words
from dashboard.scenario.ahead_picture import ahead, coming
from dashboard.scenario.readiness import rungs
from dashboard.scenario.rows import by_month, head
from dashboard.scenario.ward_staff import asked, by_region, staff_behind, wards
from dashboard.values.rows import Row
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import SCENARIO
from dashboard.view.scenario_choice import scenario_choice
from dashboard.view.view import View


def relief_rows(dataset: Dataset, view: View) -> list[Row]:
    """A row for each pair with its share of 1 000 points; one without values where nobody lacks."""
    plan = relief_words.relief_plan(dataset, view)
    each: list[Row] = [
        {
            "sender": one.sender, "receiver": one.receiver, "patients": one.patients,
            "used_in": one.used_in, "km": one.km, "sender_occupancy": one.sender_occupancy,
            "receiver_occupancy": one.receiver_occupancy,
        }
        for one in (plan.transfers if plan else ())
    ]  # fmt: skip
    keys = (
        "sender", "receiver", "patients", "used_in", "km", "sender_occupancy", "receiver_occupancy",
    )  # fmt: skip
    start = _head(dataset, view)
    return [{**start, **one} for one in each] or [{**start, **dict.fromkeys(keys)}]


def ladder_rows(dataset: Dataset, view: View) -> list[Row]:
    """The rungs of preparedness, each with what kind of figure it is."""
    start = _head(dataset, view)
    found: list[Row] = [{**start, "rung": one.key, "beds": one.beds, "evidence": one.kind}
                        for one in rungs(dataset, view)]  # fmt: skip
    return found or [{**start, "rung": "", "beds": None, "evidence": "missing"}]


def event_rows(dataset: Dataset, view: View) -> list[Row]:
    """Who takes how many of the injured, the nearest first; one row without values for Sweden."""
    event = event_words.event_of(dataset, view)
    start = _head(dataset, view)
    found: list[Row] = [
        {
            **start, "receiver": one.region, "km": one.km, "hours": one.hours,
            "free_beds": one.free, "patients": one.takes, "full_after": one.full_after,
        }
        for one in (event.taken if event else ())
    ]  # fmt: skip
    keys = "receiver", "km", "hours", "free_beds", "patients", "full_after"
    return found or [{**start, **dict.fromkeys(keys)}]


def staff_rows(dataset: Dataset, view: View) -> list[Row]:
    """Kinds of ward: hours of a patient-day, and full-time posts behind a bed and those asked."""
    scenario = scenario_choice(view.scenario)
    beds, start = asked(view, scenario), _head(dataset, view)
    found: list[Row] = []
    for one in wards(scenario):
        staff = staff_behind(beds, one.ratios, scenario)
        found.append({
            **start, "ward_kind": one.key, "grade": one.grade,
            "ratios": "/".join(f"{ratio:g}" for ratio in one.ratios), "beds": beds,
            "hours_per_patient_day": staff.hours_per_patient_day,
            "fte_per_bed": staff.fte_per_bed, "fte": staff.fte,
        })  # fmt: skip
    return found


def region_staff_rows(dataset: Dataset, view: View) -> list[Row]:
    """The estimated beds to the guideline of each region and the staff behind them."""
    start = _head(dataset, view)
    found: list[Row] = [
        {
            **start, "region": one.region, "low": one.beds[0], "high": one.beds[1],
            "nurses_low": one.nurses[0], "nurses_high": one.nurses[1],
            "staff_low": one.staff[0], "staff_high": one.staff[1],
        }
        for one in by_region(dataset, view, scenario_choice(view.scenario))
    ]  # fmt: skip
    keys = "low", "high", "nurses_low", "nurses_high", "staff_low", "staff_high"
    return found or [{**start, **dict.fromkeys(keys)}]


def forecast_rows(dataset: Dataset, view: View) -> list[Row]:
    """The months ahead with limits of 80 and 95 per cent; one row without values where none."""
    start, keys = _head(dataset, view), ("value", "low80", "high80", "low95", "high95")
    found = ahead(dataset, view)
    if found is None:
        return [{**start, "month": None, **dict.fromkeys(keys), "forecast_model": None}]
    months, _, forecast = found
    return [
        {**start, "month": month, **{key: getattr(one, key) for key in keys},
         "forecast_model": forecast.model}
        for month, one in zip(coming(months, len(forecast.points)), forecast.points, strict=True)
    ]  # fmt: skip


def _head(dataset: Dataset, view: View) -> Row:
    return head(dataset, view, scenario_choice(view.scenario))


SHEETS: Sheets = {
    "scn-relief": Sheet(relief_rows, SCENARIO, by_month),
    "scn-relief-map": Sheet(relief_rows, SCENARIO, by_month),
    "scn-forecast": Sheet(forecast_rows, SCENARIO, by_month),
    "scn-ladder": Sheet(ladder_rows, SCENARIO, by_month),
    "scn-event": Sheet(event_rows, SCENARIO, by_month),
    "scn-staffing": Sheet(staff_rows, SCENARIO, by_month),
    "scn-by-region": Sheet(region_staff_rows, SCENARIO, by_month),
}
