"""Plan, target and outcome of a region by month, side by side."""

from dashboard.dialogue.pack import Section
from dashboard.dialogue.plan_log import Plan, Plans
from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, Indicator
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, values
from dashboard.values.columns import WORDS
from dashboard.values.values import Value
from dashboard.view.view import View

MOST_MONTHS = 24

_TITLE = Text("Plan, mål och utfall", "Plan, target and outcome")
_NO_PLAN = Text(
    "Ingen produktionsplan är lämnad för regionen.",
    "No production plan has been handed in for the region.",
)
_SENTENCE = Text(
    "Utfall som är skattade står med sitt spann och säger inte om planen har hållits.",
    "Outcomes that are estimated stand with their range and do not say whether the plan was kept.",
)
_MONTH = Text("Månad", "Month")
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


def plan_section(dataset: Dataset, plans: Plans, region: str, lang: Lang) -> Section:
    """The last planned months of a region beside what came of them."""
    found = plans.of_region(region)
    rows = tuple(_row(dataset, one, lang) for one in [*found.values()][-MOST_MONTHS:])
    said = (_SENTENCE if rows else _NO_PLAN).in_(lang)
    grid = Grid(tuple(head.in_(lang) for head in _HEADS), rows)
    return Section("plan", _TITLE.in_(lang), said, grid, _MONTH.in_(lang))


def _row(dataset: Dataset, plan: Plan, lang: Lang) -> tuple[str, ...]:
    planned = plan.planned
    beds, occupancy = (_outcome(dataset, plan, of) for of in (AVAILABLE_BEDS, OCCUPANCY))
    status = next((v.status for v in (beds, occupancy) if v and v.value is not None), None)
    return (
        formatting.period(planned.month, lang),
        formatting.number(planned.beds, 0, lang),
        _number(beds, AVAILABLE_BEDS, lang),
        formatting.number(planned.occupancy, 1, lang),
        _number(occupancy, OCCUPANCY, lang),
        WORDS["status"][status].in_(lang) if status else _NO_OUTCOME.in_(lang),
        _history(plan, lang),
    )


def _outcome(dataset: Dataset, plan: Plan, of: Indicator) -> Value | None:
    month = plan.planned.month
    if month not in dataset.months:
        return None
    view = View(of.key, month, plan.planned.region)
    return values.at(dataset, view)[ALL_CODES.index(plan.planned.region)]


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
    _, first = plan.before[0]
    numbers = formatting.number(first.beds, 0, lang), formatting.number(first.occupancy, 1, lang)
    return (_CHANGED_AFTER if plan.changed_after else _CHANGED).in_(lang).format(when, *numbers)
