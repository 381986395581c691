"""Tables that are ordered by a column: one mechanism, whose state stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.language.cell_order import is_numeric, order
from dashboard.language.text import Lang
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.sort_choice import pressed, sort_of
from dashboard.view.view import View
from layouts import html
from layouts.html import Html

# A table of fewer rows is seen at once.
FEWEST = 7
Words = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sorting:
    """A table of a page by its name there, which is the id it stands under, and what is shown."""

    name: str
    dataset: Dataset
    view: View
    lang: Lang

    def heads(self, words: Sequence[str], rows: Words) -> list[Html]:
        """The headings, each a link to the order by its column where the table can be ordered.

        A link works without scripts, and what it leads to stands in the address.
        """
        if not can_be_ordered(rows, self.lang):
            return [html.Th(one, scope="col") for one in words]
        return [self.head(column, one) for column, one in enumerate(words)]

    def head(self, column: int, words: str) -> Html:
        """One heading as a link to the order by its column."""
        now = sort_of(self.view.sort, self.name)
        wanted = pressed(column, now, self.name).word
        query = replace(self.view, sort=wanted).query(self.dataset)
        link = html.A(words, className="sorts", data_set="sort", data_value=wanted,
                      href=f"?{query}#{self.name}")  # fmt: skip
        mine = now.aria if now is not None and now.column == column else None
        return html.Th(link, aria_sort=mine, scope="col")

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


def can_be_ordered(rows: Words, lang: Lang) -> bool:
    """Whether there are more rows than are seen at once, and numbers among their columns."""
    if len(rows) < FEWEST:
        return False
    columns = list(zip(*rows, strict=False))[1:]
    return any(is_numeric(column, lang) for column in columns)
