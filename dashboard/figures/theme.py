"""Colours, type and axes every picture shares; `assets/00_tokens.css` says the same colours."""

from typing import Any

from dashboard.language.text import Lang

Figure = dict[str, Any]

PAPER, INK, MUTED, RULE = "#fbfaf6", "#1c2126", "#5b6670", "#d9dbd7"
ACCENT, SELECTED, QUIET = "#0b4f6c", "#b3470c", "#b9bdba"
FAINT = "#dfe1de"
# Ink, but one step off, so that a narrow screen can tell the words of events and hide them.
EVENT = "#1c2127"
TRACK, BEYOND, MISSING = "#e6ebe9", "#f0dfcd", "#efece4"
SEQUENCE = ("#e6ebed", "#b7ccd6", "#7ea4b8", "#3f7592", "#0b4f6c")
DIVERGING = ("#542788", "#998ec3", "#d8daeb", "#fee0b6", "#f1a340", "#b35806")
# Ink on the light steps, paper on the dark ones: at least 4.5:1 on each.
_DARK_STEPS = frozenset({"#3f7592", "#0b4f6c", "#542788", "#b35806"})

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
