"""Tables that are ordered by a column: one mechanism, whose state stands in the address."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.language.cell_order import order
from dashboard.language.text import Lang
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.sort_choice import GIVEN, pressed, sort_of
from dashboard.view.view import View, query_of
from layouts import html
from layouts.html import Html
from layouts.parts.unordered import UNORDERED

# A table of fewer rows is seen at once.
FEWEST = 7
FORM = "sorting"
Words = Sequence[Sequence[str]]


@frozen
class Sorting:
    """A table of a page by its name there, which is the id it stands under, and what is shown.

    `touched` is whether the page answers touches; else a press opens the address of the order.
    """

    name: str
    dataset: Dataset
    view: View
    lang: Lang
    touched: bool = True

    def heads(self, words: Sequence[str], rows: Words) -> list[Html]:
        """The headings, each a button for the order by its column where the table can be ordered.

        It is one of the form `form`, so it works without scripts, and the order stands in the
        address.
        """
        if not self.can_be_ordered(rows):
            return [html.Th(one, scope="col") for one in words]
        return [self.head(column, one) for column, one in enumerate(words)]

    def head(self, column: int, words: str, **own: int) -> Html:
        """One heading, with what is its `own`, as a button for the order by its column."""
        now = sort_of(self.view.sort, self.name)
        wanted = pressed(column, now, self.name).word
        mine = now.aria if now is not None and now.column == column else None
        return _head(words, self.name, wanted, mine, self.touched, *own.items())

    def places(self, rows: Words) -> list[int]:
        """The places of the rows in the order asked for: Sweden first, where it stands first."""
        chosen = sort_of(self.view.sort, self.name)
        places = list(range(len(rows)))
        if chosen is None or not self.can_be_ordered(rows):
            return places
        if chosen.column >= min(map(len, rows)):
            return places
        country = int(rows[0][0] == name_of(SWEDEN).in_(self.lang))
        column = [row[chosen.column] for row in rows[country:]]
        found = order(column, self.lang, descending=chosen.descending)
        return [*places[:country], *(place + country for place in found)]

    def can_be_ordered(self, rows: Words) -> bool:
        """Whether there are more rows than are seen at once, and orders that mean something."""
        return len(rows) >= FEWEST and self.name not in UNORDERED


# A touch that leaves the order leaves the headings.
@lru_cache(maxsize=256)
def _head(
    words: str, name: str, wanted: str, aria: str | None, touched: bool, *own: tuple[str, int]
) -> Html:
    button = html.Button(
        words, className="sorts", data_set="sort" if touched else None, data_value=wanted,
        form=FORM, formaction=f"#{name}", name="sort", type="submit", value=wanted,
    )  # fmt: skip
    return html.Th(button, aria_sort=aria, scope="col", **dict(own))


def form(dataset: Dataset, view: View) -> Html:
    """The form that the headings of a page's tables send where no script does: the view as it is.

    A script sends what the page shows by then instead, so touches leave it alone.
    """
    said = query_of(replace(view, sort=GIVEN).query(dataset))
    hidden = [html.Input(name=name, type="hidden", value=value) for name, value in said.items()]
    return html.Form(hidden, id=FORM, method="get")
