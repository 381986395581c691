"""The words that follow a view everywhere: period, care, source, status, name of a file."""

from collections.abc import Sequence

from dashboard.indicators.registry import CARE_NAMES, STREAM_NAMES, Indicator
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import months_of
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import imported, provenance
from dashboard.view.view import View

ESTIMATED = Text("Skattade månadsvärden", "Estimated monthly values")
REPORTED = Text("Rapporterade månadsvärden", "Reported monthly values")
MIXED = Text("Skattade och rapporterade månadsvärden", "Estimated and reported monthly values")
# The word in both languages, in the name of every file of invented months.
IN_NAMES = "EXEMPEL_EXAMPLE"
EXAMPLE = Text("EXEMPEL: påhittade månadsvärden", "EXAMPLE: invented monthly values")
PUBLISHED = Text("Publicerade årsvärden", "Published annual values")
UNPUBLISHED = Text("INTE PUBLICERAT", "NOT PUBLISHED")
# The word in both languages, in the name of every file with what is not published.
UNPUBLISHED_IN_NAMES = "INTE_PUBLICERAT_NOT_PUBLISHED"
# The figure that shows what a region has loaded of its preparedness.
LADDER = "scn-ladder"
IS_ESTIMATED = Text(" (skattat)", " (estimated)")
NOT_AVAILABLE = Text("finns inte", "not available")

_BY_KIND = {"estimated": ESTIMATED, "reported": REPORTED, "mixed": MIXED, "example": EXAMPLE}
_MODEL = Text("{} (skattat ur Kolada)", "{} (estimated from Kolada)")
_INVENTED = Text("{}, påhittat exempel", "{}, an invented example")
_SOURCE = Text("Källa: {}. Utgåva {}.", "Source: {}. Release {}.")
_MODELLED_LABEL = Text(
    "Årsvärdena är publicerade (Kolada). Månaderna, delningen i akut och planerad vård, "
    "platsantalet och beläggningen är skattade ur dem.",
    "The annual values are published (Kolada). The months, the split into acute and planned care, "
    "the number of beds and the occupancy are estimated from them.",
)
_NOBODY = Text(
    "Ingen region har rapporterat {}, och skattade värden visas inte bland rapporterade.",
    "No region has reported {}, and estimated values are not shown among reported ones.",
)
_NOTHING_REPORTED = Text("inget är rapporterat", "nothing is reported")
_IMPORTED_LABEL = Text(
    "{} är importerad: siffrorna är regionernas egna, från {} regioner. Det som inte har "
    "rapporterats saknas.",
    "{} is imported: the figures are the regions' own, from {} regions. What has not been "
    "reported is missing.",
)
_MIXED_LABEL = Text(
    "{} av årets månader är importerade, med regionernas egna siffror. Övriga är skattade ur "
    "publicerade årsvärden (Kolada).",
    "{} of the months of the year are imported, with the regions' own figures. The others are "
    "estimated from published annual values (Kolada).",
)
_NOT_YET = Text(
    "INTE PUBLICERAT: siffrorna är lämnade och får inte spridas.",
    "NOT PUBLISHED: the figures are handed in and must not be passed on.",
)
_HOLDS = Text(
    "INTE PUBLICERAT: här finns också siffror som är lämnade och inte publicerade, för {}, {}. "
    "De får inte spridas.",
    "NOT PUBLISHED: here are also figures that are handed in and not published, of {}, {}. "
    "They must not be passed on.",
)
_EXAMPLE_LABEL = Text(
    "Månaderna är påhittade, så att årsvärdena blir de publicerade. De visar vad rapporterade "
    "månader skulle göra möjligt, och säger inget om någon region.",
    "The months are invented so that they reproduce the published annual values. They show what "
    "reported months would make possible, and say nothing of any region.",
)
_PUBLISHED_LABEL = Text(
    "Alla siffror är publicerade, och inget är skattat. Det som inte är publicerat per år "
    "och region finns inte här.",
    "All figures are published, and nothing is estimated. What is not published by year and "
    "region is not available here.",
)


def number(value: float | None, indicator: Indicator, lang: Lang) -> str:
    """A value with the indicator's decimals."""
    return formatting.number(value, indicator.decimals, lang)


def care(view: View, lang: Lang) -> str:
    """`somatisk slutenvård` or, for a single stream, `akut vård`."""
    if view.stream != "all":
        return STREAM_NAMES[view.stream].in_(lang)
    return CARE_NAMES[view.care].in_(lang)


def of_its_care(words: str, view: View, lang: Lang) -> str:
    """Words on all somatic care, which say so where the view is of something else."""
    if (view.care, view.stream) == ("somatic", "all"):
        return words
    whole = formatting.capitalised(CARE_NAMES["somatic"].in_(lang))
    return f"{whole}: {words}" if words else ""


def measure(view: View, lang: Lang, period: str | None = None) -> str:
    """`Överbeläggningar per 100 disponibla vårdplatser, somatisk slutenvård, december 2025`."""
    when = period or formatting.period(view.period, lang)
    name, unit = view.of.name.in_(lang), view.of.unit.long.in_(lang)
    return f"{_with_unit(name, unit, counts=view.of.unit.counts)}, {care(view, lang)}, {when}"


