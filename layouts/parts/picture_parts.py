"""The pieces every page is put together from: figures with all that belongs to them."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.figures import theme
from dashboard.figures.picture import Picture
from dashboard.indicators import handbook
from dashboard.indicators.registry import Indicator
from dashboard.language.text import Lang, Text
from layouts.html import elements
from layouts.parts.figure_table import figure_table

DEFINITION = Text("Definition", "Definition")
AS_TABLE = Text("Visa som tabell", "Show as table")
_NOTES = Text("Att veta om siffrorna ({})", "About these figures ({})")
_EVENTS = Text("Händelser i diagrammet ({})", "Events in the chart ({})")
_CSV = Text("CSV (Excel)", "CSV (Excel)")
_MACHINE = Text("CSV (maskinläsbar)", "CSV (machine-readable)")
_WRONG = Text("Stämmer inte?", "Not right?")
_PICTURE = Text("Ladda ner {} som {}", "Download {} as {}")

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


def picture_values(name: str, picture: Picture, lang: Lang) -> dict[str, Any]:
    """The changing values of a picture by component id."""
    return {
        f"{name}-title": picture.title,
        f"{name}-measure": picture.measure,
        f"{name}-sentence": picture.sentence,
        f"{name}-figure": picture.figure,
        f"{name}-table": figure_table(picture),
        f"{name}-source": picture.source,
        f"{name}-definition": _explained(picture) or definition(picture.indicator, lang),
        f"{name}-notes": _notes(picture, lang),
        f"{name}-icons": [
            elements.Span([elements.Img(src=image, alt=""), words])
            for image, words in picture.icons
        ],
    }


def picture_section(
    name: str,
    values: dict[str, Any],
    lang: Lang,
    *,
    operable: bool = False,
    before: Sequence[Component] = (),
    after: Sequence[Component] = (),
    hidden: bool = False,
) -> html.Section:
    """A figure as a section: heading, measure, picture, sentence, source, table and files.

    `operable` figures hold options of their own and are a group instead of one image.
    """
    described = {"role": "group" if operable else "img", "aria-describedby": f"{name}-sentence"}
    return html.Section(
        [
            html.H2(values[f"{name}-title"], id=f"{name}-title"),
            html.P(values[f"{name}-measure"], id=f"{name}-measure", className="measure"),
            html.P(values[f"{name}-icons"], id=f"{name}-icons", className="icons"),
            *before,
            html.Div(
                graph(f"{name}-figure", values[f"{name}-figure"]),
                className="picture",
                **{"aria-labelledby": f"{name}-title", **described},
            ),
            *after,
            html.P(values[f"{name}-sentence"], id=f"{name}-sentence", className="sentence"),
            _caption(name, values, lang),
        ],
        id=name,
        className=f"part part-{name}",
        hidden=hidden,
        # Where figures are missing, two titles can be the same; the measures never are.
        **{"aria-labelledby": f"{name}-title {name}-measure"},
    )


def graph(id_: str, figure: theme.Figure) -> elements.Html:
    """The one place where graphs are made; a script draws them when they come near.

    The height is that of the figure, so that nothing moves when it is drawn.
    """
    height = f"{figure['layout']['height']}px"
    return elements.Div(
        [elements.data(figure), elements.Div()], id=id_, className="graph", style={"height": height}
    )


def _caption(name: str, values: dict[str, Any], lang: Lang) -> html.Div:
    title = values[f"{name}-title"]
    return html.Div(
        [
            html.P(values[f"{name}-source"], id=f"{name}-source", className="source"),
            html.Details(
                [
                    html.Summary(DEFINITION.in_(lang)),
                    html.Div(values[f"{name}-definition"], id=f"{name}-definition"),
                ],
                className="definition",
            ),
            html.Div(values[f"{name}-notes"], id=f"{name}-notes", className="notes"),
            html.Details(
                [
                    html.Summary(AS_TABLE.in_(lang), id=f"{name}-as-table"),
                    html.Div(
                        values[f"{name}-table"], id=f"{name}-table",
                        className="as-table", tabIndex=0, role="region",
                        **{"aria-labelledby": f"{name}-as-table {name}-title"},
                    ),
                ],
                className="table-of-figure",
            ),
            *csv_links(name, lang),
            *(_picture_button(name, kind, title, lang) for kind in ("png", "svg")),
        ],
        className="caption",
    )  # fmt: skip


def _notes(picture: Picture, lang: Lang) -> list[elements.Html]:
    """The traps to know about and the events marked, folded; nothing where there are none."""
    folded = ((_NOTES, picture.notes), (_EVENTS, picture.events))
    return [
        elements.Details(
            [
                elements.Summary(words.in_(lang).format(len(pairs))),
                elements.Ul([_note(title, text) for title, text in pairs]),
            ]
        )
        for words, pairs in folded
        if pairs
    ]


@lru_cache(maxsize=512)
def _note(title: str, text: str) -> elements.Html:
    return elements.Li([elements.Strong(f"{title}. "), text])


def scrolling(id_: str, found: dict[str, Any], title: str) -> html.Div:
    """What is wider than a phone, as a region that scrolls and is reached by keyboard.

    `found` holds the content under `id_`; `title` is the id of the heading that names it.
    """
    named = {"aria-labelledby": title}
    return html.Div(found[id_], id=id_, className="table-wrap", tabIndex=0, role="region", **named)


def table_section(
    id_: str, found: dict[str, Any], lang: Lang, *, files: str, kind: str
) -> html.Section:
    """A table with its title, its measure and its files; `kind` are the classes of the section.

    `found` holds the content under `id_`, and title and measure under its endings.
    """
    title, measure = f"{id_}-title", f"{id_}-measure"
    return html.Section(
        [
            html.H2(found[title], id=title),
            html.P(found[measure], id=measure, className="measure"),
            scrolling(id_, found, title),
            html.Div(csv_links(files, lang), className="caption"),
        ],
        className=f"part {kind}",
    )


def csv_links(name: str, lang: Lang) -> list[Component]:
    """The figure's values as files, for people and for machines; a script adds the query.

    With them goes the button that says something is not right, so that every figure has it.
    """
    found: list[Component] = []
    for flavour, words in (("excel", _CSV), ("machine", _MACHINE)):
        address = f"/files/{name}.csv?lang={lang}&flavour={flavour}"
        kept = {"data-file": address}
        found.append(html.A(words.in_(lang), href=address, className="file", **kept))
    return [*found, report_button(name, lang)]


def report_button(name: str, lang: Lang, title: str = "") -> html.Button:
    """Opens the form that says a figure is not right; `title` where no heading stands over it."""
    told = {
        "data-report": name,
        "aria-haspopup": "dialog",
        **({"data-title": title} if title else {}),
    }
    return html.Button(_WRONG.in_(lang), type="button", className="file", **told)


def _picture_button(name: str, kind: str, title: str, lang: Lang) -> html.Button:
    return html.Button(
        kind.upper(),
        type="button",
        className="file",
        **{
            "data-picture": name,
            "data-kind": kind,
            "aria-label": _PICTURE.in_(lang).format(title, kind.upper()),
        },
    )


def _explained(picture: Picture) -> list[elements.Html]:
    if not picture.explained:
        return []
    return [
        elements.Dl([piece for head, text in picture.explained
                 for piece in (elements.Dt(head), elements.Dd(text))])
    ]  # fmt: skip


@cache
def definition(indicator: Indicator, lang: Lang) -> list[elements.Html]:
    """All that an indicator declares, as headings and texts."""
    pieces = [
        piece
        for head, text in handbook.describe(indicator, lang)
        for piece in (elements.Dt(head), elements.Dd(text))
    ]
    return [elements.Dl(pieces)]


def notice(children: Any, *, kind: str = "notice") -> html.P:
    """A sentence that must be seen."""
    return html.P(children, className=kind)
