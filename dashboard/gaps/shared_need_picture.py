"""The national need shared out over the regions: an estimate with its range."""

from dashboard.figures import dot_plot
from dashboard.figures.picture import Picture
from dashboard.gaps.published_facts import contradicted
from dashboard.gaps.regional_distance import estimates
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.language import formatting
from dashboard.language.collation import in_order
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.peers.emphasis import roles
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.targets.shortfall import LEFT_OUT, STAMP, WAYS, Estimate, net_and_gross
from dashboard.values import labels
from dashboard.values.published_year import without_order
from dashboard.view.view import View

_TITLE = Text(
    "Avståndet till riktvärdet per region: {} platser netto, {} brutto",
    "The distance to the guideline by region: {} beds net, {} gross",
)
_NONE = Text(
    "Avståndet per region finns från maj 2023", "The distance by region is there from May 2023"
)
_MEASURE = Text(
    "{} · prick efter befolkning, streck är spannet mellan sätten att fördela, med platsantalets "
    "80 procents spann där det är skattat · medeltal över tolv månader till {}",
    "{} · the dot by population, the line the range of the ways to share, with the 80 per cent "
    "range of the beds where they are estimated · average over twelve months to {}",
)
_SENTENCE = Text(
    "Behovet 17 660 fördelat {}. {} Ett officiellt tal för en region ersätter skattningen; inget "
    "har publicerats.",
    "The need of 17,660 shared {}. {} An official figure for a region replaces the estimate, and "
    "none has been published.",
)
_LOADED = Text(
    "Egna riktvärden är inlästa för {} (ringar).",
    "Guidelines of their own are loaded for {} (rings).",
)
_WORDS = Text("{} platser, {} till {}", "{} beds, {} to {}")
_HEADS = (Text("Region", "Region"), Text("Efter befolkning", "By population"),
          Text("Lägsta", "Lowest"), Text("Högsta", "Highest"))  # fmt: skip


def shared_need_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The estimated distance of every region with its range, the largest first."""
    found = list(estimates(dataset, view).values())
    # Regions whose ranges overlap are put in no order by the estimate.
    if without_order(dataset, view):
        found.sort(key=lambda one: in_order(name_of(one.region).in_(lang), lang))
    else:
        found.sort(key=lambda one: -one.distance)
    chart = _chart(dataset, view, found, lang)
    title = sentence = _NONE.in_(lang)
    if found:
        net, gross = net_and_gross(one.distance for one in found)
        title = _TITLE.in_(lang).format(*(formatting.number(v, 0, lang) for v in (net, gross)))
        used = dict.fromkeys(w for one in found if not one.official for w in one.variants)
        ways = ", ".join(WAYS[one].in_(lang) for one in used)
        sentence = _SENTENCE.in_(lang).format(ways, LEFT_OUT.in_(lang)) + _loaded(found, lang)
        sentence += _against(dataset, found, lang)
    return Picture(
        title=title,
        measure=_MEASURE.in_(lang).format(STAMP.in_(lang), formatting.period(view.period, lang)),
        sentence=sentence,
        chart=chart,
        table=table(_HEADS, [_line(one, lang) for one in found], lang),
        file=labels.stem(view, "avstand-region" if lang == "sv" else "distance-region"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=DISTANCE_TO_GUIDELINE,
    )


def _against(dataset: Dataset, estimates: list[Estimate], lang: Lang) -> str:
    """What is published of a region that its estimate goes against, by name."""
    told = ((one, contradicted(dataset, one.region)) for one in estimates if not one.official)
    return "".join(
        f" {name_of(one.region).in_(lang)}: {words.in_(lang)}" for one, words in told if words
    )


def _loaded(estimates: list[Estimate], lang: Lang) -> str:
    """The regions that have an official figure of their own in the version looked at."""
    names = ", ".join(name_of(one.region).in_(lang) for one in estimates if one.official)
    return f" {_LOADED.in_(lang).format(names)}" if names else ""


def _chart(dataset: Dataset, view: View, estimates: list[Estimate], lang: Lang) -> dot_plot.DotPlot:
    part = roles(dataset, view)
    rows = [
        dot_plot.Dot(
            name=name_of(one.region).in_(lang),
            value=round(one.distance, 1),
            before=None,
            interval=(one.low, one.high),
            role="selected" if part[one.region] == "selected" else "other",
            hollow=one.official,
            words=_WORDS.in_(lang).format(*_line(one, lang)[1:]),
            aside=_beds(one.distance, lang),
        )
        for one in estimates
    ]
    return dot_plot.DotPlot(rows, 0.0 if rows else None, "", Text("platser", "beds").in_(lang))


def _line(estimate: Estimate, lang: Lang) -> list[str]:
    ends = (estimate.distance, estimate.low, estimate.high)
    return [name_of(estimate.region).in_(lang), *(_beds(value, lang) for value in ends)]


def _beds(value: float, lang: Lang) -> str:
    return formatting.number(value, 0, lang, signed=True)
