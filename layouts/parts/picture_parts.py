"""The pieces every page is put together from: figures with all that belongs to them."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.language.text import Lang, Text
from layouts import html
from layouts.html import Html
from layouts.parts import file_links
from layouts.parts.door import behind

DEFINITION = Text("Definition", "Definition")
AS_TABLE = Text("Visa som tabell", "Show as table")

# What changes in a picture from view to view: the id's ending and the property it sets.
ENDINGS = (
    ("title", "children"),
    ("measure", "children"),
    ("sentence", "children"),
    ("figure", "figure"),
    ("table", "children"),
    ("source", "children"),
    ("definition", "children"),
    ("notes", "children"),
    ("icons", "children"),
)


def picture_parts(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Id and property of all that changes in the pictures of these names."""
    return tuple((f"{name}-{end}", prop) for name in names for end, prop in ENDINGS)


def picture_section(
    name: str,
    values: dict[str, Any],
    lang: Lang,
    *,
    operable: bool = False,
    before: Sequence[Html] = (),
    after: Sequence[Html] = (),
    hidden: bool = False,
    kind: str = "",
    closed: bool = False,
) -> Html:
    """A figure as a section: heading, measure, picture, sentence, source, table and files.

    `operable` figures hold options of their own and are a group instead of one image; `kind` is
    the section's class where it is not the usual one. `closed`, the title opens the rest.
    """
    heading = html.H2(values[f"{name}-title"], id=f"{name}-title")
    return html.Section(
        behind(heading, [
            html.P(values[f"{name}-measure"], className="measure", id=f"{name}-measure"),
            html.P(values[f"{name}-icons"], className="icons", id=f"{name}-icons"),
            *before,
            html.Div(
                graph(f"{name}-figure", values[f"{name}-figure"]),
                aria_describedby=f"{name}-sentence",
                aria_labelledby=f"{name}-title",
                className="picture",
                role="group" if operable else "img",
            ),
            *after,
            html.P(values[f"{name}-sentence"], className="sentence", id=f"{name}-sentence"),
            _caption(name, values, lang),
        ], closed=closed),
        aria_labelledby=f"{name}-title {name}-measure",
        className=kind or f"part part-{name}",
        hidden=hidden,
        # Where figures are missing, two titles can be the same; the measures never are.
        id=name,
    )  # fmt: skip


def graph(id_: str, figure: theme.Figure) -> Html:
    """The one place where graphs are made; a script draws them when they come near.

    The height is that of the figure, so that nothing moves when it is drawn.
    """
    height = f"{figure['layout']['height']}px"
    return html.Div(
        [html.data(figure), html.Div()], id=id_, className="graph", style={"height": height}
    )


def _caption(name: str, values: dict[str, Any], lang: Lang) -> Html:
    title = values[f"{name}-title"]
    table = html.Details(
        [
            html.Summary(AS_TABLE.in_(lang), id=f"{name}-as-table"),
            html.Div(
                values[f"{name}-table"], aria_labelledby=f"{name}-as-table {name}-title",
                className="as-table", id=f"{name}-table", role="region",
                tabIndex=0,
            ),
        ],
        className="table-of-figure",
    )  # fmt: skip
    meaning = html.Details(
        [
            html.Summary(DEFINITION.in_(lang)),
            html.Div(values[f"{name}-definition"], id=f"{name}-definition"),
        ],
        className="definition",
    )
    inside = [
        table,
        *file_links.links(name, lang),
        *(file_links.picture_button(name, kind, title, lang) for kind in ("png", "svg")),
        meaning,
        html.Div(values[f"{name}-notes"], className="notes", id=f"{name}-notes"),
    ]
    return html.Div(
        [
            html.P(values[f"{name}-source"], className="source", id=f"{name}-source"),
            file_links.more(name, inside, lang),
        ],
        className="caption",
    )


def scrolling(id_: str, parts: dict[str, Any], title: str) -> Html:
    """What is wider than a phone, as a region that scrolls and is reached by keyboard.

    `parts` holds the content under `id_`; `title` is the id of the heading that names it.
    """
    return html.Div(
        parts[id_], aria_labelledby=title, className="table-wrap", id=id_, role="region", tabIndex=0
    )


def table_section(
    id_: str, parts: dict[str, Any], lang: Lang, *, files: str, kind: str, closed: bool = False
) -> Html:
    """A table with its title, its measure and its files; `kind` are the classes of the section.

    `parts` holds the content under `id_`, and title and measure under its endings. `closed`, the
    title opens the rest.
    """
    title, measure = f"{id_}-title", f"{id_}-measure"
    return html.Section(
        behind(html.H2(parts[title], id=title), [
            html.P(parts[measure], className="measure", id=measure),
            scrolling(id_, parts, title),
            html.Div(file_links.csv_links(files, lang, title), className="caption"),
        ], closed=closed),
        className=f"part {kind}",
    )  # fmt: skip


def notice(children: Any, *, kind: str = "notice") -> Html:
    """A sentence that must be seen."""
    return html.P(children, className=kind)
