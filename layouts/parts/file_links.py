"""The files of a figure or table, and the button that says something is not right."""

from collections.abc import Sequence

from dashboard.language.text import Lang, Text
from layouts import html
from layouts.html import Html

_MORE = Text("Mer", "More")
_CSV = Text("CSV (Excel)", "CSV (Excel)")
_MACHINE = Text("CSV (maskinläsbar)", "CSV (machine-readable)")
_WRONG = Text("Stämmer inte?", "Not right?")
_PICTURE = Text("Ladda ner {} som {}", "Download {} as {}")


def csv_links(name: str, lang: Lang, title: str = "") -> list[Html]:
    """The menu of a table: its files and the button that says something is not right.

    `title` is the id of the heading that names it, usually `{name}-title`.
    """
    return [more(name, links(name, lang, title), lang, title)]


def links(name: str, lang: Lang, title: str = "") -> list[Html]:
    """The figure's values as files, for people and for programs; a script adds the query.

    With them goes the button that says something is not right, so that every figure has it. Each
    link is heard with the heading `title`, so that no two are named alike.
    """
    files = (
        ("xlsx", "Excel", f"/files/{name}.xlsx?lang={lang}"),
        *(
            (flavour, words.in_(lang), f"/files/{name}.csv?lang={lang}&flavour={flavour}")
            for flavour, words in (("excel", _CSV), ("machine", _MACHINE))
        ),
    )
    found = [
        html.A(
            words,
            aria_labelledby=f"{name}-file-{kind} {title or f'{name}-title'}",
            className="file",
            data_file=address,
            href=address,
            id=f"{name}-file-{kind}",
        )
        for kind, words, address in files
    ]
    return [*found, report_button(name, lang)]


def more(name: str, inside: Sequence[Html], lang: Lang, title: str = "") -> Html:
    """What belongs to a figure, behind one word; it is heard with the figure's title."""
    id_ = f"{name}-more"
    door = html.Summary(
        _MORE.in_(lang), id=id_, aria_labelledby=f"{id_} {title or f'{name}-title'}"
    )
    return html.Details([door, html.Div(inside, className="of-figure")], className="more")


def report_button(name: str, lang: Lang, title: str = "") -> Html:
    """Opens the form that says a figure is not right; `title` where no heading stands over it."""
    return html.Button(
        _WRONG.in_(lang),
        aria_haspopup="dialog",
        className="file",
        data_report=name,
        data_title=title or None,
        type="button",
    )


def picture_button(name: str, kind: str, title: str, lang: Lang) -> Html:
    """Saves the figure of this name as a picture of a kind (png or svg)."""
    return html.Button(
        kind.upper(),
        aria_label=_PICTURE.in_(lang).format(title, kind.upper()),
        className="file",
        data_kind=kind,
        data_picture=name,
        type="button",
    )
