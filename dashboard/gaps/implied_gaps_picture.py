"""Where the beds are missing: each region's acute and planned care against the targets."""

from collections.abc import Mapping

from dashboard.figures import signed_bars
from dashboard.figures.picture import Picture
from dashboard.gaps.demand import demands
from dashboard.gaps.gap_ranges import range_at
from dashboard.gaps.implied_gap import NAME, CountryGap, ImpliedGap, country_gap, implied_gaps
from dashboard.gaps.target_status import shares_by_region
from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.collation import in_order
from dashboard.language.figure_table import table
from dashboard.language.formatting import NONE
from dashboard.language.text import Lang, Text
from dashboard.peers.emphasis import roles
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.estimate_ranges import Range
from dashboard.values.published_year import without_order
from dashboard.view.view import View

_TITLE = Text(
    "Beläggningsgapet, brutto: {} regioner saknar {} platser, {} har {} utöver behovet",
    "The occupancy gap, gross: {} regions lack {} beds, {} have {} beyond the need",
)
_LOCKED_TITLE = Text(
    "Beläggningsgapet med låsta platser: {} regioner saknar {} platser",
    "The occupancy gap with locked beds: {} regions lack {} beds",
)
_NO_FIGURES = Text("{}: uppgift saknas för perioden", "{}: not available for the period")
_MEASURE = Text(
    "{} · medeltal över tolv månader till {} · tjock stapel akut, smal planerad, streck är summan",
    "{} · average over twelve months to {} · thick bar acute, thin planned, the tick is the sum",
)
_LOCKED_MEASURE = Text(
    "{} · platserna är låsta per vårdtyp, streck är bristerna · medeltal över tolv månader till {}",
    "{} · beds are locked to their stream, the tick is the shortages · average over twelve months "
    "to {}",
)
_ESTIMATED_TITLE = Text(
    "Beläggningsgapet är skattat {} platser netto i landet, med spannet {}",
    "The occupancy gap is an estimated {} beds net in the country, with the range {}",
)
_WHISKERS = Text(
    " · linjen är summans 80 procents spann", " · the line is the 80 per cent range of the sum"
)
_RANGE_HEAD = Text("Summans spann", "Range of the sum")
_SENTENCE = Text(
    "{} {} Netto {} och brutto {}: ett överskott i en region vårdar inga patienter i en annan. "
    "Med låsta platser är gapet {}.",
    "{} {} Net {} and gross {}: a surplus in one region treats no patients in another. With "
    "locked beds the gap is {}.",
)
_MOST = Text(" Störst brist har {} ({}).", " {} lacks most ({}).")
_SHORT = {
    "acute": Text("Akut vård saknar {} platser.", "Acute care lacks {} beds."),
    "planned": Text("Planerad vård saknar {} platser.", "Planned care lacks {} beds."),
}
_BEYOND = {
    "acute": Text("Akut vård har {} utöver behovet.", "Acute care has {} beyond the need."),
    "planned": Text("Planerad vård har {} utöver behovet.", "Planned care has {} beyond the need."),
}
_WORDS = Text("akut {}, planerad {}, tillsammans {}", "acute {}, planned {}, together {}")
_MISSING, _SPARE = Text("saknas", "missing"), Text("utöver behovet", "beyond the need")
_NET, _LOCKED = Text("summa", "sum"), Text("låsta", "locked")
_HEADS = (
    Text("Region", "Region"), Text("Akut", "Acute"), Text("Planerad", "Planned"),
    Text("Summa", "Sum"), Text("Låsta platser", "Locked beds"),
)  # fmt: skip


