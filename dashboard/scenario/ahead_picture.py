"""Overcrowding a year ahead, where the months bear it; else why not."""

from functools import lru_cache

from dashboard.figures.fan import Fan
from dashboard.figures.painting import Blank
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language import formatting
from dashboard.language.figure_table import Table, table
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import grain_of, month_at, ordinal
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.relief_of_month import is_counted
from dashboard.statistics.forecasting import Forecast, Model, Point, seasonal_naive
from dashboard.values import labels
from dashboard.values.months_ahead import made, run_to
from dashboard.view.view import View

_SHOWN = 60
_TITLE = Text(
    "Prognos: {} väntas ha {} överbelagda per 100 om ett år ({} till {})",
    "Forecast: {} is expected to have {} overcrowded per 100 in a year ({} to {})",
)
_NOT_ESTIMATED = Text(
    "Ingen prognos: den kan inte avgöras, månaderna är skattade",
    "No forecast: it cannot be decided, the months are estimated",
)
_TOO_SHORT = Text(
    "Ingen prognos: det finns inte 24 månader i följd",
    "No forecast: there are not 24 months on end",
)
_WHY = Text(
    "Skattade månader har den publicerade säsongen inlagd, så en prognos på dem säger inget nytt.",
    "Estimated months have the published season put in, so a forecast of them says nothing new.",
)
_LOAD = Text(
    "Läs in rapporterade månader, eller se exemplet.", "Import reported months, or see the example."
)
_MEASURE = Text(
    "Överbelagda per 100 platser, {} · {}, antar oförändrad politik",
    "Overcrowded per 100 beds, {} · {}, assumes an unchanged policy",
)
_ALONE = Text("Överbelagda per 100 platser, {}", "Overcrowded per 100 beds, {}")
_MODELS: dict[Model, Text] = {
    "seasonal_naive": Text(
        "varje månad väntas bli som samma månad året före",
        "every month is expected to be as the same month a year before",
    ),
    "ets_ana": Text(
        "exponentiell utjämning av nivå och säsong",
        "exponential smoothing of level and season",
    ),
    "ets_aada": Text(
        "exponentiell utjämning av nivå, dämpad trend och säsong",
        "exponential smoothing of level, damped trend and season",
    ),
}
_NAMES: dict[Model, Text] = {
    "seasonal_naive": Text("som året före", "as a year before"),
    "ets_ana": Text("utjämning", "smoothing"),
    "ets_aada": Text("utjämning med trend", "smoothing with a trend"),
}
_TRIED = Text(
    "Modellen är vald när utgåvan gjordes: den som hade minst fel i {} prov på det som redan hänt, "
    "och utjämning bara om den är minst fem procent bättre. Fel mot hur mycket månaderna brukar "
    "ändras på ett år (MASE): {}. Hur långt modellen brukar missa ger banden.",
    "The model was chosen when the release was made: the one with the least error in {} trials on "
    "what has already been, and smoothing only where it is at least five per cent better. Error "
    "beside how much months usually change in a year (MASE): {}. How far the model usually misses "
    "gives the bands.",
)
_UNTRIED = Text(
    "Från en månad som inte är den sista räknas bara med den säsongsnaiva modellen: att pröva de "
    "andra tar för lång tid medan sidan väntar, så modellen väljs när utgåvan görs, från dess "
    "sista månad{}. Hur långt modellen brukar missa ger banden.",
    "From a month that is not the last only the seasonal naive model is computed: to try the "
    "others takes too long while the page waits, so the model is chosen when the release is made, "
    "from its last month{}. How far the model usually misses gives the bands.",
)
_CHOSEN_LAST = Text(" ({}: {})", " ({}: {})")
_SHORT = Text(
    "Säsongsnaiv modell; hur långt den brukar missa ger banden. Andra modeller kan inte prövas på "
    "färre än 72 månader.",
    "Seasonal naive model; how far it usually misses gives the bands. Other models cannot be tried "
    "on fewer than 72 months.",
)
_HEADS = (
    Text("Månad", "Month"), Text("Väntat", "Expected"), Text("80 procent", "80 per cent"),
    Text("95 procent", "95 per cent"),
)  # fmt: skip
_KEY = Text("väntat, med band för 80 och 95 procent", "expected, with bands of 80 and 95 per cent")
# Months and values so far, and what is expected of the months after them.
Ahead = tuple[tuple[str, ...], tuple[float, ...], Forecast]


