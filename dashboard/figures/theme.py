"""Colours, type and axes every picture shares; `assets/00_tokens.css` says the same colours."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.language.text import Lang

Figure = dict[str, Any]

# On paper and on a light screen. A dark screen has colours of its own, which only browsers know.
LIGHT: Mapping[str, str] = {
    "paper": "#fbfaf6", "ink": "#1c2126", "muted": "#5b6670", "rule": "#d9dbd7",
    "accent": "#0b4f6c", "selected": "#b3470c", "plain": "#f4f2ec", "quiet": "#b9bdba",
    "faint": "#dfe1de", "track": "#e6ebe9", "beyond": "#f0dfcd", "missing": "#efece4",
    "seq-1": "#e6ebed", "seq-2": "#b7ccd6", "seq-3": "#7ea4b8", "seq-4": "#3f7592",
    "seq-5": "#0b4f6c", "div-1": "#542788", "div-2": "#998ec3", "div-3": "#d8daeb",
    "div-4": "#fee0b6", "div-5": "#f1a340", "div-6": "#b35806",
}  # fmt: skip
_TOKEN = re.compile(r"var\(--([a-z0-9-]+)\)")


def token(name: str) -> str:
    """A colour by its name: the browser puts in the one of the scheme it draws with.

    Raises:
        KeyError: there is no such colour.
    """
    LIGHT[name]
    return f"var(--{name})"


def in_light(words: str) -> str:
    """The words with each token replaced by its colour on paper, for what no browser draws."""
    return _TOKEN.sub(lambda match: LIGHT[match[1]], words)


PAPER, INK, MUTED, RULE = token("paper"), token("ink"), token("muted"), token("rule")
ACCENT, SELECTED, QUIET = token("accent"), token("selected"), token("quiet")
FAINT, PLAIN = token("faint"), token("plain")
TRACK, BEYOND, MISSING = token("track"), token("beyond"), token("missing")
SEQUENCE = tuple(token(f"seq-{step}") for step in range(1, 6))
DIVERGING = tuple(token(f"div-{step}") for step in range(1, 7))
# Ink on the light steps, paper on the dark ones: at least 4.5:1 on each.
_DARK_STEPS = frozenset({*SEQUENCE[3:], DIVERGING[0], DIVERGING[5]})

# Up to these widths of a screen a figure's `narrow` takes the place of parts of its layout.
PHONE, SMALL_PHONE = 600, 420

FONT = 'Inter, system-ui, "Segoe UI", Roboto, sans-serif'
SERIES_HEIGHT = 300
CLEAR = "rgba(0,0,0,0)"

# The one configuration of every graph: nothing leaves the page, no tool bar. A script gives a
# graph the size of its place.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}

_SEPARATORS = {"sv": ",\u00a0", "en": ".,"}


def text_on(colour: str) -> str:
    """The text colour that can be read on a fill."""
    return PAPER if colour in _DARK_STEPS else INK


def layout(lang: Lang, *, height: int, margin: dict[str, int], **rest: Any) -> Figure:
    """A plotly layout without decoration: paper shows through, nothing moves."""
    return {
        "autosize": True,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, **margin},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 13, "color": MUTED},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "separators": _SEPARATORS[lang],
        "hoverlabel": {"bgcolor": INK, "bordercolor": INK, "font": {"color": PAPER, "size": 13}},
        **rest,
    }


def hidden_axis(**rest: Any) -> dict[str, Any]:
    """An axis that only places things."""
    return {
        "visible": False, "fixedrange": True, "showgrid": False, "zeroline": False, **rest,
    }  # fmt: skip


def label(text: str, x: Any, y: Any, **rest: Any) -> dict[str, Any]:
    """A piece of text at a place, without arrow."""
    return {
        "text": text, "x": x, "y": y, "showarrow": False,
        "font": {"size": 13, "color": INK}, **rest,
    }  # fmt: skip


def narrow(below: int, annotations: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The `narrow` of a figure: other annotations on a screen at most `below` px wide."""
    return {"below": below, "annotations": list(annotations)}
