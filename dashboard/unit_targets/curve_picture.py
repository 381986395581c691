"""What a target becomes in units of different size, beside the guideline it comes from."""

from functools import lru_cache

from dashboard.figures import target_curve
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.targets.diversion import Diversion
from dashboard.targets.occupancy_targets import Shares, TargetStream
from dashboard.unit_targets.basis import Basis, Sized, basis, target_of
from dashboard.unit_targets.model import LIMITS, STAMP
from dashboard.unit_targets.risk_words import days_words
from dashboard.values import labels
from dashboard.view.assumptions import SCALES
from dashboard.view.view import View

SIZES = tuple(range(int(SCALES["size"].low), int(SCALES["size"].high) + 1))
_SHOWN = (6, 8, 10, 12, 16, 20, 24, 30, 40, 60, 100)

_TITLE = Text(
    "{} platser: målet är {} procent i akut vård och {} i planerad",
    "{} beds: the target is {} per cent in acute care and {} in planned",
)
_MEASURE = Text(
    "Mål för genomsnittlig beläggning efter enhetens storlek · streckat: riktvärdet · prickat: "
    "utan gränserna {}–{} och {}–{} procent · {}",
    "Target for average occupancy by the size of the unit · dashed: the guideline · dotted: "
    "without the limits {}–{} and {}–{} per cent · {}",
)
_SENTENCE = Text(
    "En liten enhet behöver en större andel lediga platser än en stor för samma risk: i akut vård "
    "är målet {} procent med 12 platser och {} med 60. Vid målet har {} platser {} "
    "överbelagda per 100 i akut vård och {}; i planerad vård är det {} per 100.",
    "A small unit needs a larger share of its beds free than a large one for the same risk: in "
    "acute care the target is {} per cent with 12 beds and {} with 60. At the target {} beds "
    "have {} overcrowded per 100 in acute care and {}; in planned care it is {} per 100.",
)
_SOURCE = Text(
    "Källa: riktvärdet 85 och 95 procent (Socialstyrelsen, enligt regeringens uppdrag); storleken "
    "är egen metod (se Metod), förankrad vid {} platser. {}. Utgåva {}.",
    "Source: the guideline of 85 and 95 per cent (National Board of Health and Welfare, as cited "
    "by the government); the size is our method (see Method), anchored at {} beds. {}. "
    "Release {}.",
)
_BEDS_IN_UNIT = Text("Platser som patienterna delar", "Beds that the patients share")
_ACUTE, _PLANNED = Text("akut", "acute"), Text("planerad", "planned")
_GUIDELINE = Text("riktvärde {} %", "guideline {}%")
_BEDS = Text("{} platser", "{} beds")
_HEADS = (
    Text("Platser", "Beds"), Text("Mål akut, %", "Target acute, %"),
    Text("Mål planerad, %", "Target planned, %"),
    Text("Överbelagda per 100, akut", "Overcrowded per 100, acute"),
    Text("Överbelagda per 100, planerad", "Overcrowded per 100, planned"),
)  # fmt: skip


def target_curve_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The targets of both streams over the size of the unit, under the view's assumptions."""
    found = basis(dataset, view)
    size = int(found.assumed.size)
    chart = _curve(found, lang)
    low_a, high_a, low_p, high_p = (percent(one, lang, 0) for s in LIMITS for one in LIMITS[s])

    def acute(beds: int) -> str:
        return percent(found.target(beds, "acute").target, lang)

    return Picture(
        title=_TITLE.in_(lang).format(
            size, acute(size), percent(found.target(size, "planned").target, lang)
        ),
        measure=_MEASURE.in_(lang).format(low_a, high_a, low_p, high_p, STAMP.in_(lang)),
        sentence=_SENTENCE.in_(lang).format(
            acute(12),
            acute(60),
            size,
            formatting.number(found.risk(size, "acute"), 1, lang),
            days_words(found.full_days(size, "acute")).in_(lang),
            formatting.number(found.risk(size, "planned"), 1, lang),
        ),
        chart=chart,
        table=table(_HEADS, _lines(found, lang), lang),
        file=labels.stem(view, "malkurva" if lang == "sv" else "target-curve"),
        lang=lang,
        source=source(dataset, found, lang),
        indicator=OCCUPANCY,
    )


def source(dataset: Dataset, basis: Basis, lang: Lang) -> str:
    """Where the targets come from, with the stamp that they are ours and not official."""
    anchor = int(basis.assumed.anchor)
    return _SOURCE.in_(lang).format(anchor, STAMP.in_(lang), labels.short(dataset.release))


def percent(share: float, lang: Lang, decimals: int = 1) -> str:
    """A ratio as a number in per cent."""
    return formatting.number(100 * share, decimals, lang)


def _curve(basis: Basis, lang: Lang) -> target_curve.TargetCurve:
    size = int(basis.assumed.size)
    return target_curve.TargetCurve(
        sizes=SIZES,
        acute=_line(basis, "acute", basis.official.acute, _ACUTE, lang),
        planned=_line(basis, "planned", basis.official.planned, _PLANNED, lang),
        at=size,
        title=_BEDS_IN_UNIT.in_(lang),
        at_words=_BEDS.in_(lang).format(size),
    )


def _line(
    basis: Basis, stream: TargetStream, official: float, words: Text, lang: Lang
) -> target_curve.StreamLine:
    targets, unclipped = _over_sizes(
        stream, basis.assumed.anchor, basis.shares, basis.diversion, basis.sized
    )
    return target_curve.StreamLine(
        targets=targets,
        unclipped=unclipped,
        official=100 * official,
        words=words.in_(lang),
        official_words=_GUIDELINE.in_(lang).format(percent(official, lang, 0)),
        at_words=f"{percent(basis.target(int(basis.assumed.size), stream).target, lang)} %",
    )


# The line of one stream in per cent, as kept in its limits and as computed. Most of what is
# assumed moves neither.
_Line = tuple[tuple[float, ...], tuple[float, ...]]


@lru_cache(maxsize=16)
def _over_sizes(
    stream: TargetStream, anchor: float, shares: Shares, diversion: Diversion | None, sized: Sized
) -> _Line:
    each = [
        target_of(size, stream, anchor=anchor, shares=shares, diversion=diversion, sized=sized)
        for size in SIZES
    ]
    return tuple(100 * one.target for one in each), tuple(100 * one.unclipped for one in each)


def _lines(basis: Basis, lang: Lang) -> list[list[str]]:
    sizes = sorted({*_SHOWN, int(basis.assumed.size)})
    streams: tuple[TargetStream, ...] = ("acute", "planned")
    return [
        [str(beds),
         *(percent(basis.target(beds, one).target, lang) for one in streams),
         *(formatting.number(basis.risk(beds, one), 1, lang) for one in streams)]
        for beds in sizes
    ]  # fmt: skip
