"""The funnel of the regions: who lies beyond what their size and ordinary differences explain."""

from math import sin

from dashboard.comparison.funnel import average_beds, counts, days_of, region_funnel
from dashboard.figures import funnel
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import PER_100
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.peers import emphasis
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.funnel import (
    FEWEST_GROUPS,
    VERDICT_WORDS,
    Z_95,
    Z_998,
    Funnel,
    grid,
    limits_at,
)
from dashboard.values import labels, remarks
from dashboard.values.published_year import NO_YEAR, compared_view, without_order
from dashboard.view.view import View

_OWN = Text("{} ligger {} i tratten", "{} is {} of the funnel")
_WITHIN = Text("{} ligger inom trattens gränser", "{} is within the limits of the funnel")
_NOBODY = Text(
    "Ingen region ligger utanför trattens gränser", "No region is outside the limits of the funnel"
)
_OUTSIDE = Text(
    "{} av {} regioner ligger utanför trattens gränser",
    "{} of {} regions are outside the limits of the funnel",
)
_NONE = Text("Ingen tratt för {}", "No funnel for {}")
_MEASURE = Text(
    "{} mot regionens storlek · streckat är inre gräns (95 %) och yttre (99,8 %), prickat "
    "gränserna om bara slumpen skilde regionerna åt",
    "{} by the size of the region · dashed are the inner limit (95%) and the outer (99.8%), "
    "dotted the limits if chance alone set regions apart",
)
_LISTED = Text("{}: {}.", "{}: {}.")
_ALL_WITHIN = Text(
    "Alla {} regioner ligger inom gränserna.", "All {} regions are within the limits."
)
_WHY_APART = Text(
    "Tratten räknar med att regioner skiljer sig åt mer än slumpen gör; intervallet kring ett "
    "värde är bara det värdets slump, så de två kan säga olika.",
    "The funnel allows regions to differ by more than chance; the interval around a value is the "
    "chance of that value alone, so the two can differ.",
)
_METHOD_NAME = Text("Metod", "Method")
_METHOD = Text(
    "Tratten är vidgad, för regioner skiljer sig mer än slumpen ensam gör (Spiegelhalter 2005). "
    "Räknesättet står på sidan Metod.",
    "The funnel is widened, as regions differ more than chance alone makes them (Spiegelhalter "
    "2005). How it is computed stands on the page Method.",
)
_ESTIMATED = Text(
    "Årsvärdena är publicerade utan antal; antalen är uppskattade ur platser per invånare.",
    "The annual values are published without counts; they are estimated from beds per inhabitant.",
)
_NOT_A_SHARE = Text(
    "Tratten gäller det som räknas per 100 vårdplatser: överbeläggningar och utlokaliserade.",
    "The funnel is for what is counted per 100 beds: overcrowding and outplaced patients.",
)
_TOO_FEW = Text(
    "Det krävs minst {} regioner med värde; nu finns {}.",
    "It takes at least {} regions with a value; now there are {}.",
)
_BEDS = Text("Disponibla vårdplatser (medelantal, logaritmisk skala)",
             "Available beds (average number, logarithmic scale)")  # fmt: skip
_NAMES = (Text("95 %", "95%"), Text("99,8 %", "99.8%"), Text("bara slump", "chance only"))
_HEADS = (
    Text("Region", "Region"), Text("Vårdplatser", "Beds"), Text("Värde", "Value"),
    Text("Omdöme", "Verdict"),
)  # fmt: skip
_POINTS = 30


