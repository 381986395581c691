"""The sources behind the figures, and the short names they go by."""

import re
from collections.abc import Mapping

from dashboard.frozen import frozen

_KOLADA = re.compile(r"Kolada ([A-Z]\d{5})")
_ADDRESS = re.compile(r"https?://\S+")
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


@frozen
class Source:
    """A source; `published` is as exact as is known (`2023-05-31`, `2024-05`) or empty.

    `urls` are its addresses, first the one the figures were read from; none for some. `given_label`
    is the short name of a source that shares publisher and date with another, else empty.
    """

    id: str
    title: str
    publisher: str
    urls: tuple[str, ...]
    published: str
    note: str
    given_label: str = ""

    @property
    def url(self) -> str:
        """The first address, or empty."""
        return self.urls[0] if self.urls else ""

    @property
    def label(self) -> str:
        """The label given; `Kolada U70425 (SKR)`; or who and when: `Läkartidningen 2016-07`."""
        if self.given_label:
            return self.given_label
        if kpi := _KOLADA.match(self.title):
            return f"Kolada {kpi[1]} (SKR)"
        publisher = re.split(r" \(|;", self.publisher)[0]
        return f"{publisher} {self.published}".strip()


def _date(cell: str) -> str:
    found = _DATE.match(cell)
    return found[0] if found else ""


def source_of(row: Mapping[str, str]) -> Source:
    """The source in a row of the table."""
    return Source(
        id=row["source_id"],
        title=row["title"],
        publisher=row["publisher"],
        urls=tuple(_ADDRESS.findall(row["url"])),
        published=_date(row["published"]),
        note=row["note"],
        # Releases of before this column have no such name.
        given_label=row.get("label", ""),
    )
