"""The simulator's controls: a rule chosen by name or put together from its parameters."""

from typing import Any

from dashboard.funding.rule_names import PARAMETERS, WORDS
from dashboard.language.text import Lang, Text
from dashboard.view.payment_rule import NAMES, OF_2024, rule_choice
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import controls, filters

RULE, AGAINST = "eff-rule", "eff-against"
_PREFIX = "eff-rule-"
# The ends and steps of the numbers.
_ENDS = {"threshold": (0, 50, 0.5), "top": (0, 21, 1), "smooth": (1, 12, 1), "base": (0, 1990, 10),
         "least": (0, 50, 1), "over": (0, 1990, 10), "out": (0, 1990, 10)}  # fmt: skip

_PARAMETERS = Text("Ändra regelns delar", "Change the parts of the rule")
_HINT = Text(
    "Varje ändring räknar om direkt och står i adressen. Det som inte ändras är som i 2024 års "
    "beslut.",
    "Every change is computed at once and stands in the address. What is not changed is as in the "
    "decision of 2024.",
)


def parameter_id(name: str) -> str:
    """The id of a parameter's control; a script reads the parameter from it."""
    return f"{_PREFIX}{name}"


def editor_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view in the editor."""
    return tuple((parameter_id(name), "value") for name in NAMES)


def editor_values(view: View) -> dict[str, Any]:
    """The changing values by component id: the rule tried, part by part."""
    rule = rule_choice(view.rule)
    values = {name: getattr(rule, name) for name in NAMES}
    values["decimals"] = "" if rule.decimals is None else str(rule.decimals)
    return {parameter_id(name): value for name, value in values.items()}


def editor(view: View, parts: dict[str, Any], lang: Lang) -> Html:
    """The two choices of rule, and the parameters folded below."""
    return html.Div(
        [
            html.Div(
                [
                    _chooser(RULE, filters.NAMES["rule"], view.rule, lang),
                    _chooser(AGAINST, filters.NAMES["against"], view.against, lang),
                ],
                className="choices",
            ),
            html.Details(
                [
                    html.Summary(_PARAMETERS.in_(lang)),
                    html.Div(
                        [_parameter(name, parts, lang) for name in NAMES], className="choices"
                    ),
                    html.P(_HINT.in_(lang), className="hint"),
                ],
                className="parameters",
            ),
        ],
        className="rules",
        data_rules="1",
    )


def _chooser(id_: str, label: Text, chosen: str, lang: Lang) -> Html:
    options = filters.rule_options(chosen, lang)
    return _labelled(id_, label.in_(lang), controls.Select(id=id_, value=chosen, options=options))


def _parameter(name: str, parts: dict[str, Any], lang: Lang) -> Html:
    id_ = parameter_id(name)
    if name in WORDS:
        options = [{"value": key, "label": words.in_(lang)} for key, words in WORDS[name].items()]
        control = controls.Select(id=id_, value=parts[id_], options=options)
    else:
        least, most, step = _ENDS[name]
        control = controls.Input(
            id=id_, max=most, min=least, step=step, type="number", value=parts[id_],
            data_usual=f"{getattr(OF_2024, name):g}",
        )  # fmt: skip
    return _labelled(id_, PARAMETERS[name].in_(lang), control, data_parameter=name)


def _labelled(id_: str, label: str, control: Any, **more: str) -> Html:
    return html.Div([html.Label(label, htmlFor=id_), control], className="choice", **more)
