"""What stands around every page inside the document: the place for it, and where the browser is."""

from dash import dcc, html

from dashboard.lang import Lang
from dashboard.store import Store
from dashboard.view import View
from layouts.touchable import STATE, Touchable, state

ADDRESS, CONTENT = "address", "content"


def shell() -> html.Div:
    """The empty main landmark that the router fills."""
    return html.Div(
        [
            dcc.Store(id=ADDRESS),
            html.Main(id=CONTENT, tabIndex=-1),
        ]
    )


def stores(page: Touchable, view: View, store: Store, lang: Lang) -> tuple[dcc.Store, dcc.Store]:
    """What the page shows, and what was last written to the address bar."""
    return (
        dcc.Store(id=page.id(STATE), data=state(view, store, lang)),
        dcc.Store(id=page.id("written")),
    )
