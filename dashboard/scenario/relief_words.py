"""Relief between regions in words: who could take whom, and what it does to both."""

from functools import lru_cache

from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import days_in, grain_of
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.relief import MOST, SAFE, Position, Relief, relief
from dashboard.values import values
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View

FOR_PLANNING = Text("För planering, inte för transport.", "For planning, not for transport.")
_TITLE = Text("Avlastning: {} patienter kan flyttas i {}", "Relief: {} patients can move in {}")
_NOBODY = Text(
    "Avlastning: ingen region saknar plats som en annan har, {}",
    "Relief: no region lacks room that another has, {}",
)
_ESTIMATED = Text(
    "Avlastning kan inte avgöras, månaderna är skattade",
    "Relief cannot be decided, the months are estimated",
)
_WHY = Text(
    "Skattade månader säger inte vem som har plats en viss månad: {} regioner kan ha mer än hundra "
    "procents beläggning inom sitt intervall, och {} mindre än 90. Läs in rapporterade månader, "
    "eller se exemplet.",
    "Estimated months do not say who has room in a month: {} regions may be above a hundred per "
    "cent occupancy within their range, and {} below 90. Import reported months, or see the "
    "example.",
)
_HEADS = (
    Text("Till", "To"), Text("Patienter", "Patients"), Text("Väg, km", "Road, km"),
    Text("Avsändarens beläggning efter", "Sender's occupancy after"),
    Text("Mottagarens beläggning efter", "Receiver's occupancy after"),
)  # fmt: skip
_UNMET = Text(" Utan plats inom 300 km: {}.", " Without a place within 300 km: {}.")
_ONE = Text("{} i {}", "{} in {}")
_HOW = Text(
    "En region har plats upp till 90 procents beläggning och saknar plats över 100, ett "
    "genomsnittsdygn. Gotland tar inte del på väg.",
    "A region has room up to 90 per cent occupancy and lacks it above 100, on an average day. "
    "Gotland takes no part by road.",
)


def may_be_told(dataset: Dataset) -> bool:
    """Whether the months are reported or an example."""
    return dataset.kind in ("reported", "example")


@lru_cache(maxsize=64)
def relief_plan(dataset: Dataset, view: View) -> Relief | None:
    """The plan of the period's last month; None where the months do not bear one."""
    if not may_be_told(dataset):
        return None
    days = days_in(month_of(view))
    positions = {
        one.region: Position(one.denominator / days, one.numerator / days)
        for one in values.at(dataset, View(OCCUPANCY.key, month_of(view), data=view.data))
        if one.region != SWEDEN and one.numerator is not None and one.denominator
    }
    return relief(positions) if positions else None


def month_of(view: View) -> str:
    """The month that relief is of: that of the view, or the last of its year."""
    return view.period if grain_of(view.period) == "month" else f"{view.period}-12"


def title(dataset: Dataset, view: View, lang: Lang) -> str:
    """The finding."""
    plan, when = relief_plan(dataset, view), formatting.period(month_of(view), lang)
    if plan is None:
        return _ESTIMATED.in_(lang)
    moved = sum(one.patients for one in plan.transfers)
    return _TITLE.in_(lang).format(moved, when) if moved else _NOBODY.in_(lang).format(when)


def sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    """How it is computed and who is left, or why nothing can be said."""
    plan = relief_plan(dataset, view)
    if plan is None:
        return _why(dataset, view, lang)
    left = ", ".join(_ONE.in_(lang).format(n, name_of(code).in_(lang)) for code, n in plan.unmet)
    words = f"{FOR_PLANNING.in_(lang)} {_HOW.in_(lang)}"
    return words + (_UNMET.in_(lang).format(left) if left else "")


def _why(dataset: Dataset, view: View, lang: Lang) -> str:
    month = View(OCCUPANCY.key, month_of(view), data=view.data)
    ranges = [found for code in CODES if (found := range_of(dataset, month, code))]
    full = sum(high > 100 * MOST for _, high in ranges)
    roomy = sum(low < 100 * SAFE for low, _ in ranges)
    return _WHY.in_(lang).format(full, roomy)


def grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """A row for each pair; empty where nothing can be told."""
    plan = relief_plan(dataset, view)
    heads = tuple(one.in_(lang) for one in _HEADS)
    rows = tuple(
        (
            name_of(one.sender).in_(lang), name_of(one.receiver).in_(lang),
            formatting.number(one.patients, 0, lang), formatting.number(one.km, 0, lang),
            _percent(one.sender_occupancy, lang), _percent(one.receiver_occupancy, lang),
        )
        for one in (plan.transfers if plan else ())
    )  # fmt: skip
    return Grid(heads, rows)


def _percent(share: float | None, lang: Lang) -> str:
    if share is None:
        return formatting.NONE
    return f"{formatting.number(100 * share, 1, lang)} %"
