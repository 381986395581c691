"""The regional table: the chosen indicator now and a year ago, and its neighbours in meaning."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISTANCE_TO_GUIDELINE,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    Indicator,
)
from dashboard.language import formatting
from dashboard.language.collation import in_order
from dashboard.language.text import Lang, Text
from dashboard.quality.ranking_gate import gate
from dashboard.reference.periods import same_period_last_year
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, trends, values
from dashboard.values.published_year import compared_view, without_order
from dashboard.view.sort_choice import REGIONS, sort_of
from dashboard.view.view import View

_TITLE = Text("Regionerna {} mot {}", "The regions, {} against {}")
_CAPTION = Text(
    "{}. Ring är {}, punkt är {}. Avståndet till riktvärdet per region är en skattning.",
    "{}. The ring is {}, the dot {}. The distance to the guideline by region is an estimate.",
)
_RANGES = Text(
    " Under ett skattat värde står dess 80 procents spann.",
    " Below an estimate stands its 80 per cent range.",
)
_UNSURE = Text(" (rangordnas inte)", " (not ranked)")
_BESIDE = (OVERCROWDING, OUTPLACEMENT, OCCUPANCY, AVAILABLE_BEDS, DISTANCE_TO_GUIDELINE)


@frozen
class Row:
    """A region's cells; `now` and `before` are places from 0 to 1 for the dumbbell.

    `ranges` are those of the cells in words, empty for what is no estimate, and `numbers` the
    values of the cells.
    """

    code: str
    name: str
    cells: tuple[str, ...]
    ranges: tuple[str, ...]
    numbers: tuple[float | None, ...]
    now: float | None
    before: float | None


@frozen
class RegionTable:
    """The table with its words; the first two cells are the chosen indicator, now and before."""

    title: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def region_table(dataset: Dataset, view: View, lang: Lang) -> RegionTable:
    """Sweden first, then the regions: by value where the indicator ranks them, else by code.

    Of estimated months the published year gives the order (docs/methods.md 9.7).

    A figure of grade C or D is not ranked, and says so.
    """
    before = replace(view, period=same_period_last_year(view.period))
    beside = tuple(one for one in _BESIDE if one is not view.of)
    now = values.numbers(dataset, view)
    then = values.numbers(dataset, view, before.period)
    others = [values.numbers(dataset, _beside(view, one)) for one in beside]
    shown = ((view, now), (before, then),
             *zip((_beside(view, one) for one in beside), others, strict=True))  # fmt: skip
    ranges = [_ranges(dataset, one, numbers, lang) for one, numbers in shown]
    top = max((n for n in (*now, *then) if n is not None), default=0.0)

    def place(number: float | None) -> float | None:
        return None if number is None or top <= 0 else round(max(0.0, number / top), 3)

    unsure = gate(dataset, view)
    order = _order(view, values.numbers(dataset, compared_view(dataset, view)), unsure)
    if without_order(dataset, compared_view(dataset, view)):
        order = [ALL_CODES.index(SWEDEN), *range(1, len(CODES) + 1)]
    period = formatting.period(view.period, lang, short=True)
    last = formatting.period(before.period, lang, short=True)
    return RegionTable(
        title=_TITLE.in_(lang).format(
            formatting.period(view.period, lang), formatting.period(before.period, lang)
        ),
        caption=_CAPTION.in_(lang).format(labels.measure(view, lang), last, period)
        + (_RANGES.in_(lang) if any(map(any, ranges)) else ""),
        heads=(f"{view.of.short_name.in_(lang)} {period}", last,
               *(_head(view, one, lang) for one in beside)),
        rows=_sorted(tuple(
            Row(
                code=ALL_CODES[i],
                name=_named(ALL_CODES[i], unsure, lang),
                cells=(
                    *(labels.number(column[i], view.of, lang) for column in (now, then)),
                    *(labels.number(column[i], one, lang)
                      for one, column in zip(beside, others, strict=True)),
                ),
                ranges=tuple(column[i] for column in ranges),
                numbers=tuple(column[i] for column in (now, then, *others)),
                now=place(now[i]),
                before=place(then[i]),
            )
            for i in order
        ), view, lang),
    )  # fmt: skip


def _sorted(rows: tuple[Row, ...], view: View, lang: Lang) -> tuple[Row, ...]:
    """Sweden first, the others by the column that the reader chose; what has no value last."""
    chosen = sort_of(view.sort, REGIONS)
    if chosen is None:
        return rows
    country, *regions = rows
    if chosen.column == 0:
        regions.sort(key=lambda row: in_order(row.name, lang), reverse=chosen.descending)
        return (country, *regions)
    sign = -1 if chosen.descending else 1

    def key(row: Row) -> tuple[bool, float]:
        # The dumbbell stands between the first two numbers and the others.
        place = {1: 0, 2: 1}.get(chosen.column)
        if chosen.column == 3:
            now, then = row.numbers[:2]
            number = None if now is None or then is None else now - then
        else:
            place = chosen.column - 2 if place is None else place
            number = row.numbers[place] if place < len(row.numbers) else None
        return number is None, sign * (number or 0.0)

    return (country, *sorted(regions, key=key))


def _head(view: View, indicator: Indicator, lang: Lang) -> str:
    """Its name, and its care where that is not the one looked at."""
    own, name = _beside(view, indicator), indicator.short_name.in_(lang)
    same = (own.care, own.stream) == (view.care, view.stream)
    return name if same else f"{name}, {labels.care(own, lang)}"


def _beside(view: View, indicator: Indicator) -> View:
    own = trends.of_indicator(view, indicator.key)
    return replace(own, stream="all") if indicator.derived else own


def _ranges(dataset: Dataset, view: View, numbers: Sequence[float | None], lang: Lang) -> list[str]:
    """Sweden's 80 per cent range and each region's, empty for what is no estimate."""
    # The year before the first that can be asked for has no values, nor a name.
    if all(number is None for number in numbers):
        return [""] * len(numbers)
    return [
        formatting.span(one.low, one.high, view.of.decimals, lang)
        for one in values.at(dataset, view)
    ]


def _named(code: str, unsure: Mapping[str, Text], lang: Lang) -> str:
    name = name_of(code).in_(lang)
    return f"{name}{_UNSURE.in_(lang)}" if code in unsure else name


def _order(view: View, now: Sequence[float | None], unsure: Collection[str]) -> list[int]:
    regions = list(range(1, len(CODES) + 1))
    if view.of.ranked:
        # What cannot bear a rank stands after those that can, in the order of the codes.
        ranked = [-1e9 if n is None else -1e8 if ALL_CODES[i] in unsure else n
                  for i, n in enumerate(now)]  # fmt: skip
        regions.sort(key=lambda i: ranked[i], reverse=True)
    return [ALL_CODES.index(SWEDEN), *regions]
