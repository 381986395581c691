"""What Dash lays out: of each page the place of its question and that of the answer."""

from dash import dcc

from layouts.document.pages import PAGES
from layouts.page.client_state import ASKED, CHANGE


def stores() -> list[dcc.Store]:
    """All that is Dash's of all pages. Nothing of it is seen; a page itself is a document."""
    interactive = (page.interactive for page in PAGES if page.interactive)
    return [dcc.Store(id=page.id(name)) for page in interactive for name in (ASKED, CHANGE)]
