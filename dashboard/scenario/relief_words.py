"""Relief between regions in words: who could take whom, and what it does to both."""

from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.relief import Relief
from dashboard.scenario.relief_limits import MOST, SAFE
from dashboard.scenario.relief_of_month import is_counted, relief_of_month
from dashboard.statistics.quasi_points import POINTS
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View

FOR_PLANNING = Text("För planering, inte för transport.", "For planning, not for transport.")
_TITLE = Text("Avlastning: {} patienter kan flyttas i {}", "Relief: {} patients can move in {}")
_NOBODY = Text(
    "Avlastning: ingen region saknar plats som en annan har, {}",
    "Relief: no region lacks room that another has, {}",
)
_MOSTLY = Text(
    "Avlastning: {} i de flesta lägen som skattningen för {} rymmer",
    "Relief: {} in most places that the estimate of {} holds",
)
_PAIRS = Text("{} par av regioner", "{} pairs of regions")
_A_PAIR = Text("ett par av regioner", "one pair of regions")
_NO_PAIR = Text(
    "Avlastning: inget par används i de flesta lägen som skattningen för {} rymmer",
    "Relief: no pair is used in most places that the estimate of {} holds",
)
_NOT_THERE = Text("Avlastning: uppgift saknas för {}", "Relief: not available for {}")
_ESTIMATED = Text(
    "Månaderna är skattade och säger inte vem som har plats: {} regioner kan ha mer än hundra "
    "procents beläggning inom sitt intervall, och {} mindre än 90. Därför prövas {} fasta lägen "
    "inom intervallen, och bara par som används i mer än hälften visas; någon flyttas i {}.",
    "The months are estimated and do not say who has room: {} regions may be above a hundred per "
    "cent occupancy within their range, and {} below 90. So {} fixed places within the ranges are "
    "tried, and only pairs used in more than half are shown; somebody is moved in {}.",
)
_DAYS = Text(
    "I {} av {} fasta dygn, där patienterna varierar kring sitt medeltal som slumpen ger "
    "(antagande), flyttas någon.",
    "In {} of {} fixed days, on which patients vary about their mean as chance has it (assumed), "
    "somebody is moved.",
)
_HEADS = (
    Text("Till", "To"), Text("Patienter", "Patients"),
    Text("Används, av {}", "Used, of {}"), Text("Väg, km", "Road, km"),
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


def relief_plan(dataset: Dataset, view: View) -> Relief | None:
    """The relief of the view's month, or of the last month of its year; None without figures."""
    return relief_of_month(dataset, month_of(view))


def month_of(view: View) -> str:
    """The month that relief is of: that of the view, or the last of its year."""
    return view.period if grain_of(view.period) == "month" else f"{view.period}-12"


def title(dataset: Dataset, view: View, lang: Lang) -> str:
    """The finding."""
    plan, when = relief_plan(dataset, view), formatting.period(month_of(view), lang)
    if plan is None:
        return _NOT_THERE.in_(lang).format(when)
    if not is_counted(dataset):
        pairs = len(plan.transfers)
        said = _A_PAIR.in_(lang) if pairs == 1 else _PAIRS.in_(lang).format(pairs)
        return _MOSTLY.in_(lang).format(said, when) if pairs else _NO_PAIR.in_(lang).format(when)
    moved = sum(one.patients for one in plan.transfers)
    return _TITLE.in_(lang).format(moved, when) if moved else _NOBODY.in_(lang).format(when)


def sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    """How it is computed, how sure it is and who is left."""
    plan = relief_plan(dataset, view)
    if plan is None:
        return FOR_PLANNING.in_(lang)
    if is_counted(dataset):
        sure = _DAYS.in_(lang).format(of_points(plan.any_in, lang), _all(lang))
    else:
        sure = _of_estimates(dataset, view, plan, lang)
    left = ", ".join(_ONE.in_(lang).format(n, name_of(code).in_(lang)) for code, n in plan.unmet)
    words = f"{FOR_PLANNING.in_(lang)} {_HOW.in_(lang)} {sure}"
    return words + (_UNMET.in_(lang).format(left) if left else "")


def _of_estimates(dataset: Dataset, view: View, plan: Relief, lang: Lang) -> str:
    month = View(OCCUPANCY.key, month_of(view), data=view.data)
    ranges = [found for code in CODES if (found := range_of(dataset, month, code))]
    full = sum(high > 100 * MOST for _, high in ranges)
    roomy = sum(low < 100 * SAFE for low, _ in ranges)
    return _ESTIMATED.in_(lang).format(full, roomy, _all(lang), of_points(plan.any_in, lang))


def grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """A row for each pair; empty where nothing can be told."""
    plan = relief_plan(dataset, view)
    heads = tuple(one.in_(lang).format(_all(lang)) for one in _HEADS)
    rows = tuple(
        (
            name_of(one.sender).in_(lang), name_of(one.receiver).in_(lang),
            formatting.number(one.patients, 0, lang), of_points(one.used_in, lang),
            formatting.number(one.km, 0, lang),
            _percent(one.sender_occupancy, lang), _percent(one.receiver_occupancy, lang),
        )
        for one in (plan.transfers if plan else ())
    )  # fmt: skip
    return Grid(heads, rows)


def of_points(share: float | None, lang: Lang) -> str:
    """A share (0-1) as how many of the points it is."""
    return formatting.number(None if share is None else POINTS * share, 0, lang)


def _all(lang: Lang) -> str:
    return formatting.number(POINTS, 0, lang)


def _percent(share: float | None, lang: Lang) -> str:
    if share is None:
        return formatting.NONE
    return f"{formatting.number(100 * share, 1, lang)} %"
