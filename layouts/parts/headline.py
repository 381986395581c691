"""What stands before the figures: trust, status, the situation in sentences, the cards."""

from collections.abc import Iterable
from typing import Any

from dash import html

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES
from dashboard.releases.store import Store
from dashboard.situation.cards import Card
from dashboard.values import labels as wording
from dashboard.values import values
from dashboard.view.view import Parsed, View
from layouts.html import elements as light
from layouts.page.interactive import PROBLEMS, SAID, Touchable
from layouts.parts import picture_parts as parts

_TRUST = Text("t.o.m. {} · {} regioner · utgåva {}", "through {} · {} regions · release {}")
_SHOW_YEARS = Text("Visa bara publicerade år", "Show published years only")
_SHOW_MONTHS = Text("Visa månader (modellerade)", "Show months (modelled)")


def trust(store: Store, view: View, lang: Lang) -> str:
    """How far the data reach, how many regions have a value, and which release it is."""
    last = store.last_year if view.data == "published" else store.last_month
    reporting = sum(one.value is not None for one in values.at(store, view)[1:])
    return _TRUST.in_(lang).format(
        formatting.period(last, lang, short=True),
        formatting.share(reporting, len(CODES), lang),
        wording.short(store.release),
    )


def label(store: Store, view: View, lang: Lang, control: str = "data") -> list[Any]:
    """What is published and what is modelled, and one touch on `control` to the other."""
    modelled = view.data == "modelled"
    words = (_SHOW_YEARS if modelled else _SHOW_MONTHS).in_(lang)
    sets = {"data-set": control, "data-value": "published" if modelled else "modelled"}
    return [
        light.Strong(f"{wording.status(store, view, lang)}. "),
        f"{wording.status_sentence(store, view, lang)} ",
        light.Button(words, type="button", className="linklike", **sets),
    ]


def lead(said: Iterable[str]) -> list[Any]:
    """The situation in sentences, the second one quiet: it says how sure the first is."""
    return [
        light.Span(f"{sentence} ", className="quiet" if place == 1 else "loud")
        for place, sentence in enumerate(said)
    ]


def opening(
    page: Touchable, parsed: Parsed, found: dict[str, Any], lang: Lang, *, trust: str = "trust"
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


def card(one: Card) -> light.Light:
    """A card of the ruled strip."""
    pieces = [
        light.H2(one.name),
        light.P([light.Span(one.number, className="big"), f" {one.unit}"], className="value"),
        light.Light(one.spark),
        light.P(one.verdict, className="verdict"),
        *(light.P(line, className="line") for line in one.lines),
    ]
    return light.Li(pieces)


def problems(page: Touchable, parsed: Parsed, lang: Lang) -> html.Div:
    """What in the address was wrong or not used, each in a sentence of its own."""
    return html.Div(sentences(parsed, lang), id=page.id(PROBLEMS))


def sentences(parsed: Parsed, lang: Lang) -> list[html.P]:
    """What stands where the problems of an address are told."""
    return [
        parts.notice(words.in_(lang), kind="notice problem")
        for words in (*parsed.problems, *parsed.notices)
    ]


def spoken(page: Touchable) -> html.P:
    """The line that says after a touch what is shown now."""
    heard = {"role": "status", "aria-live": "polite"}
    return html.P("", id=page.id(SAID), className="unseen", **heard)
