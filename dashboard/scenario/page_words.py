"""The heading, the label and the sentences of the page of scenarios."""

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario import measures
from dashboard.scenario.baseline import baseline
from dashboard.scenario.planner import Result, results
from dashboard.values import labels
from dashboard.view.scenario_choice import Scenario, by_newest_model, scenario_choice
from dashboard.view.view import View

_HEADING = Text("Vad skulle det ta? {}", "What would it take? {}")
_NOW = Text(
    "Inget är ändrat: {} har {} överbelagda patienter i medeltal och {} procents beläggning. Välj "
    "en ändring, eller börja med ett exempel.",
    "Nothing is changed: {} has {} overcrowded patients on average and {} per cent occupancy. "
    "Choose a change, or start from an example.",
)
_CHANGED = Text(
    "{}: {} överbelagda patienter blir {} ({}), och beläggningen går från {} till {} procent.",
    "{}: {} overcrowded patients become {} ({}), and occupancy goes from {} to {} per cent.",
)
_GAPS = Text(
    "Enligt beläggningsmålen är behovet {} platser, mot {} nu; avståndet till riktvärdet är ett "
    "annat mått.",
    "By the occupancy targets {} beds are asked for, {} now; the distance to the guideline is "
    "another measure.",
)
_NO_FIGURES = Text(
    "För {} finns inte tolv månader av platser, patienter och överbeläggning till perioden. Välj "
    "en annan period eller region.",
    "For {} there are not twelve months of beds, patients and overcrowding to the period. Choose "
    "another period or region.",
)
_LABEL = Text(
    "Modell {}, utgåva {}: samma adress ger samma resultat. Intervallen är de mittersta 80 "
    "procenten av 1 000 fasta punkter, inte slumpdragningar.",
    "Model {}, release {}: the same address gives the same result. The intervals are the middle 80 "
    "per cent of 1,000 fixed points, not random draws.",
)
_REPLACED = Text(
    "Adressen gjordes med modell {}. Nu räknas med modell {}, och resultatet visas med båda.",
    "The address was made by model {}. Model {} is used now, and the result is shown by both.",
)
_FEWER_BEDS = Text("{} färre vårdplatser", "{} fewer beds")
_DONE = {
    "beds": Text("{} fler vårdplatser", "{} more beds"),
    "stay": Text("{} dygn kortare vårdtid", "stays {} days shorter"),
    "ready": Text("{} procent färre utskrivningsklara", "{} per cent fewer ready for discharge"),
    "moved": Text(
        "{} procent av den planerade vården flyttad", "{} per cent of planned care moved"
    ),
    "ahead": Text("befolkningen {} år framåt", "the population {} years ahead"),
}


def heading(view: View, lang: Lang) -> str:
    """The heading of the page."""
    return _HEADING.in_(lang).format(name_of(view.region).in_(lang))


def label(dataset: Dataset, view: View, lang: Lang) -> str:
    """What makes a scenario that of its address."""
    scenario = scenario_choice(view.scenario)
    newest = by_newest_model(scenario).model
    said = _LABEL.in_(lang).format(scenario.model, labels.short(dataset.release))
    if newest == scenario.model:
        return said
    return f"{said} {_REPLACED.in_(lang).format(scenario.model, newest)}"


def sentences(dataset: Dataset, view: View, lang: Lang) -> list[str]:
    """What the scenario does, and what the gaps become."""
    base, scenario = baseline(dataset, view), scenario_choice(view.scenario)
    name = name_of(view.region).in_(lang)
    if base is None:
        return [_NO_FIGURES.in_(lang).format(name)]
    found = {one.measure: one for one in results(base, scenario)}
    over, full, gap = (found[key] for key in ("overcrowded", "occupancy", "implied_gap"))
    if scenario.is_now:
        return [_NOW.in_(lang).format(name, *(_said(one, one.now, lang) for one in (over, full)))]
    ends = measures.interval(over.measure, over.low, over.high, lang)
    return [
        _CHANGED.in_(lang).format(
            formatting.capitalised(done(scenario, lang)),
            _said(over, over.now, lang), _said(over, over.mean, lang), ends,
            _said(full, full.now, lang), _said(full, full.mean, lang),
        ),
        _GAPS.in_(lang).format(_said(gap, gap.mean, lang), _said(gap, gap.now, lang)),
    ]  # fmt: skip


def done(scenario: Scenario, lang: Lang) -> str:
    """What is changed, in words: `20 fler vårdplatser, 0,2 dygn kortare vårdtid`."""
    said = []
    for key, words in _DONE.items():
        one = scenario.of(key)
        if one and one.value:
            fewer = _FEWER_BEDS if key == "beds" and one.value < 0 else words
            said.append(fewer.in_(lang).format(_plain(abs(one.value), lang)))
    return ", ".join(said)


def _plain(value: float, lang: Lang) -> str:
    """With as many decimals as there are, two at most."""
    places = next(n for n in (0, 1, 2) if n == 2 or round(value, n) == round(value, 2))
    return formatting.number(value, places, lang)


def _said(result: Result, value: float, lang: Lang) -> str:
    return measures.said(result.measure, value, lang)
