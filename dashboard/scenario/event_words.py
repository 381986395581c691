"""A mass-casualty event in words: who takes how many, and when the beds are full."""

from dashboard.gaps.demand import demands
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.mass_casualty import Event, event
from dashboard.scenario.relief_limits import WITHIN_KM
from dashboard.view.scenario_choice import Scenario, scenario_choice
from dashboard.view.view import View

_EVENT_HEADS = (
    Text("Väg", "Road"), Text("Lediga platser", "Free beds"), Text("Tar emot", "Takes"),
    Text("Fullt efter", "Full after"),
)  # fmt: skip
_EVENT = Text(
    "{} skadade, varav {} läggs in inom {} timmar. {} Lediga är platser minus patienter ett "
    "genomsnittsdygn; en enskild dag kan vara en annan. För planering, inte för transport.",
    "{} injured, of whom {} are admitted within {} hours. {} Free beds are beds less patients on "
    "an average day; a single day may differ. For planning, not for transport.",
)
_ENOUGH = Text("Platserna räcker.", "The beds are enough.")
_LEFT = Text("{} blir utan plats inom 300 km.", "{} are left without a bed within 300 km.")
_NO_PLACE = Text("Välj en region, så läggs händelsen där.", "Choose a region to place the event.")
_ROAD, _HOURS = Text("{} km, {} tim", "{} km, {} h"), Text("{} tim", "{} h")


def event_grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """The nearest regions, their free beds, and when they are full."""
    heads = tuple(one.in_(lang) for one in _EVENT_HEADS)
    found = event_of(dataset, view)
    return Grid(heads, tuple(
        (
            name_of(one.region).in_(lang),
            _ROAD.in_(lang).format(_n(one.km, lang), formatting.number(one.hours, 1, lang)),
            _n(one.free, lang), _n(one.takes, lang),
            formatting.NONE if one.full_after is None
            else _HOURS.in_(lang).format(formatting.number(one.full_after, 1, lang)),
        )
        for one in (found.taken if found else ())
    ))  # fmt: skip


def event_sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    """How many are hurt and admitted, and whether there are beds for them."""
    found, scenario = event_of(dataset, view), scenario_choice(view.scenario)
    if found is None:
        return _NO_PLACE.in_(lang)
    end = _LEFT.in_(lang).format(_n(found.left, lang)) if found.left else _ENOUGH.in_(lang)
    return _EVENT.in_(lang).format(
        _n(scenario.number("hurt"), lang),
        _n(_admitted(scenario), lang),
        _n(scenario.number("window"), lang),
        end,
    )


def _admitted(scenario: Scenario) -> int:
    return round(scenario.number("hurt") * scenario.number("severe") / 100)


def event_of(dataset: Dataset, view: View) -> Event | None:
    """The event in the view's region; None for Sweden, and without figures."""
    if view.region == SWEDEN:
        return None
    scenario = scenario_choice(view.scenario)
    free = {code: max(0.0, one.beds - one.patients)
            for code, one in demands(dataset, view.period).items()
            if code in CODES}  # fmt: skip
    if view.region not in free:
        return None
    hours = scenario.number("window")
    return event(view.region, _admitted(scenario), hours, free, within_km=WITHIN_KM)


def _n(value: float, lang: Lang) -> str:
    return formatting.number(value, 0, lang)
