"""Every region over time in its tile, all on one scale, with Sweden grey behind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import fmean

from dashboard.comparison.comparison import crosses_a_break
from dashboard.figures import multiples
from dashboard.figures.dot_plot import Role
from dashboard.figures.picture import Picture
from dashboard.figures.time_axis import dated
from dashboard.gaps import target_status
from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.figure_table import Table, table
from dashboard.language.text import Lang, Text
from dashboard.peers import emphasis
from dashboard.reference.periods import grain_of, same_period_last_year
from dashboard.reference.regions import ALL_CODES, CODES, REGIONS, SWEDEN, Region, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, remarks, values
from dashboard.values.provenance import breaks_of
from dashboard.values.values import numbers
from dashboard.view.view import View

_TITLE = Text(
    "Högre än ett år tidigare i {} av {} regioner", "Higher than a year earlier in {} of {} regions"
)
_NOTHING = Text("{} i regionerna", "{} in the regions")
_MEASURE = Text(
    "{} · alla rutor har samma skala, grå linje är riket{}",
    "{} · every panel has the same scale, the grey line is Sweden{}",
)
_INDEXED = Text(
    "{} · linjerna är index där varje regions eget medel är 100, grå linje är riket",
    "{} · the lines are an index in which each region's own mean is 100, the grey line is Sweden",
)
_WITHOUT_COUNTRY = Text("{} · alla rutor har samma skala", "{} · every panel has the same scale")
_WITH_TARGET = Text(", prickad linje målet", ", the dotted line the target")
_SENTENCE = Text(
    "{}: värdet är högre än ett år tidigare i {} regioner, lägre i {} och oförändrat i {}.",
    "{}: the value is higher than a year earlier in {} regions, lower in {} and the same in {}.",
)
_NO_BOTH = Text(
    "{}: ingen region har ett värde både då och ett år tidigare.",
    "{}: no region has a value both then and a year earlier.",
)
_CAUTION = Text(
    "Att två värden skiljer sig säger inte att något har ändrats; det gör de egna gränserna på "
    "Min region.",
    "That two values differ does not say that something has changed; the own limits on My region "
    "do.",
)
_HEADS = (
    Text("Region", "Region"), Text("Ett år tidigare", "A year earlier"),
    Text("Lägsta", "Lowest"), Text("Högsta", "Highest"),
)  # fmt: skip


def multiples_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """A panel per region over the view's span, in the order of the tiles."""
    periods = values.periods_of(dataset, view)
    start = 0 if grain_of(view.period) == "year" else max(0, len(periods) - view.span)
    shown = periods[start:]
    lines = [row[start:] for row in values.lines(dataset, view, view.of.decimals + 1)]
    now = shown.index(view.period) if view.period in shown else None
    chart = _chart(dataset, view, lines, now, shown, lang)
    return Picture(
        title=_title(dataset, view, lang),
        measure=_measure(view, lines, shown, lang),
        sentence=_sentence(dataset, view, lang),
        chart=chart,
        table=_table(dataset, view, lines, lang),
        file=labels.stem(view, "rutor" if lang == "sv" else "panels"),
        lang=lang,
        source=labels.source(dataset, view, lang, shown),
        indicator=view.of,
        notes=remarks.notes_on(dataset, view, CODES, shown, lang),
    )


def _measure(view: View, lines: Sequence[multiples.Line], shown: Sequence[str], lang: Lang) -> str:
    span = "–".join(formatting.period(p, lang) for p in (shown[0], shown[-1]))
    words = labels.measure(view, lang, span)
    if not view.of.unit.counts:
        goal = _WITH_TARGET.in_(lang) if view.of is OCCUPANCY else ""
        return _MEASURE.in_(lang).format(words, goal)
    return (_INDEXED if _indexed(lines) else _WITHOUT_COUNTRY).in_(lang).format(words)


def _indexed(lines: Sequence[multiples.Line]) -> list[multiples.Line]:
    """Counts against their own mean, which is 100; empty where one is not above 0."""
    found: list[multiples.Line] = []
    for line in lines:
        known = [v for v in line if v is not None]
        if any(v <= 0 for v in known):
            return []
        mean = fmean(known) if known else 1.0
        found.append([None if v is None else 100 * v / mean for v in line])
    return found


