"""Tables that are ordered by a column: one mechanism, whose state stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.language.cell_order import is_numeric, order
from dashboard.language.text import Lang
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.sort_choice import GIVEN, pressed, sort_of
from dashboard.view.view import View, query_of
from layouts import html
from layouts.html import Html

# A table of fewer rows is seen at once.
FEWEST = 7
FORM = "sorting"
Words = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sorting:
    """A table of a page by its name there, which is the id it stands under, and what is shown."""

    name: str
    dataset: Dataset
    view: View
    lang: Lang

    def heads(self, words: Sequence[str], rows: Words) -> list[Html]:
        """The headings, each a button for the order by its column where the table can be ordered.

        It is one of the form `form`, so it works without scripts, and the order stands in the
        address.
        """
        if not can_be_ordered(rows, self.lang):
            return [html.Th(one, scope="col") for one in words]
        return [self.head(column, one) for column, one in enumerate(words)]

    def head(self, column: int, words: str) -> Html:
        """One heading as a button for the order by its column."""
        now = sort_of(self.view.sort, self.name)
        wanted = pressed(column, now, self.name).word
        button = html.Button(
            words, className="sorts", data_set="sort", data_value=wanted, form=FORM,
            formaction=f"#{self.name}", name="sort", type="submit", value=wanted,
        )  # fmt: skip
        mine = now.aria if now is not None and now.column == column else None
        return html.Th(button, aria_sort=mine, scope="col")

    def places(self, rows: Words) -> list[int]:
        """The places of the rows in the order asked for: Sweden first, where it stands first."""
        chosen = sort_of(self.view.sort, self.name)
        places = list(range(len(rows)))
        if chosen is None or not can_be_ordered(rows, self.lang):
            return places
        if chosen.column >= min(map(len, rows)):
            return places
        country = int(rows[0][0] == name_of(SWEDEN).in_(self.lang))
        column = [row[chosen.column] for row in rows[country:]]
        found = order(column, self.lang, descending=chosen.descending)
        return [*places[:country], *(place + country for place in found)]


def form(dataset: Dataset, view: View) -> Html:
    """The form that the headings of a page's tables send where no script does: the view as it is.

    A script sends what the page shows by then instead, so touches leave it alone.
    """
    said = query_of(replace(view, sort=GIVEN).query(dataset))
    hidden = [html.Input(name=name, type="hidden", value=value) for name, value in said.items()]
    return html.Form(hidden, id=FORM, method="get")


def can_be_ordered(rows: Words, lang: Lang) -> bool:
    """Whether there are more rows than are seen at once, and numbers among their columns."""
    if len(rows) < FEWEST:
        return False
    columns = list(zip(*rows, strict=False))[1:]
    return any(is_numeric(column, lang) for column in columns)
