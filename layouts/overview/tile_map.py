"""The regions as equal tiles, roughly where they lie, and the key to the colours of both."""

import re
from functools import cache
from itertools import pairwise

from dashboard.figures.region_map import PRINTED_UP_TO
from dashboard.figures.sparkline import sparkline
from dashboard.figures.theme import Figure
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.quality.ranking_gate import gate
from dashboard.reference.regions import REGIONS, Region, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import trends
from dashboard.view.addresses import QUALITY
from dashboard.view.view import View
from layouts import html
from layouts.html import Html

_MISSING = Text("finns inte, eller betyg C–D", "not available, or grade C–D")
_FROM_TARGET = Text("procentenheter från målet", "percentage points from the target")
_DOUBTS = Text("Streckade trots värde: {}. Varför?", "Hatched in spite of a value: {}. Why?")
_MORE = Text("och {} till", "and {} more")
_MOST_DOUBTS = 8
_UPTO = {False: "–", True: "…"}
_MONTHS = 24
_LONG = re.compile("^(Väster|Västman|Öster|Söder)(?=[a-zåäö]{4})")


def tiles(dataset: Dataset, view: View, map_figure: Figure) -> list[Html]:
    """A tile per region, with the class, value and name that the map gives it."""
    trace = map_figure["data"][0]
    classes = dict(zip(trace["locations"], trace["z"], strict=True))
    words = dict(zip(trace["locations"], trace["customdata"], strict=True))
    return [_tile(dataset, view, one, classes[one.code], words[one.code]) for one in REGIONS]


def _tile(dataset: Dataset, view: View, region: Region, step: int, words: tuple[str, str]) -> Html:
    said, name = words
    value, _, doubt = said.partition(PRINTED_UP_TO)
    column, row = region.tile
    return html.Button(
        [
            html.Span(_breakable(name), className="tile-name"),
            html.Span(value, className="tile-value"),
            *([html.Span(f". {doubt}", className="unseen")] if doubt else []),
            html.Html(sparkline(trends.history(dataset, view, region.code, _MONTHS))),
        ],
        type="button",
        className=f"tile at-{column}-{row} {_shade(view, step)}",
        data_set="region",
        data_value=region.code,
        aria_pressed="true" if region.code == view.region else "false",
    )


@cache
def _breakable(name: str) -> str:
    """A long name with the soft hyphens that a narrow tile may break it at."""
    return _LONG.sub("\\g<0>\u00ad", name)


def _shade(view: View, step: int) -> str:
    return "hatched" if step < 0 else f"{_kind(view)}-{step + 1}"


def _kind(view: View) -> str:
    if not view.of.drawable:
        return "plain"
    return "div" if view.of.diverges else "seq"


def key(dataset: Dataset, view: View, lang: Lang) -> list[Html]:
    """The colours and what they stand for, and why a region with a value is hatched."""
    return [*_colours(view, lang), *_doubts(dataset, view, lang)]


def _doubts(dataset: Dataset, view: View, lang: Lang) -> list[Html]:
    """The regions with grade C or D, each with its reason and the way to all that is known."""
    found = gate(dataset, view)
    if not found:
        return []
    items = [
        _doubted(name_of(code).in_(lang), why.in_(lang), _why(view, code, lang))
        for code, why in list(found.items())[:_MOST_DOUBTS]
    ]
    more = len(found) - len(items)
    rest = [html.Li(_MORE.in_(lang).format(more))] if more else []
    head = html.Summary(_DOUBTS.in_(lang).format(len(found)))
    return [html.Details([head, html.Ul([*items, *rest])], className="doubts")]


def _doubted(name: str, words: str, address: str) -> Html:
    return html.Li([f"{name}: ", html.A(words, href=address, aria_label=f"{name}: {words}")])


def _why(view: View, code: str, lang: Lang) -> str:
    query = (
        f"region={code}&indicator={view.indicator}&period={view.period}&care={view.care}"
        f"&data={view.data}"
    )
    return f"{QUALITY.in_(lang)}?{query}"


def _colours(view: View, lang: Lang) -> list[Html]:
    """Empty for what is never coloured."""
    if not view.of.drawable:
        return []
    cuts = [formatting.number(cut, 1 if cut % 1 else 0, lang) for cut in view.of.cuts]
    between = (f"{low}{_UPTO[view.of.diverges]}{high}" for low, high in pairwise(cuts))
    words = [f"< {cuts[0]}", *between, f"≥ {cuts[-1]}"]
    unit = _FROM_TARGET if view.of.diverges else view.of.unit.short
    swatches = [
        html.Li([html.Span(className=f"swatch {_shade(view, step)}"), said])
        for step, said in enumerate(words)
    ]
    missing = html.Li([html.Span(className="swatch hatched"), _MISSING.in_(lang)])
    return [html.P(unit.in_(lang), className="unit"), html.Ul([*swatches, missing])]
