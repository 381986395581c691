"""The regions in three shapes with one selection: map, tiles, table."""

from typing import Any

from dashboard.language.text import Lang, Text
from layouts import html
from layouts.html import Html
from layouts.parts import picture_parts

_SHAPES = {
    "map": Text("Karta", "Map"),
    "grid": Text("Rutnät", "Grid"),
    "table": Text("Tabell", "Table"),
}
_SHOWN_AS = Text("Visa regionerna som", "Show the regions as")
_PRESS = Text(
    "Pilar flyttar mellan regionerna på kartan, Enter väljer.",
    "Arrow keys move between the regions on the map, Enter chooses.",
)


def map_section(parts: dict[str, Any], tiles: str, table: str, key: str, lang: Lang) -> Html:
    """The section; the ids are those of what follows the view beside the map."""
    shape_table = html.Div(
        parts[table],
        aria_labelledby="shape-table map-title",
        className="as-table map-table",
        id=table,
        role="region",
        tabIndex=0,
    )
    return picture_parts.picture_section(
        "map",
        parts,
        lang,
        operable=True,
        before=[_switch(lang)],
        after=[
            html.Div(parts[tiles], className="tiles", id=tiles),
            shape_table,
            html.Div(parts[key], className="key", id=key),
            html.P(_PRESS.in_(lang), className="hint"),
        ],
    )


def _switch(lang: Lang) -> Html:
    """Buttons that change the shape without the server; a script says which is pressed."""
    buttons = [
        html.Button(
            words.in_(lang),
            aria_pressed="true" if shape == "map" else "false",
            data_shape=shape,
            id=f"shape-{shape}",
            type="button",
        )
        for shape, words in _SHAPES.items()
    ]
    legend = html.Legend(_SHOWN_AS.in_(lang), className="unseen")
    return html.Fieldset([legend, *buttons], className="switch")
