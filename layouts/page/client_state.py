"""What a page shows, told to its scripts, and the names of its question and its answer."""

from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage, state

ASKED, CHANGE = "asked", "change"


def shown(page: InteractivePage, view: View, dataset: Dataset, lang: Lang) -> Html:
    """What the page shows, for its scripts: the view, and which controls it has."""
    told = {"prefix": page.prefix, "controls": page.controls, "state": state(view, dataset, lang)}
    return html.data(told, id="shown")
