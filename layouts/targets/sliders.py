"""The sliders of the targets: each with its value, its effect now, and where it comes from."""

from collections.abc import Mapping
from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.unit_targets.assumption_words import ASSUMPTIONS, Assumption
from dashboard.unit_targets.basis import Basis
from dashboard.view.assumptions import SCALES
from layouts import html
from layouts.html import Html
from layouts.parts import controls
from layouts.parts.door import door

PREFIX = "tgt-"
TITLE = "tgt-sliders-title"
_TITLE = Text("Antagandena, ett i taget", "The assumptions, one by one")
_MEASURE = Text(
    "Det som ändras här står i adressen, så att en länk visar samma sak.",
    "What is changed here stands in the address, so that a link shows the same.",
)
# The size of the unit is what the page asks; the others stand behind a door.
_FIRST = 2
_REST = Text("Fler antaganden", "More assumptions")
_RESET = Text("Återställ antagandena", "Reset the assumptions")


def slider_parts(shown: tuple[Assumption, ...]) -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view in these sliders."""
    return tuple(
        (f"{PREFIX}{one.key}{end}", prop)
        for one in shown
        for end, prop in (("", "value"), ("-said", "children"), ("-effect", "children"))
    )


def slider_values(
    shown: tuple[Assumption, ...],
    basis: Basis,
    lang: Lang,
    effects: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The changing values by component id; `effects` are those that the basis cannot tell."""
    told = effects or {}
    values: dict[str, Any] = {}
    for one in shown:
        now = one.now(basis)
        values |= {
            f"{PREFIX}{one.key}": now,
            f"{PREFIX}{one.key}-said": one.said(now, lang),
            f"{PREFIX}{one.key}-effect": told.get(one.key) or one.effect(basis, lang),
        }
    return values


def sliders_section(values: dict[str, Any], lang: Lang) -> Html:
    """The section with all assumptions of the targets, and a button that takes them back."""
    return html.Section(
        [
            html.H2(_TITLE.in_(lang), id=TITLE),
            html.P(_MEASURE.in_(lang), className="measure"),
            *(slider(one, values, lang) for one in ASSUMPTIONS[:_FIRST]),
            door(
                html.H3(_REST.in_(lang)),
                [slider(one, values, lang) for one in ASSUMPTIONS[_FIRST:]],
            ),
            html.Button(
                _RESET.in_(lang),
                className="linklike",
                data_set=f"{PREFIX}assumptions",
                data_value="usual",
                type="button",
            ),
        ],
        aria_labelledby=TITLE,
        className="part part-sliders",
    )


def slider(assumption: Assumption, values: dict[str, Any], lang: Lang) -> Html:
    """A slider with its name, value, effect and origin; a script writes what it is set to."""
    id_, scale = f"{PREFIX}{assumption.key}", SCALES[assumption.key]
    return html.Div(
        [
            html.Div(
                [
                    html.Label(assumption.name.in_(lang), htmlFor=id_),
                    html.Span(values[f"{id_}-said"], className="set-to", id=f"{id_}-said"),
                ],
                className="slider-head",
            ),
            controls.Input(
                className="form-range",
                id=id_,
                max=scale.high,
                min=scale.low,
                step=scale.step,
                type="range",
                value=values[id_],
            ),
            html.P(values[f"{id_}-effect"], className="effect", id=f"{id_}-effect"),
            html.P(assumption.origin.in_(lang), className="origin"),
        ],
        className="slider",
        data_assumption=assumption.key,
        data_decimals=str(scale.decimals),
        data_words=assumption.value.in_(lang),
    )
