"""The open API asked by a browser's own client: values, rows of figures, and how they are shown."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page

from dashboard.language.formatting import number
from dashboard.language.text import Lang

Row = dict[str, Any]


@dataclass
class Api:
    """The API of the site that a page is open on; it knows nothing but what it is answered."""

    page: Page
    lang: Lang
    decimals: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.decimals = {one["indicator"]: one["decimals"] for one in self.rows("indicators")}

    def rows(self, path: str, **query: str) -> list[Row]:
        """All rows of a resource, page after page."""
        found: list[Row] = []
        address = f"/api/v1/{path}?{urlencode({**query, 'size': 1000})}"
        while address:
            answer = self.page.request.get(address)
            assert answer.ok, answer.text()
            told = answer.json()
            found += told["data"]
            address = told["links"].get("next", "")
        return found

    def values(self, indicator: str, **query: str) -> dict[str, Row]:
        """Rows of an indicator by region; the guideline concerns all somatic care."""
        if indicator == "distance_to_guideline":
            query = {**query, "care": "somatic", "stream": "all"}
        return {row["region"]: row for row in self.rows("values", indicator=indicator, **query)}

    def shown(self, row: Row) -> str:
        """A value as the site rounds it."""
        return number(row["value"], self.decimals[row["indicator"]], self.lang)

    def number(self, value: float | None, decimals: int, *, signed: bool = False) -> str:
        return number(value, decimals, self.lang, signed=signed)