def implied_gaps_picture(dataset: Dataset, view: View, lang: Lang, *, locked: bool) -> Picture:
    """The occupancy-implied gap of every region by stream, the largest first."""
    found = demands(dataset, view.period)
    each = implied_gaps(found, shares_by_region(dataset, view))
    gaps = sorted(each, key=lambda one: -_shown(one, locked=locked))
    if estimated := without_order(dataset, view):
        gaps.sort(key=lambda one: in_order(name_of(one.region).in_(lang), lang))
    measure = (
        (_LOCKED_MEASURE if locked else _MEASURE)
        .in_(lang)
        .format(NAME.in_(lang), formatting.period(view.period, lang))
    )
    ends = {one.region: _range(dataset, view, one, locked=locked) for one in gaps}
    if has_ranges := any(ends.values()):
        measure += _WHISKERS.in_(lang)
    chart = _chart(dataset, view, gaps, ends, lang, locked=locked)
    title = sentence = _NO_FIGURES.in_(lang).format(NAME.in_(lang))
    if gaps:
        title, sentence = _said(gaps, country_gap(gaps), lang, locked=locked)
        sentence += "" if estimated else _most(gaps, lang)
        whole = country_gap(gaps).net
        if has_ranges and (among := range_at(dataset, view.period, SWEDEN, whole)):
            net = formatting.number(whole, 0, lang)
            title = _ESTIMATED_TITLE.in_(lang).format(net, formatting.span(*among, 0, lang))
    return Picture(
        title=title,
        measure=measure,
        sentence=sentence,
        chart=chart,
        table=table(
            (*_HEADS, _RANGE_HEAD) if has_ranges else _HEADS,
            (
                [*_line(one, lang), *([_span(ends[one.region], lang)] if has_ranges else [])]
                for one in gaps
            ),
            lang,
        ),
        file=labels.stem(view, "platsbehov" if lang == "sv" else "beds-asked-for"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=OCCUPANCY,
    )


def _range(dataset: Dataset, view: View, gap: ImpliedGap, *, locked: bool) -> Range | None:
    """The range of the sum; with locked beds there is none."""
    return None if locked else range_at(dataset, view.period, gap.region, gap.net)


def _span(ends: Range | None, lang: Lang) -> str:
    return formatting.span(*ends, 0, lang) if ends else NONE


def _shown(gap: ImpliedGap, *, locked: bool) -> float:
    return gap.locked if locked else gap.net


def _most(gaps: list[ImpliedGap], lang: Lang) -> str:
    most = max(gaps, key=lambda one: one.net)
    return _MOST.in_(lang).format(
        name_of(most.region).in_(lang), formatting.number(most.net, 0, lang)
    )


def _said(
    gaps: list[ImpliedGap], whole: CountryGap, lang: Lang, *, locked: bool
) -> tuple[str, str]:
    def n(value: float) -> str:
        return formatting.number(value, 0, lang)

    def stream(name: str, missing: float) -> str:
        words = _SHORT if missing >= 0 else _BEYOND
        return words[name].in_(lang).format(n(abs(missing)))

    sentence = _SENTENCE.in_(lang).format(
        stream("acute", sum(one.acute or 0 for one in gaps)),
        stream("planned", sum(one.planned or 0 for one in gaps)),
        n(whole.net), n(whole.gross), n(whole.locked),
    )  # fmt: skip
    short = sum(_shown(one, locked=locked) > 0 for one in gaps)
    if locked:
        return _LOCKED_TITLE.in_(lang).format(short, n(whole.locked)), sentence
    title = _TITLE.in_(lang).format(
        short, n(whole.gross), len(gaps) - short, n(whole.gross - whole.net)
    )
    return title, sentence


def _chart(
    dataset: Dataset,
    view: View,
    gaps: list[ImpliedGap],
    ends: Mapping[str, Range | None],
    lang: Lang,
    *,
    locked: bool,
) -> signed_bars.SignedBars:
    part = roles(dataset, view)
    return signed_bars.SignedBars(
        rows=[
            signed_bars.SignedRow(
                name=name_of(one.region).in_(lang),
                acute=one.acute or 0.0,
                planned=one.planned or 0.0,
                net=_shown(one, locked=locked),
                role=part[one.region],
                words=_WORDS.in_(lang).format(*_line(one, lang)[1:4])
                + (f" ({_span(ends[one.region], lang)})" if ends[one.region] else ""),
                interval=ends[one.region],
                aside=_beds(_shown(one, locked=locked), lang),
            )
            for one in gaps
        ],
        missing=_MISSING.in_(lang),
        spare=_SPARE.in_(lang),
        aside_head=(_LOCKED if locked else _NET).in_(lang),
    )


def _line(gap: ImpliedGap, lang: Lang) -> list[str]:
    values = (gap.acute, gap.planned, gap.net, gap.locked)
    return [name_of(gap.region).in_(lang), *(_beds(value, lang) for value in values)]


def _beds(value: float | None, lang: Lang) -> str:
    return NONE if value is None else formatting.number(value, 0, lang, signed=True)
