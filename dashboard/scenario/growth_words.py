"""Where the growth of demand comes from: a projection with its source, or an assumption."""

from dashboard.language import formatting
from dashboard.language.text import LANGS, Text
from dashboard.reference.periods import months_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.dial_words import WORDS, Grade
from dashboard.scenario.growth import Projected, projected
from dashboard.view.view import View

GROWTH = "growth"
_PROJECTED = Text(
    "SCB:s framskrivning av folkmängden efter region och ålder (tabell TAB6008, hämtad {}), där "
    "varje ålder väger som dess vårddygn {} ({}). Att vårddygnen per invånare och ålder består är "
    "ett antagande, och likaså intervallet, som är lika brett som de senaste årens.",
    "Statistics Sweden's projection of the population by region and age (table TAB6008, fetched "
    "{}), where each age weighs as its bed-days in {} ({}). That bed-days per inhabitant and age "
    "stay is an assumption, and so is the interval, as wide as that of recent years.",
)


def projection_of(dataset: Dataset, view: View) -> Projected | None:
    """The projection that the view's growth comes from; None where it is an assumption."""
    return projected(dataset.reference, view.region, int(months_of(view.period)[-1][:4]))


def growth_origin(dataset: Dataset, view: View) -> tuple[Text, Grade]:
    """Where the growth comes from, and how firm that is."""
    found, words = projection_of(dataset, view), WORDS[GROWTH]
    if found is None:
        return words.source, words.grade
    told = (
        _PROJECTED.in_(lang).format(
            formatting.date(found.fetched, lang), found.weights_year, found.weights
        )
        for lang in LANGS
    )
    return Text(*told), "published"


def origin_of(dataset: Dataset, view: View, key: str) -> tuple[Text, Grade]:
    """Where a control's usual value comes from, and how firm that is."""
    if key == GROWTH:
        return growth_origin(dataset, view)
    return WORDS[key].source, WORDS[key].grade
