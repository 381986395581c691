"""The staff behind beds in words: by kind of ward, and behind what each region lacks."""

from dashboard.language import formatting
from dashboard.language.collation import in_order
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.baseline import baseline
from dashboard.scenario.ward_staff import WardStaff, asked, by_region, staff_behind, wards
from dashboard.view.scenario_choice import Scenario, scenario_choice
from dashboard.view.view import View

NO_NORM = Text(
    "Ingen svensk norm för hur många patienter en sjuksköterska ska ha på sjukhusens "
    "vårdavdelningar är publicerad. Kvoterna är uppmätta (Aiken m.fl.) eller antagna, och ändras "
    "under Fler antaganden.",
    "No Swedish norm of how many patients a nurse should have in hospital wards is published. The "
    "ratios are measured (Aiken et al.) or assumed, and are changed under More assumptions.",
)
_HEADS = (
    Text("Patienter per sjuksköterska", "Patients per nurse"),
    Text("Timmar per vårddygn", "Hours per patient-day"),
    Text("Heltider per plats", "Full-time posts per bed"),
)
_FOR = Text("Heltider för {} platser", "Full-time posts for {} beds")
_SAID = {
    "assumption": Text("{} (antagande)", "{} (assumption)"),
    "study": Text("{} (studie)", "{} (study)"),
}
WARDS: dict[str, Text] = {
    "medicine": Text("Medicin och kirurgi", "Medicine and surgery"),
    "geriatrics": Text("Geriatrik", "Geriatrics"),
    "intermediate": Text("Intermediärvård", "Intermediate care"),
    "intensive": Text("Intensivvård", "Intensive care"),
    "nurses": Text("Sjuksköterskor, uppmätt i Sverige", "Registered nurses, measured in Sweden"),
    "all": Text("All vårdpersonal, uppmätt i Sverige", "All nursing staff, measured in Sweden"),
    "chosen": Text("Sjuksköterskor, enligt scenariot", "Registered nurses, as in the scenario"),
}
_BEHIND = Text(
    "Bakom dagens {} platser behövs {} sjuksköterskor i heltider",
    "Today's {} beds take {} registered nurses, full-time posts",
)
_EMPLOYED = Text(", {} är anställda: {}.", ", {} are employed: {}.")
_LACK, _SPARE = Text("{} saknas", "{} lack"), Text("{} fler än så", "{} more than that")
_NOT_LOADED = Text(
    "; hur många som är anställda är inte inläst.", "; how many are employed is not loaded."
)
_NO_FIGURES = Text("Uppgift saknas för perioden.", "Not available for the period.")
_REGION_HEADS = (
    Text("Avstånd till riktvärdet (skattning)", "Distance to the guideline (estimate)"),
    Text("Sjuksköterskor", "Registered nurses"), Text("Vårdpersonal", "Nursing staff"),
)  # fmt: skip
_ENOUGH = Text("inga", "none")


def wards_grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """Kinds of ward with their ratios, and the staff behind a bed and behind what lacks."""
    scenario = scenario_choice(view.scenario)
    beds = asked(view, scenario)
    heads = (*(one.in_(lang) for one in _HEADS), _FOR.in_(lang).format(_n(beds, lang)))
    return Grid(heads, tuple(_line(one, beds, scenario, lang) for one in wards(scenario)))


def _line(staff: WardStaff, beds: float, scenario: Scenario, lang: Lang) -> tuple[str, ...]:
    found = staff_behind(beds, staff.ratios, scenario)
    said = "/".join(formatting.number(ratio, 1 if ratio % 1 else 0, lang) for ratio in staff.ratios)
    return (
        WARDS[staff.key].in_(lang), _SAID[staff.grade].in_(lang).format(said),
        formatting.number(found.hours_per_patient_day, 1, lang),
        formatting.number(found.fte_per_bed, 2, lang), _n(found.fte, lang),
    )  # fmt: skip


def behind(dataset: Dataset, view: View, lang: Lang) -> str:
    """The nurses behind today's beds against those employed, in a sentence."""
    base, scenario = baseline(dataset, view), scenario_choice(view.scenario)
    if base is None:
        return _NO_FIGURES.in_(lang)
    beds = base.beds.value
    needed = staff_behind(beds, (scenario.number("nurse"),), scenario).fte
    first = _BEHIND.in_(lang).format(_n(beds, lang), _n(needed, lang))
    if scenario.of("employed") is None:
        return first + _NOT_LOADED.in_(lang)
    away = needed - scenario.number("employed")
    words = _LACK if away >= 0 else _SPARE
    return first + _EMPLOYED.in_(lang).format(
        _n(scenario.number("employed"), lang), words.in_(lang).format(_n(abs(away), lang))
    )


def regions_grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """The staff behind the beds each region is estimated to lack; the order is no ranking."""
    rows = [
        (
            name_of(one.region).in_(lang),
            *(_range(*ends, lang) for ends in (one.beds, one.nurses, one.staff)),
        )
        for one in by_region(dataset, view, scenario_choice(view.scenario))
    ]
    rows.sort(key=lambda row: in_order(row[0], lang))
    return Grid(tuple(one.in_(lang) for one in _REGION_HEADS), tuple(rows))


def _range(low: float, high: float, lang: Lang) -> str:
    if high <= 0:
        return _ENOUGH.in_(lang)
    ends = _n(low, lang), _n(high, lang)
    return ends[1] if ends[0] == ends[1] else (" till " if lang == "sv" else " to ").join(ends)


def _n(value: float, lang: Lang) -> str:
    return formatting.number(value, 0, lang)
