"""The controls of a scenario: each with its value, its interval, its source and its evidence."""

from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.scenario.dial_words import GRADES, WORDS, Grade
from dashboard.scenario.growth_words import GROWTH, growth_origin
from dashboard.scenario.rows import log
from dashboard.view.scenario_choice import DIALS, scenario_choice
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import controls

PREFIX = "scn-"
TITLE = "scn-dials-title"
LEVERS = ("beds", "stay", "ready", "moved", "latent", "ahead")
OTHERS = ("growth", "length", "nurse", "staff", "hours", "cost", "cap")
GOAL = "goal"
_TITLE = Text("Vad ändras?", "What is changed?")
_MEASURE = Text(
    "Det som ändras står i adressen, så att en länk visar samma sak.",
    "What is changed stands in the address, so that a link shows the same.",
)
_OTHERS = Text("Fler antaganden", "More assumptions")
_INTERVAL = Text("Intervall, 80 procent", "Interval, 80 per cent")
_LOW, _HIGH = Text("{}: nedre änden", "{}: lower end"), Text("{}: övre änden", "{}: upper end")
_GRADE = Text("Belägg: {}.", "Evidence: {}.")
# These are typed, since a region has tens of beds and the country thousands.
_TYPED = ("beds", "cost", "cap", "hours", "closed", "convert", "employed", "hurt", GOAL)


def dial_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view in the controls."""
    return tuple(
        (f"{PREFIX}{key}{end}", prop)
        for key, dial in DIALS.items()
        for end, prop in (
            ("", "value"), ("-said", "children"),
            *((("-low", "value"), ("-high", "value")) if not dial.sure else ()),
            *((("-origin", "children"),) if key == GROWTH else ()),
        )
    )  # fmt: skip


def dial_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values by component id."""
    found: dict[str, Any] = {
        f"{PREFIX}{GROWTH}-origin": _origin(*growth_origin(dataset, view), lang)
    }
    for key, one in log(dataset, view, scenario_choice(view.scenario)):
        id_ = f"{PREFIX}{key}"
        found |= {
            id_: "" if one is None else round(one.value, 2),
            f"{id_}-said": "" if one is None else WORDS[key].spread(key, one, lang),
        }
        if not DIALS[key].sure:
            found |= {
                f"{id_}-low": "" if one is None else round(one.low, 2),
                f"{id_}-high": "" if one is None else round(one.high, 2),
            }
    return found


def dials_section(parts: dict[str, Any], lang: Lang) -> Html:
    """The section with what is changed, and folded what else is assumed."""
    return html.Section(
        [
            html.H2(_TITLE.in_(lang), id=TITLE),
            html.P(_MEASURE.in_(lang), className="measure"),
            *(dial(key, parts, lang) for key in LEVERS),
            html.Details(
                [
                    html.Summary(_OTHERS.in_(lang)),
                    *(dial(key, parts, lang) for key in OTHERS),
                ],
                className="more-dials",
            ),
        ],
        aria_labelledby=TITLE,
        className="part part-sliders",
    )


def dial(key: str, parts: dict[str, Any], lang: Lang) -> Html:
    """One control with its name, value, interval, source and evidence."""
    id_, words, scale = f"{PREFIX}{key}", WORDS[key], DIALS[key]
    typed = key in _TYPED
    places = scale.decimals if words.decimals is None else words.decimals
    return html.Div(
        [
            html.Div(
                [
                    html.Label(words.name.in_(lang), htmlFor=id_),
                    html.Span(parts[f"{id_}-said"], className="set-to", id=f"{id_}-said"),
                ],
                className="slider-head",
            ),
            controls.Input(
                className="form-control" if typed else "form-range",
                id=id_,
                max=scale.high,
                min=scale.low,
                step=scale.step,
                type="number" if typed else "range",
                value=parts[id_],
                data_part="value",
            ),
            *([] if scale.sure else [_interval(key, parts, lang)]),
            html.P(parts[f"{id_}-origin"], className="origin", id=f"{id_}-origin")
            if key == GROWTH
            else html.P(_origin(words.source, words.grade, lang), className="origin"),
        ],
        className="slider",
        data_dial=key,
        data_decimals=str(places),
        data_words=words.value.in_(lang),
    )  # fmt: skip


def _origin(source: Text, grade: Grade, lang: Lang) -> list[Any]:
    said = _GRADE.in_(lang).format(GRADES[grade].in_(lang))
    return [f"{source.in_(lang)} ", html.Span(said, className="grade")]


def _interval(key: str, parts: dict[str, Any], lang: Lang) -> Html:
    id_, name, scale = f"{PREFIX}{key}", WORDS[key].name.in_(lang), DIALS[key]
    fields = [
        controls.Input(
            aria_label=words.in_(lang).format(name), id=f"{id_}-{end}", max=scale.high,
            min=scale.low, step="any", type="number", value=parts[f"{id_}-{end}"], data_part=end,
        )
        for end, words in (("low", _LOW), ("high", _HIGH))
    ]  # fmt: skip
    return html.Details(
        [html.Summary(_INTERVAL.in_(lang)), html.Div([fields[0], "–", fields[1]])],
        className="interval",
    )
