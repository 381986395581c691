"""The word EXEMPEL on everything that shows invented months, and the way to them."""

from dataclasses import replace
from typing import Any

from dashboard.figures.picture import Picture
from dashboard.figures.theme import Figure
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values.labels import IN_NAMES
from dashboard.values.may_be_said import CANNOT_BE_DECIDED, undecided
from dashboard.view.view import View
from layouts import html
from layouts.html import Html

WORD = Text("EXEMPEL", "EXAMPLE")
_BEFORE = Text("EXEMPEL: {}", "EXAMPLE: {}")
_SEE = Text("Se ett exempel", "See an example")


def marked(dataset: Dataset, words: str, lang: Lang) -> str:
    """The words, with the word before them where the months are invented."""
    is_example = dataset.kind == "example"
    return _BEFORE.in_(lang).format(words) if is_example and words else words


def stripe(dataset: Dataset) -> list[Html]:
    """What the style sheet draws its pattern by; nothing where the months are no example."""
    return [html.Span("", className="example-mark")] if dataset.kind == "example" else []


def way_there(dataset: Dataset, view: View, lang: Lang) -> list[Any]:
    """One touch from what cannot be decided to the same page with example months."""
    return [] if undecided(dataset, view) is None else to_example(dataset, view, lang)


def to_example(dataset: Dataset, view: View, lang: Lang) -> list[Any]:
    """A link to the same page with example months."""
    query = replace(view, data="example").query(dataset)
    return [" ", html.A(_SEE.in_(lang), className="to-example", href=f"?{query}")]


def says_undecided(picture: Picture) -> bool:
    """Whether a picture says that the months are estimated, so that nothing can be decided."""
    words = CANNOT_BE_DECIDED.in_(picture.lang)
    return words in picture.title or words in picture.sentence or words in picture.measure


def marked_picture(dataset: Dataset, picture: Picture) -> Picture:
    """A picture with the word in title, measure, source and file where the months are invented."""
    if dataset.kind != "example":
        return picture
    lang = picture.lang
    return replace(
        picture,
        title=marked(dataset, picture.title, lang),
        measure=marked(dataset, picture.measure, lang),
        source=marked(dataset, picture.source, lang),
        file=picture.file if IN_NAMES in picture.file else f"{picture.file}_{IN_NAMES}",
    )


def marked_figure(dataset: Dataset, picture: Picture) -> Figure:
    """Its figure, with the word across the drawing and in what is shown when pointed at."""
    figure = picture.figure
    if dataset.kind != "example":
        return figure
    word = WORD.in_(picture.lang)
    layout = {**figure["layout"]}
    layout["annotations"] = [*layout.get("annotations", ()), _across(word)]
    return {**figure, "data": [_told(trace, word) for trace in figure["data"]], "layout": layout}


def _across(word: str) -> dict[str, Any]:
    return {
        "text": word, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False,
        "textangle": -20, "opacity": 0.25, "font": {"size": 44},
    }  # fmt: skip


def _told(trace: dict[str, Any], word: str) -> dict[str, Any]:
    template = trace.get("hovertemplate")
    if not isinstance(template, str) or not template:
        return trace
    return {**trace, "hovertemplate": f"{word} · {template}"}