def funnel_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """An over-dispersed funnel, or in words why there is none."""
    view = compared_view(dataset, view)
    found = region_funnel(dataset, view) if view.of.unit is PER_100 else None
    why = "" if found else _why_not(dataset, view).in_(lang)
    chart = _plot(dataset, view, found, lang)
    measure = labels.measure(view, lang)
    return Picture(
        title=_title(view, found, lang),
        measure=_MEASURE.in_(lang).format(measure) if found else measure,
        sentence=_sentence(dataset, view, found, lang) if found else why,
        chart=chart,
        table=table(_HEADS, _lines(dataset, view, found, lang), lang),
        file=labels.stem(view, "tratt" if lang == "sv" else "funnel"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=view.of,
        notes=(
            *remarks.notes_on(dataset, view, CODES, (view.period,), lang),
            *([(_METHOD_NAME.in_(lang), _METHOD.in_(lang))] if found else []),
        ),
    )


def _why_not(dataset: Dataset, view: View) -> Text:
    if view.of.unit is not PER_100:
        return _NOT_A_SHARE
    if without_order(dataset, view):
        return NO_YEAR
    return _TOO_FEW.format(FEWEST_GROUPS, len(counts(dataset, view)))


def _title(view: View, funnel: Funnel | None, lang: Lang) -> str:
    if funnel is None:
        name = view.of.name.in_(lang)
        return _NONE.in_(lang).format(name[:1].lower() + name[1:])
    verdicts = {row.group: row.verdict for row in funnel.rows}
    if view.region in verdicts:
        name, own = name_of(view.region).in_(lang), verdicts[view.region]
        if own == "within":
            return _WITHIN.in_(lang).format(name)
        return _OWN.in_(lang).format(name, VERDICT_WORDS[own].in_(lang))
    outside = sum(verdict != "within" for verdict in verdicts.values())
    if not outside:
        return _NOBODY.in_(lang)
    return _OUTSIDE.in_(lang).format(outside, len(verdicts))


def _sentence(dataset: Dataset, view: View, funnel: Funnel, lang: Lang) -> str:
    said_of = []
    for verdict, words in VERDICT_WORDS.items():
        names = [name_of(row.group).in_(lang) for row in funnel.rows if row.verdict == verdict]
        if names and verdict != "within":
            head = formatting.capitalised(words.in_(lang))
            said_of.append(_LISTED.in_(lang).format(head, ", ".join(names)))
    if not said_of:
        said_of.append(_ALL_WITHIN.in_(lang).format(len(funnel.rows)))
    said_of.append(_WHY_APART.in_(lang))
    if view.data == "published":
        said_of.append(_ESTIMATED.in_(lang))
    return " ".join(said_of)


def _plot(dataset: Dataset, view: View, limits: Funnel | None, lang: Lang) -> funnel.FunnelPlot:
    if limits is None:
        return funnel.FunnelPlot((), (), (), (), (), 0.0, "", "", "", "")
    beds, days = average_beds(dataset, view), days_of(view)
    sizes = grid(min(beds.values()), max(beds.values()), _POINTS)
    totals = [size * days for size in sizes]
    return funnel.FunnelPlot(
        dots=_dots(dataset, view, limits, beds, lang),
        beds=sizes,
        inner=limits_at(limits, totals, Z_95),
        outer=limits_at(limits, totals, Z_998),
        naive=limits_at(limits, totals, Z_998, naive=True),
        target=100 * sin(limits.target) ** 2,
        beds_title=_BEDS.in_(lang),
        inner_words=_NAMES[0].in_(lang),
        outer_words=_NAMES[1].in_(lang),
        naive_words=_NAMES[2].in_(lang),
    )


def _dots(
    dataset: Dataset, view: View, limits: Funnel, beds: dict[str, float], lang: Lang
) -> list[funnel.FunnelDot]:
    of_role = emphasis.roles(dataset, view)
    return [
        funnel.FunnelDot(
            name=name_of(row.group).in_(lang),
            beds=beds[row.group],
            rate=100 * sin(row.y) ** 2,
            role=of_role[row.group],
            words=_words(view, 100 * sin(row.y) ** 2, VERDICT_WORDS[row.verdict], lang),
            named=of_role[row.group] != "other" or row.verdict != "within",
        )
        for row in limits.rows
    ]


def _words(view: View, rate: float, verdict: Text, lang: Lang) -> str:
    return f"{labels.number(rate, view.of, lang)}, {verdict.in_(lang)}"


def _lines(dataset: Dataset, view: View, funnel: Funnel | None, lang: Lang) -> list[list[str]]:
    beds = average_beds(dataset, view)
    return [
        [
            name_of(row.group).in_(lang), formatting.number(beds[row.group], 0, lang),
            labels.number(100 * sin(row.y) ** 2, view.of, lang),
            VERDICT_WORDS[row.verdict].in_(lang),
        ]
        for row in (funnel.rows if funnel else ())
    ]  # fmt: skip
