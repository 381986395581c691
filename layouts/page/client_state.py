"""What binds a page to the server: the question it asks and the answer, and what it shows."""

from dash import dcc

from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts.html import elements
from layouts.page.interactive_page import InteractivePage, state

ASKED, CHANGE = "asked", "change"


def stores(page: InteractivePage) -> list[dcc.Store]:
    """All of a page that is Dash's: where its script puts a question, and where the answer lands.

    Nothing of it is seen; the page itself is in the document.
    """
    return [dcc.Store(id=page.id(name)) for name in (ASKED, CHANGE)]


def shown(page: InteractivePage, view: View, dataset: Dataset, lang: Lang) -> elements.Html:
    """What the page shows, for its scripts: the view, and which controls it has."""
    told = {"prefix": page.prefix, "controls": page.controls, "state": state(view, dataset, lang)}
    return elements.data(told, id="shown")
