"""What binds a page to the server: the question it asks and the answer, and what it shows."""

from dash import dcc

from dashboard.language.text import Lang
from dashboard.releases.store import Store
from dashboard.view.view import View
from layouts.html import elements as light
from layouts.page.interactive import Touchable, state

ASKED, CHANGE = "asked", "change"


def stores(page: Touchable) -> list[dcc.Store]:
    """All of a page that is Dash's: where its script puts a question, and where the answer lands.

    Nothing of it is seen; the page itself is in the document.
    """
    return [dcc.Store(id=page.id(name)) for name in (ASKED, CHANGE)]


def shown(page: Touchable, view: View, store: Store, lang: Lang) -> light.Light:
    """What the page shows, for its scripts: the view, and which controls it has."""
    told = {"prefix": page.prefix, "controls": page.controls, "state": state(view, store, lang)}
    return light.data(told, id="shown")