def _with_unit(name: str, unit: str, *, counts: bool) -> str:
    if unit.lower() in name.lower():
        return name
    if counts:
        return f"{name} ({unit})"
    return f"{name} {unit}" if unit.startswith("per 1") else f"{name}, {unit}"


def status(dataset: Dataset, view: View, lang: Lang, periods: Sequence[str] = ()) -> str:
    """Whether the values are published, estimated or reported; `periods` beside the view's own.

    That anything in them is not published is said as well.
    """
    if view.data == "published":
        return PUBLISHED.in_(lang)
    words = _BY_KIND[imported.kind(dataset, view, periods)].in_(lang)
    if dataset.is_unpublished((view.period, *periods)):
        return f"{words}, {UNPUBLISHED.in_(lang)}"
    return words


def status_sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    """In one sentence what is published, what is estimated and what is reported."""
    if view.data == "published":
        return _PUBLISHED_LABEL.in_(lang)
    words = _status_sentence(dataset, view, lang)
    return f"{_NOT_YET.in_(lang)} {words}" if dataset.is_unpublished((view.period,)) else words


def _status_sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    kind = imported.kind(dataset, view)
    if kind == "reported":
        behind = sum(imported.is_imported(dataset, view, code) for code in CODES)
        when = formatting.capitalised(formatting.period(view.period, lang))
        if not behind:
            return _NOBODY.in_(lang).format(formatting.period(view.period, lang))
        share = formatting.share(behind, len(CODES), lang)
        return _IMPORTED_LABEL.in_(lang).format(when, share)
    if kind == "example":
        return _EXAMPLE_LABEL.in_(lang)
    if kind == "mixed":
        imported_months = set(months_of(view.period)) & set(imported.months_imported(dataset, view))
        return _MIXED_LABEL.in_(lang).format(formatting.share(len(imported_months), 12, lang))
    return _MODELLED_LABEL.in_(lang)


def source(dataset: Dataset, view: View, lang: Lang, periods: Sequence[str] = ()) -> str:
    """The line under a figure: source, release and status.

    `periods` are those the figure shows, where they are more than the view's own.
    """
    name = _source_name(dataset, view, lang, periods)
    sentence = _SOURCE.in_(lang).format(name, short(dataset.release))
    return f"{sentence} {status(dataset, view, lang, periods)}."


def _source_name(dataset: Dataset, view: View, lang: Lang, periods: Sequence[str]) -> str:
    series = provenance.series_of(view)
    if view.data == "published" and series:
        return dataset.reference.sources[series.source].label
    model = _MODEL.in_(lang).format(dataset.reference.sources[provenance.MODEL].publisher)
    kind = imported.kind(dataset, view, periods)
    if kind == "example":
        return _INVENTED.in_(lang).format(dataset.reference.sources[provenance.MODEL].publisher)
    if kind == "estimated" or view.data == "published":
        return (
            model
            if view.data != "published"
            else dataset.reference.sources[provenance.MODEL].publisher
        )
    told = dict.fromkeys(str(entry["source"]) for entry in dataset.manifest.get("imports", ()))
    names = [dataset.reference.sources[imported.SOURCE.format(key)].label for key in told]
    if kind == "reported":
        return "; ".join(names) or _NOTHING_REPORTED.in_(lang)
    return "; ".join([model, *names])


def is_private(dataset: Dataset, figure: str, region: str) -> bool:
    """Whether the rows of a figure hold what not everybody may see, in a store of a tier."""
    return bool(dataset.unpublished) or (figure == LADDER and region in dataset.preparedness)


def unpublished_sentence(dataset: Dataset, lang: Lang) -> str:
    """That a store holds what not everybody may see, of which regions and months."""
    months = sorted({month for _, month in dataset.unpublished})
    when = formatting.period(months[0], lang)
    if len(months) > 1:
        when = f"{when}–{formatting.period(months[-1], lang)}"
    regions = sorted({region for region, _ in dataset.unpublished})
    names = ", ".join(name_of(one).in_(lang) for one in regions)
    return _HOLDS.in_(lang).format(names, when)


def short(release: str) -> str:
    """The first six digits of a release's name, as people say it."""
    return release[:6]


def stem(view: View, name: str, flavour: str = "", *, unpublished: bool = False) -> str:
    """The name of a file with a view in it: figure, indicator, period, place, care, status.

    `flavour` tells two files of the same rows apart.
    """
    place = "riket" if view.region == SWEDEN else view.region
    pieces = (
        "vardplatslaget", name, view.indicator, view.period, place, view.care, view.stream,
        IN_NAMES if view.data == "example" else view.data,
        *([UNPUBLISHED_IN_NAMES] if unpublished else []), flavour,
    )  # fmt: skip
    return "_".join(filter(None, pieces))


def place(view: View, lang: Lang) -> str:
    """The name of the view's region, or of the country in the middle of a sentence."""
    name = name_of(view.region).in_(lang)
    return name.lower() if view.region == SWEDEN and lang == "sv" else name