@lru_cache(maxsize=128)
def ahead(dataset: Dataset, view: View) -> Ahead | None:
    """The months so far, their values and the forecast of the view's region.

    None where the months are estimated, or fewer than 24 stand on end up to the period.
    """
    if not is_counted(dataset):
        return None
    month = view.period if grain_of(view.period) == "month" else f"{view.period}-12"
    run = run_to(dataset, view.region, month)
    if run is None:
        return None
    # Of an earlier month nothing was made: what takes no time says what it can.
    published = made(dataset, view.region, month)
    return *run, published or seasonal_naive(run[1], floor=0.0, rate=True)


def coming(months: tuple[str, ...], count: int) -> list[str]:
    """The months after the last of `months`."""
    return [month_at(ordinal(months[-1]) + step) for step in range(1, count + 1)]


def ahead_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The series with its fan; without one, the reason."""
    found, name = ahead(dataset, view), name_of(view.region).in_(lang)
    title, sentence = _said(dataset, view, found, lang)
    return Picture(
        title=title,
        measure=_MEASURE.in_(lang).format(name, _MODELS[found[2].model].in_(lang))
        if found
        else _ALONE.in_(lang).format(name),
        sentence=sentence,
        chart=_fan(found, lang) if found else Blank(1),
        table=table(_HEADS, _rows(found, lang), lang) if found else Table(),
        file=labels.stem(view, "prognos" if lang == "sv" else "forecast"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=OVERCROWDING,
    )


def _said(dataset: Dataset, view: View, ahead: Ahead | None, lang: Lang) -> tuple[str, str]:
    if ahead:
        last, name = ahead[2].points[-1], name_of(view.region).in_(lang)
        ends = (_n(one, lang) for one in (last.value, last.low80, last.high80))
        return _TITLE.in_(lang).format(name, *ends), _how(dataset, view, ahead, lang)
    if is_counted(dataset):
        return _TOO_SHORT.in_(lang), _LOAD.in_(lang)
    return _NOT_ESTIMATED.in_(lang), f"{_WHY.in_(lang)} {_LOAD.in_(lang)}"


def _how(dataset: Dataset, view: View, ahead: Ahead, lang: Lang) -> str:
    """How the model was chosen, and what the others erred; else which one it is and why."""
    months, _, forecast = ahead
    if forecast.errors:
        told = ", ".join(
            f"{_NAMES[name].in_(lang)} {formatting.number(error, 2, lang)}"
            for name, error in forecast.errors.items()
        )
        return _TRIED.in_(lang).format(forecast.origins, told)
    last = dataset.last_month
    if months[-1] == last:
        return _SHORT.in_(lang)
    chosen = made(dataset, view.region, last)
    named = _CHOSEN_LAST.in_(lang).format(
        formatting.period(last, lang), _MODELS[chosen.model].in_(lang)
    ) if chosen else ""  # fmt: skip
    return _UNTRIED.in_(lang).format(named)


def _fan(ahead: Ahead, lang: Lang) -> Fan:
    months, so_far, forecast = ahead
    points = forecast.points
    return Fan(
        months[-_SHOWN:], so_far[-_SHOWN:], coming(months, len(points)),
        [one.value for one in points], [(one.low80, one.high80) for one in points],
        [(one.low95, one.high95) for one in points], _KEY.in_(lang),
    )  # fmt: skip


def _rows(ahead: Ahead, lang: Lang) -> list[list[str]]:
    months, _, forecast = ahead
    names = coming(months, len(forecast.points))
    return [_row(*one, lang) for one in zip(names, forecast.points, strict=True)]


def _row(month: str, point: Point, lang: Lang) -> list[str]:
    ends = ((point.low80, point.high80), (point.low95, point.high95))
    till = " till " if lang == "sv" else " to "
    said = [till.join(_n(end, lang) for end in both) for both in ends]
    return [formatting.period(month, lang), _n(point.value, lang), *said]


def _n(value: float, lang: Lang) -> str:
    return formatting.number(value, 1, lang)
