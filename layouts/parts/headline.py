"""What stands before the figures: trust, status, the situation in sentences, the cards."""

from collections.abc import Iterable
from typing import Any

from dash import html

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.cards import Card
from dashboard.values import labels, values
from dashboard.view.view import Parsed, View
from layouts.html import elements
from layouts.page.interactive_page import PROBLEMS, SAID, InteractivePage
from layouts.parts import picture_parts

_TRUST = Text("t.o.m. {} · {} regioner · utgåva {}", "through {} · {} regions · release {}")
_SHOW_YEARS = Text("Visa bara publicerade år", "Show published years only")
_SHOW_MONTHS = Text("Visa månader (modellerade)", "Show months (modelled)")


def trust(dataset: Dataset, view: View, lang: Lang) -> str:
    """How far the data reach, how many regions have a value, and which release it is."""
    last = dataset.last_year if view.data == "published" else dataset.last_month
    reporting = sum(one.value is not None for one in values.at(dataset, view)[1:])
    return _TRUST.in_(lang).format(
        formatting.period(last, lang, short=True),
        formatting.share(reporting, len(CODES), lang),
        labels.short(dataset.release),
    )


def label(dataset: Dataset, view: View, lang: Lang, control: str = "data") -> list[Any]:
    """What is published and what is modelled, and one touch on `control` to the other."""
    modelled = view.data == "modelled"
    words = (_SHOW_YEARS if modelled else _SHOW_MONTHS).in_(lang)
    sets = {"data-set": control, "data-value": "published" if modelled else "modelled"}
    return [
        elements.Strong(f"{labels.status(dataset, view, lang)}. "),
        f"{labels.status_sentence(dataset, view, lang)} ",
        elements.Button(words, type="button", className="linklike", **sets),
    ]


def lead(said: Iterable[str]) -> list[Any]:
    """The situation in sentences, the second one quiet: it says how sure the first is."""
    return [
        elements.Span(f"{sentence} ", className="quiet" if place == 1 else "loud")
        for place, sentence in enumerate(said)
    ]


def opening(
    page: InteractivePage,
    parsed: Parsed,
    found: dict[str, Any],
    lang: Lang,
    *,
    trust: str = "trust",
) -> list[html.P | html.Div | html.H1]:
    """What every page that answers touches begins with, below its filters.

    `found` is its content, which has `label`, `heading`, `lead` and, under the name `trust`, the
    line of trust, each under the page's ids.
    """
    id_of = page.id
    return [
        html.P(found[id_of(trust)], id=id_of(trust), className="trust"),
        html.P(found[id_of("label")], id=id_of("label"), className="label"),
        problems(page, parsed, lang),
        spoken(page),
        html.H1(found[id_of("heading")], id=id_of("heading"), tabIndex=-1),
        html.P(found[id_of("lead")], id=id_of("lead"), className="lead"),
    ]


def card(one: Card) -> elements.Html:
    """A card of the ruled strip."""
    pieces = [
        elements.H2(one.name),
        elements.P([elements.Span(one.number, className="big"), f" {one.unit}"], className="value"),
        elements.Html(one.spark),
        elements.P(one.verdict, className="verdict"),
        *(elements.P(line, className="line") for line in one.lines),
    ]
    return elements.Li(pieces)


def problems(page: InteractivePage, parsed: Parsed, lang: Lang) -> html.Div:
    """What in the address was wrong or not used, each in a sentence of its own."""
    return html.Div(sentences(parsed, lang), id=page.id(PROBLEMS))


def sentences(parsed: Parsed, lang: Lang) -> list[html.P]:
    """What stands where the problems of an address are told."""
    return [
        picture_parts.notice(words.in_(lang), kind="notice problem")
        for words in (*parsed.problems, *parsed.warnings)
    ]


def spoken(page: InteractivePage) -> html.P:
    """The line that says after a touch what is shown now."""
    heard = {"role": "status", "aria-live": "polite"}
    return html.P("", id=page.id(SAID), className="unseen", **heard)
