"""What stands before the figures: trust, status, the situation in sentences, the cards."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.cards import Card
from dashboard.values import labels, publication, values
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view import addresses
from dashboard.view.view import Parsed, View
from layouts import html
from layouts.html import Html
from layouts.page.interactive_page import PROBLEMS, SAID, InteractivePage
from layouts.parts import example_mark, picture_parts

_TRUST = Text("t.o.m. {} · {} regioner · utgåva {}", "through {} · {} regions · release {}")
_SINCE = Text(
    "Ny utgåva sedan ditt besök {}: vad som ändrats",
    "A new release since your visit on {}: what has changed",
)
_SHOW_YEARS = Text("Visa bara publicerade år", "Show published years only")
_SHOW_MONTHS = Text("Visa skattade månader", "Show estimated months")


def trust(dataset: Dataset, view: View, lang: Lang) -> str:
    """How far the data reach, how many regions have a value, and which release it is."""
    last = dataset.last_year if view.data == "published" else dataset.last_month
    reporting = sum(one.value is not None for one in values.at(dataset, view)[1:])
    said = _TRUST.in_(lang).format(
        formatting.period(last, lang, short=True),
        formatting.share(reporting, len(CODES), lang),
        labels.short(dataset.release),
    )
    if told := publication.publication(dataset, lang):
        said += f" · {told}"
    return example_mark.marked(dataset, said, lang)


def label(dataset: Dataset, view: View, lang: Lang, control: str = "data") -> list[Any]:
    """What is published and what is estimated, and one touch on `control` to the other."""
    months = view.data != "published"
    words = (_SHOW_YEARS if months else _SHOW_MONTHS).in_(lang)
    return [
        *warning(dataset, view, lang),
        html.Strong(f"{labels.status(dataset, view, lang)}. "),
        f"{labels.status_sentence(dataset, view, lang)} ",
        html.Button(
            words,
            type="button",
            className="linklike",
            data_set=control,
            data_value="published" if months else "estimated",
        ),
        *example_mark.way_there(dataset, view, lang),
        *example_mark.stripe(dataset),
    ]


# Where the style of what follows stands, in a document that has that of the top in itself.
BEHIND_LEAD: Final = "<!--style-->"


def warning(dataset: Dataset, view: View, lang: Lang) -> list[Html]:
    """What the period may not be used for, first in the notice of every page that shows it."""
    said = publication.warned(dataset, view, lang)
    return [html.Strong(said, className="warned")] if said else []


def lead(said: Iterable[str]) -> list[Any]:
    """The situation in sentences, the second one quiet: it says how sure the first is."""
    return [
        html.Span(f"{sentence} ", className="quiet" if place == 1 else "loud")
        for place, sentence in enumerate(said)
    ]


def opening(
    page: InteractivePage,
    parsed: Parsed,
    parts: dict[str, Any],
    lang: Lang,
    *,
    trust: str = "trust",
) -> list[Html | Html | Html]:
    """What every page that answers touches begins with, below its filters.

    `parts` is its content, which has `label`, `heading`, `lead` and, under the name `trust`, the
    line of trust, each under the page's ids.
    """
    id_of = page.id
    return [
        html.P(parts[id_of("label")], className="label", id=id_of("label")),
        problems(page, parsed, lang),
        spoken(page),
        html.Div(
            [
                html.H1(parts[id_of("heading")], id=id_of("heading"), tabIndex=-1),
                html.P(
                    [
                        html.Span(parts[id_of(trust)], id=id_of(trust)),
                        # A script shows it where this browser saw another release before.
                        html.A(
                            _SINCE.in_(lang),
                            className="since-last",
                            data_since="",
                            hidden=True,
                            href=f"{addresses.QUALITY.in_(lang)}#dq-revised",
                        ),
                    ],
                    className="trust",
                ),
            ],
            className="headed",
        ),
        html.P(parts[id_of("lead")], className="lead", id=id_of("lead")),
        html.Html(BEHIND_LEAD),
    ]


def card(card: Card, way: Sequence[Any] = ()) -> Html:
    """A card of the ruled strip; `way` leads from what cannot be decided to an example."""
    undecided = CANNOT_BE_DECIDED.sv, CANNOT_BE_DECIDED.en
    after = way if card.verdict.lower() in undecided else ()
    pieces = [
        html.H2(card.name),
        html.P([html.Span(card.number, className="big"), f" {card.unit}"], className="value"),
        html.Html(card.spark),
        *([html.P([card.verdict, *after], className="verdict")] if card.verdict else []),
        *(html.P(line, className="line") for line in card.lines),
    ]
    return html.Li(pieces)


def problems(page: InteractivePage, parsed: Parsed, lang: Lang) -> Html:
    """What in the address was wrong or not used, each in a sentence of its own."""
    return html.Div(sentences(parsed, lang), id=page.id(PROBLEMS))


def sentences(parsed: Parsed, lang: Lang) -> list[Html]:
    """What stands where the problems of an address are told."""
    return [
        picture_parts.notice(words.in_(lang), kind="notice problem")
        for words in (*parsed.problems, *parsed.warnings)
    ]


def spoken(page: InteractivePage) -> Html:
    """The line that says after a touch what is shown now."""
    return html.P("", aria_live="polite", className="unseen", id=page.id(SAID), role="status")
