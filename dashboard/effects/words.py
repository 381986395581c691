"""What stands beside every result on the effort: its model, and what else may explain it."""

from dashboard.effects.model import Declared, Design
from dashboard.effects.series import Series
from dashboard.language import formatting
from dashboard.language.text import LANGS, Lang, Text
from dashboard.reference.events import Event
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.ratios import monthly_parts

ALTERNATIVES = (
    Text("Ändrad rapportering kan förklara förändringen (Vårdanalys).",
         "Changed reporting may explain the change (Vårdanalys)."),
    Text("Pandemin bröt mönstret 2020–2021, och återgången efter den sammanfaller med satsningen.",
         "The pandemic broke the pattern of 2020–2021, and the return after it coincides with the "
        "effort."),
    Text("Konflikten i vården april–juni 2024 och byten av journalsystem faller i perioden.",
         "The labour conflict of April–June 2024 and changes of record system fall within it."),
)  # fmt: skip
_NO_BREAKS = Text("Inga brott är angivna i serien.", "No breaks are declared in the series.")
_BREAKS = Text(
    "Brott i serien har en egen nivå från {}.",
    "Breaks in the series have a level of their own from {}.",
)
_REPORTING = Text(
    "Händelser som kan ha ändrat rapporteringen under tiden: {}.",
    "Events that may have changed the reporting meanwhile: {}.",
)
_ALL = Text("Täckning: alla 21 regioner i varje månad.", "Coverage: all 21 regions in every month.")
_SOME = Text(
    "Täckning: minst {} av 21 regioner i varje månad.",
    "Coverage: at least {} of 21 regions in every month.",
)
_POINTS = Text("Punkter i modellen: {} av {}.", "Points in the model: {} of {}.")
_ZEROS = Text(
    "Punkter med värdet noll: {}. De saknar logaritm och ingår bara i proven med antal och linjär "
    "skala.",
    "Points of zero: {}. They have no logarithm, and enter only the sensitivities with counts and "
    "a linear scale.",
)
_SCALES = {
    "log": Text("logaritmen av värdet", "the logarithm of the value"),
    "linear": Text("värdet som det är", "the value as it is"),
    "counts": Text("antalet med vårdplatserna som utgångspunkt (kvasi-Poisson)",
                   "the count with the beds as offset (quasi-Poisson)"),
}  # fmt: skip
_DECLARED = (
    Text("Det som förklaras är {scale}.", "What is explained is {scale}."),
    Text("En rak trend före satsningen, och för varje period en ny nivå{slope}: {periods}.",
         "A straight trend before the effort, and for each period a new level{slope}: {periods}."),
)  # fmt: skip
_SLOPE = Text(" och en ny lutning", " and a new slope")
_SEASON = Text(
    "Säsongen följer {} par av vågor över året.", "The season follows {} pairs of waves a year."
)
_COVID = Text(
    "Pandemin ({} till {}) har en egen nivå.", "The pandemic ({} to {}) has a level of its own."
)
_ERRORS = Text(
    "Osäkerheten tål att närliggande månader liknar varandra (Newey–West, 12 månader).",
    "The uncertainty allows neighbouring months to be alike (Newey–West, 12 months).",
)
_ERRORS_YEARS = Text(
    "Tio år räcker bara till en ny nivå, och intervallen är breda.",
    "Ten years suffice only for a new level, and the intervals are wide.",
)
_RULE = Text(
    "Förändring sägs bara om huvudmodellen och alla känslighetsprov utesluter noll på samma sida.",
    "A change is told only if the main model and all sensitivities leave out zero on one side.",
)


def declared_words(declared: Declared, *, yearly: bool = False) -> tuple[Text, ...]:
    """The model in sentences, to be read before any result."""
    periods = [
        _lower(period.name) if yearly else _from(_lower(period.name), period.first)
        for period in declared.periods
    ]
    names = Text(*(", ".join(one.in_(lang) for one in periods) for lang in LANGS))
    slope = _SLOPE if declared.slopes else Text("", "")
    said = [
        one.format(scale=_SCALES[declared.scale], slope=slope, periods=names) for one in _DECLARED
    ]
    if declared.harmonics:
        said.append(_SEASON.format(declared.harmonics))
    if declared.covid:
        said.append(_COVID.format(*map(_month, declared.covid)))
    return (*said, _ERRORS_YEARS if yearly else _ERRORS, _RULE)


def remarks(dataset: Dataset, series: Series, design: Design) -> tuple[Text, ...]:
    """Series breaks, coverage and other explanations: always there (docs/methods.md 6.4)."""
    points = _POINTS.format(len(design.used), len(series.labels))
    zeros = (_ZEROS.format(series.zeros),) if series.zeros else ()
    return (*_breaks(dataset, series), *_coverage(dataset, series), points, *zeros, *ALTERNATIVES)


def _breaks(dataset: Dataset, series: Series) -> tuple[Text, ...]:
    first, last = series.labels[0], f"{series.labels[-1]}-12"[:7]
    events = [
        event
        for event in dataset.reference.events
        if event.affects_reporting and first <= event.first_month <= last
    ]
    told = Text(*("; ".join(_dated(one, lang) for one in events) for lang in LANGS))
    found = _NO_BREAKS
    if series.breaks:
        found = _BREAKS.format(
            Text(*(", ".join(_month(one).in_(lang) for one in series.breaks) for lang in LANGS))
        )
    return (found, _REPORTING.format(told)) if events else (found,)


def _coverage(dataset: Dataset, series: Series) -> tuple[Text, ...]:
    if series.region != SWEDEN or series.numerator is None:
        return ()
    care = series.indicator.default_care
    parts = monthly_parts(dataset, series.indicator, care, "all")
    fewest = int(parts.reporting.min())
    return (_ALL if fewest == len(CODES) else _SOME.format(fewest),)


def _dated(event: Event, lang: Lang) -> str:
    when = formatting.period(event.first_month, lang, short=True)
    return f"{event.title.in_(lang)} ({when})"


def _month(month: str) -> Text:
    return Text(*(formatting.period(month, lang) for lang in LANGS))


def _lower(name: Text) -> Text:
    return Text(*(f"{words[:1].lower()}{words[1:]}" for words in name))


def _from(name: Text, first: str) -> Text:
    return Text("{} från {}", "{} from {}").format(name, _month(first))