def _drawn(view: View, lines: Sequence[multiples.Line]) -> Sequence[multiples.Line]:
    """What the panels show: counts as an index, or else without Sweden, which dwarfs them."""
    if not view.of.unit.counts:
        return lines
    return _indexed(lines) or [[None] * len(lines[0]), *lines[1:]]


def _chart(
    dataset: Dataset, view: View, lines: Sequence[multiples.Line], now: int | None,
    shown: tuple[str, ...], lang: Lang,
) -> multiples.Multiples:  # fmt: skip
    drawn = _drawn(view, lines)
    of_role = emphasis.roles(dataset, view)
    return multiples.Multiples(
        panels=[_panel(dataset, view, region, drawn[ALL_CODES.index(region.code)], of_role, lang)
                for region in REGIONS],
        country=drawn[0],
        country_name=name_of(SWEDEN).in_(lang),
        country_value=labels.number(numbers(dataset, view)[0], view.of, lang),
        now=now,
        breaks=[shown.index(p) for p in breaks_of(dataset, view) if p in shown[1:]],
        first=dated(shown[0])[:4],
        last=dated(shown[-1])[:4],
    )  # fmt: skip


def _panel(
    dataset: Dataset, view: View, region: Region, line: multiples.Line,
    of_role: Mapping[str, Role], lang: Lang,
) -> multiples.Panel:  # fmt: skip
    value = numbers(dataset, view)[ALL_CODES.index(region.code)]
    said_now = labels.number(value, view.of, lang)
    return multiples.Panel(
        name=region.name.in_(lang),
        at=region.tile,
        line=line,
        role=of_role[region.code],
        value=said_now,
        words=f"{said_now}, {formatting.period(view.period, lang)}",
        target=_target(dataset, view, region.code),
    )


def _target(dataset: Dataset, view: View, region: str) -> float | None:
    if view.of is not OCCUPANCY:
        return None
    return target_status.standing(dataset, view, region, view.stream).target


def _moves(dataset: Dataset, view: View) -> list[int]:
    """1, -1 or 0 for each region with a value now and a year earlier, as the decimals show."""
    now = numbers(dataset, view)[1:]
    then = _then(dataset, view)[1:]
    both = [(a, b) for a, b in zip(now, then, strict=True) if a is not None and b is not None]
    digits = view.of.decimals
    steps = [round(a, digits) - round(b, digits) for a, b in both]
    return [(step > 0) - (step < 0) for step in steps]


def _then(dataset: Dataset, view: View) -> tuple[float | None, ...]:
    """The values a year earlier; None where the series begins anew in between."""
    found = numbers(dataset, view, same_period_last_year(view.period))
    return tuple(
        None if crosses_a_break(dataset, replace(view, region=code)) else value
        for code, value in zip(ALL_CODES, found, strict=True)
    )


def _title(dataset: Dataset, view: View, lang: Lang) -> str:
    moves = _moves(dataset, view)
    if not moves:
        return _NOTHING.in_(lang).format(view.of.name.in_(lang))
    return _TITLE.in_(lang).format(moves.count(1), len(moves))


def _sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    moves = _moves(dataset, view)
    when = formatting.capitalised(formatting.period(view.period, lang))
    if not moves:
        return _NO_BOTH.in_(lang).format(when)
    counts = (moves.count(1), moves.count(-1), moves.count(0))
    return f"{_SENTENCE.in_(lang).format(when, *counts)} {_CAUTION.in_(lang)}"


def _table(dataset: Dataset, view: View, lines: Sequence[multiples.Line], lang: Lang) -> Table:
    now, then = numbers(dataset, view), _then(dataset, view)
    heads = (_HEADS[0], formatting.period(view.period, lang, short=True), *_HEADS[1:])
    rows = []
    for i, code in enumerate(ALL_CODES):
        known = [v for v in lines[i] if v is not None]
        cells = (now[i], then[i], min(known, default=None), max(known, default=None))
        rows.append([name_of(code).in_(lang), *(labels.number(v, view.of, lang) for v in cells)])
    return table(heads, rows, lang)
