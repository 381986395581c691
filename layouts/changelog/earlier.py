"""Tidigare ändringar: what has changed on the site before the newest changes."""

from collections.abc import Mapping

from dashboard.language.text import Lang, Text
from dashboard.reference.changelog import CHANGES
from dashboard.releases.dataset import Dataset
from dashboard.view import addresses
from layouts import html
from layouts.changelog.changes import NEWEST, versions
from layouts.html import Html
from layouts.page.page import Page
from layouts.parts import prose

TITLE = Text("Tidigare ändringar", "Earlier changes")
_NEWER = Text("De senaste ändringarna står i ändringsloggen",
              "The newest changes stand in the change log")  # fmt: skip


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page; it is the same whatever release is shown."""
    newer = html.A(_NEWER.in_(lang), href=f"{addresses.CHANGELOG.in_(lang)}#changes")
    return prose.article(TITLE.in_(lang), html.P(newer), *versions(CHANGES[NEWEST:], lang, html.H2))


PAGE = Page(
    key="earlier-changes", path=addresses.EARLIER_CHANGES, title=TITLE, place="beside",
    layout=layout,
)  # fmt: skip
