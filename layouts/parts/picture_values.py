"""What changes in a picture from view to view: its words, its figure, its table."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from dashboard.exports import pictures
from dashboard.figures.picture import Picture
from dashboard.indicators import handbook
from dashboard.indicators.registry import Indicator
from dashboard.language.text import Lang, Text
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.view.sort_choice import sort_of
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import example_mark
from layouts.parts.at_hand import at_hand
from layouts.parts.figure_table import figure_table
from layouts.parts.sorting import Sorting

_NOTES = Text("Att veta om siffrorna ({})", "About these figures ({})")
_EVENTS = Text("Händelser i diagrammet ({})", "Events in the chart ({})")
# Those of a page before and after a touch, in both languages.
_AT_HAND = 40
_UNDECIDED = ""


def picture_values(dataset: Dataset, name: str, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values of a picture of `exports.pictures` by component id.

    Where it says that something cannot be decided, the way to the example stands at its sentence.
    The last ones stay at hand: a touch of one control leaves most pictures as they are.
    """
    seen = pictures.settled(name, view)
    if sort_of(view.sort, f"{name}-table") is not None:
        seen = replace(seen, sort=view.sort)
    return _with_way(dataset, name, _values(dataset, seen, lang, name), view, lang)


def values_of(dataset: Dataset, name: str, picture: Picture, view: View) -> dict[str, Any]:
    """The same of a picture that is painted already."""
    return _with_way(dataset, name, _painted(dataset, name, picture, view), view, picture.lang)


def _with_way(
    dataset: Dataset, name: str, values: dict[str, Any], view: View, lang: Lang
) -> dict[str, Any]:
    found = {**values}
    if found.pop(_UNDECIDED):
        sentence = f"{name}-sentence"
        found[sentence] = [found[sentence], *example_mark.to_example(dataset, view, lang)]
    return found


@at_hand(last=_AT_HAND)
def _values(dataset: Dataset, view: View, lang: Lang, name: str) -> dict[str, Any]:
    return _painted(dataset, name, pictures.picture_of(name, dataset, view, lang), view)


def _painted(dataset: Dataset, name: str, picture: Picture, view: View) -> dict[str, Any]:
    lang, undecided = picture.lang, example_mark.says_undecided(picture)
    picture = example_mark.marked_picture(dataset, picture)
    return {
        f"{name}-title": picture.title,
        f"{name}-measure": picture.measure,
        f"{name}-sentence": _sentence(picture),
        f"{name}-figure": example_mark.marked_figure(dataset, picture),
        f"{name}-table": figure_table(picture, Sorting(f"{name}-table", dataset, view, lang)),
        f"{name}-source": picture.source,
        f"{name}-definition": _explained(picture)
        or definition(picture.indicator, lang, dataset.reference),
        f"{name}-notes": _notes(picture, lang),
        f"{name}-icons": [
            html.Span([html.Img(src=image, alt=""), words]) for image, words in picture.icons
        ],
        _UNDECIDED: undecided,
    }


def _sentence(picture: Picture) -> Any:
    """What the drawing says already is for those who hear the page."""
    words = picture.sentence
    return html.Span(words, className="unseen") if picture.repeats else words


def _notes(picture: Picture, lang: Lang) -> list[Html]:
    """The traps to know about and the events marked, folded; nothing where there are none."""
    folded = ((_NOTES, picture.notes), (_EVENTS, picture.events))
    return [
        html.Details(
            [
                html.Summary(words.in_(lang).format(len(pairs))),
                html.Ul([_note(title, text) for title, text in pairs]),
            ]
        )
        for words, pairs in folded
        if pairs
    ]


@lru_cache(maxsize=512)
def _note(title: str, text: str) -> Html:
    return html.Li([html.Strong(f"{title}. "), text])


def _explained(picture: Picture) -> list[Html]:
    if not picture.explained:
        return []
    return [
        html.Dl([piece for head, text in picture.explained
                 for piece in (html.Dt(head), html.Dd(text))])
    ]  # fmt: skip


@lru_cache(maxsize=256)
def definition(indicator: Indicator, lang: Lang, reference: Reference) -> list[Html]:
    """All that an indicator declares, as headings and texts."""
    pieces = [
        piece
        for head, text in handbook.describe(indicator, lang, reference.sources)
        for piece in (html.Dt(head), html.Dd(text))
    ]
    return [html.Dl(pieces)]
