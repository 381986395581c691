"""What a scenario tells: each measure's name, its unit and how it is written."""

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import Statement, may_be_said
from dashboard.view.view import View

UNITS: dict[str, Text] = {
    "beds": Text("platser", "beds"),
    "patients": Text("patienter", "patients"),
    "occupancy": Text("procent", "per cent"),
    "over_per_100": Text("per 100 platser", "per 100 beds"),
    "overcrowded": Text("patienter", "patients"),
    "outplaced": Text("patienter", "patients"),
    "official_gap": Text("platser", "beds"),
    "implied_gap": Text("platser", "beds"),
    "nurses": Text("heltider", "full-time posts"),
    "staff": Text("heltider", "full-time posts"),
    "cost": Text("miljoner kr per år", "SEK million a year"),
}
NAMES: dict[str, Text] = {
    "beds": Text("Disponibla platser", "Available beds"),
    "patients": Text("Inneliggande patienter", "Inpatients"),
    "occupancy": Text("Beläggning", "Occupancy"),
    "over_per_100": Text("Överbeläggning", "Overcrowding"),
    "overcrowded": Text("Överbelagda patienter", "Overcrowded patients"),
    "outplaced": Text("Utlokaliserade patienter", "Outplaced patients"),
    "official_gap": Text("Avstånd till riktvärdet", "Distance to the guideline"),
    "implied_gap": Text(
        "Platsbehov enligt beläggningsmålen", "Beds asked for by the occupancy targets"
    ),
    "nurses": Text("Sjuksköterskor bakom platserna", "Registered nurses behind the beds"),
    "staff": Text("Vårdpersonal bakom platserna", "Nursing staff behind the beds"),
    "cost": Text("Platsernas kostnad", "Cost of the beds"),
}
# What estimated months cannot bear of a named region; a change of it rests on what is assumed.
MONEY = ("cost",)
NO_KRONOR = Text(
    "skattade månader ger inga kronor per region", "estimated months give no kronor by region"
)
_DECIMALS = {"occupancy": 1, "over_per_100": 1, "overcrowded": 1, "outplaced": 1}
_SIGNED = ("official_gap", "implied_gap")


def is_withheld(dataset: Dataset, view: View, measure: str) -> bool:
    """Whether a measure's own value is not told of the view's region (docs/methods.md 9.7)."""
    if measure not in MONEY or view.region == SWEDEN:
        return False
    return not may_be_said(Statement.GRANT, dataset, view).outright


def said(measure: str, value: float | None, lang: Lang, *, change: bool = False) -> str:
    """A value of a measure, or a change of it, without its unit."""
    signed = change or measure in _SIGNED
    return formatting.number(value, _DECIMALS.get(measure, 0), lang, signed=signed)


def interval(measure: str, low: float, high: float, lang: Lang, *, change: bool = False) -> str:
    """`3,9 till 4,9`: with words, since ends may be negative."""
    ends = (said(measure, one, lang, change=change) for one in (low, high))
    return (" till " if lang == "sv" else " to ").join(ends)


def named(measure: str, lang: Lang) -> str:
    """A measure with its unit, where its name does not say it."""
    name, unit = NAMES[measure].in_(lang), UNITS[measure].in_(lang)
    return name if unit in name.lower() else f"{name}, {unit}"
