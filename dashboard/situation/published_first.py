"""The published year, which is said before any estimated month."""

from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import same_period_last_year
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.verdict_words import VERDICTS
from dashboard.values import labels, values
from dashboard.values.published_year import compared_view
from dashboard.view.view import View

_YEAR_FIRST = Text(
    "{}: {} överbelagda per 100 platser, {} {}; publicerat.",
    "{}: {} overcrowded per 100 beds, {} {}; published.",
)
_YEAR_ALONE = Text(
    "{}: {} överbelagda per 100 platser; publicerat.", "{}: {} overcrowded per 100 beds; published."
)
_MORE, _FEWER = (VERDICTS[key].words for key in ("more_than_last_year", "fewer_than_last_year"))
_AS_MANY = Text("lika många som", "as many as in")


def published_first(dataset: Dataset, view: View, lang: Lang) -> str:
    """`2025: 5,1 överbelagda per 100 platser, 0,6 färre än 2024; publicerat.`

    Of the view's region, with the care where the view is not of all somatic care. Empty where its
    months are no estimates or no year of it is published.
    """
    own = compared_view(dataset, view)
    if own == view:
        return ""
    last = same_period_last_year(own.period)
    now, before = (
        values.numbers(dataset, own, one)[ALL_CODES.index(view.region)] for one in ("", last)
    )
    if now is None:
        return ""
    number, year = labels.number(now, OVERCROWDING, lang), own.period
    if (view.care, view.stream) != ("somatic", "all"):
        year = f"{year} ({labels.care(own, lang)})"
    if before is None:
        return _YEAR_ALONE.in_(lang).format(year, number)
    moved = round(now, 1) - round(before, 1)
    side = (_MORE if moved > 0 else _FEWER if moved < 0 else _AS_MANY).in_(lang)
    step = labels.number(abs(moved), OVERCROWDING, lang)
    return _YEAR_FIRST.in_(lang).format(year, number, side.format(step), last)
