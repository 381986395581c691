"""Plan, target and outcome of a region by month: as rows of a file, and as a table in words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from dashboard.frozen import frozen
from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, Indicator
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.targets.plans import Plan, Plans
from dashboard.values import labels, values
from dashboard.values.columns import WORDS
from dashboard.values.rows import Row
from dashboard.values.values import Value
from dashboard.view.view import View

MOST_MONTHS = 24
# Of a region without a plan a file has the outcome of these months, and says that it has none.
_WITHOUT = 12
PlanState = Literal["as_first", "changed", "changed_afterwards", "none", "not_shown"]

TITLE = Text("Plan, mål och utfall", "Plan, target and outcome")
MONTH = Text("Månad", "Month")
_NO_PLAN = Text("Plan saknas.", "There is no plan.")
_NOT_SHOWN = Text(
    "Regionens plan visas bara för den som är inloggad från regionen eller Socialstyrelsen.",
    "The region's plan is shown only to who is signed in from the region or from the National "
    "Board of Health and Welfare.",
)
_DAMAGED = Text(
    "Planen kan inte visas: den är inte som den skrevs. Kör vardplats plan.",
    "The plan cannot be shown: it is not as it was written. Run vardplats plan.",
)
_SENTENCE = Text(
    "Utfall som är skattade står med sitt spann och säger inte om planen har hållits.",
    "Outcomes that are estimated stand with their range and do not say whether the plan was kept.",
)
_HEADS = (
    Text("Planerade platser", "Planned beds"), Text("Utfall, platser", "Outcome, beds"),
    Text("Mål, beläggning", "Target, occupancy"), Text("Utfall, beläggning", "Outcome, occupancy"),
    Text("Utfallets status", "Status of the outcome"), Text("Planen", "The plan"),
)  # fmt: skip
_AS_FIRST = Text("lämnad {}", "handed in {}")
_CHANGED = Text("ändrad {}, först {} platser och {} %", "changed {}, first {} beds and {} %")
_CHANGED_AFTER = Text(
    "ÄNDRAD I EFTERHAND {}, först {} platser och {} %",
    "CHANGED AFTERWARDS {}, first {} beds and {} %",
)
_RANGED = Text("{} ({}–{})", "{} ({}–{})")
_NO_OUTCOME = Text("inget utfall än", "no outcome yet")


@frozen
class PlannedMonth:
    """A month: its plan, or None, beside beds and occupancy as they became, or None so far."""

    month: str
    plan: Plan | None
    beds: Value | None
    occupancy: Value | None

    @property
    def known(self) -> tuple[Value, ...]:
        """The outcomes that there are."""
        return tuple(one for one in (self.beds, self.occupancy) if one and one.value is not None)


def planned_months(dataset: Dataset, plans: Plans, view: View) -> Iterator[PlannedMonth]:
    """The last planned months of the view's region, each beside what came of it."""
    for month, plan in [*plans.of_region(view.region).items()][-MOST_MONTHS:]:
        yield _month(dataset, month, plan, view)


def plan_rows(dataset: Dataset, view: View) -> list[Row]:
    """The planned months of the view's region; without a plan the last months, which say so.

    Beds are on average of the month, occupancy and its target in per cent.
    """
    shown = view.region in dataset.plans.regions
    found = list(planned_months(dataset, dataset.plans, view)) if shown else []
    if not found:
        ended = [one for one in dataset.months if one <= dataset.last_month][-_WITHOUT:]
        found = [_month(dataset, one, None, view) for one in ended]
    return [_row(one, view, shown=shown) for one in found]


def plan_grid(dataset: Dataset, plans: Plans, view: View, lang: Lang) -> Grid:
    """The planned months of the view's region as a table in words."""
    rows = tuple(_line(one, lang) for one in planned_months(dataset, plans, view))
    return Grid(tuple(head.in_(lang) for head in _HEADS), rows)


def plan_sentence(plans: Plans, region: str, lang: Lang) -> str:
    """What is said above the table, or in place of it."""
    if plans.fault:
        return _DAMAGED.in_(lang)
    if region not in plans.regions:
        return _NOT_SHOWN.in_(lang)
    return (_SENTENCE if plans.of_region(region) else _NO_PLAN).in_(lang)


def _month(dataset: Dataset, month: str, plan: Plan | None, view: View) -> PlannedMonth:
    beds, occupancy = (_outcome(dataset, month, of, view) for of in (AVAILABLE_BEDS, OCCUPANCY))
    return PlannedMonth(month, plan, beds, occupancy)


def _outcome(dataset: Dataset, month: str, of: Indicator, view: View) -> Value | None:
    if month not in dataset.months:
        return None
    data = "estimated" if view.data == "published" else view.data
    asked = replace(View(of.key, month, view.region), data=data)
    return values.at(dataset, asked)[ALL_CODES.index(view.region)]


def _row(one: PlannedMonth, view: View, *, shown: bool) -> Row:
    plan = one.plan
    first = plan.first if plan else None
    known = one.known
    return {
        "region": view.region,
        "period": one.month,
        "planned_beds": plan.planned.beds if plan else None,
        **_ends("beds", one.beds),
        "target_occupancy": plan.planned.occupancy if plan else None,
        **_ends("occupancy", one.occupancy),
        "status": known[0].status if known else "missing",
        "source": known[0].source if known else None,
        "plan": _state(plan) if shown else "not_shown",
        "handed_in": plan.at[:10] if plan else None,
        "first_planned_beds": first.beds if first else None,
        "first_target_occupancy": first.occupancy if first else None,
    }


def _ends(name: str, value: Value | None) -> Row:
    return {
        name: value.value if value else None,
        f"{name}_low": value.low if value else None,
        f"{name}_high": value.high if value else None,
    }


def _state(plan: Plan | None) -> PlanState:
    if plan is None:
        return "none"
    if not plan.before:
        return "as_first"
    return "changed_afterwards" if plan.changed_after else "changed"


def _line(one: PlannedMonth, lang: Lang) -> tuple[str, ...]:
    assert one.plan is not None
    planned, known = one.plan.planned, one.known
    status = WORDS["status"][known[0].status] if known else _NO_OUTCOME
    return (
        formatting.period(one.month, lang),
        formatting.number(planned.beds, 0, lang),
        _number(one.beds, AVAILABLE_BEDS, lang),
        formatting.number(planned.occupancy, 1, lang),
        _number(one.occupancy, OCCUPANCY, lang),
        status.in_(lang),
        _history(one.plan, lang),
    )


def _number(value: Value | None, of: Indicator, lang: Lang) -> str:
    words = labels.number(value.value if value else None, of, lang)
    if value is None or value.low is None or value.high is None:
        return words
    ends = (labels.number(end, of, lang) for end in (value.low, value.high))
    return _RANGED.in_(lang).format(words, *ends)


def _history(plan: Plan, lang: Lang) -> str:
    when = formatting.date(plan.at[:10], lang)
    if not plan.before:
        return _AS_FIRST.in_(lang).format(when)
    numbers = (
        formatting.number(plan.first.beds, 0, lang),
        formatting.number(plan.first.occupancy, 1, lang),
    )
    return (_CHANGED_AFTER if plan.changed_after else _CHANGED).in_(lang).format(when, *numbers)
