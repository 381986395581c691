"""What lies on which sheet of a page on paper, read from the tags of its PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from playwright.sync_api import Page

# The pages that show something, and how many sheets each may take.
MOST = {
    "overview": 2, "region": 4, "compare": 8, "targets": 12, "effects": 21, "scenario": 6,
    "dialogue": 4, "quality": 10,
}  # fmt: skip


@dataclass(frozen=True)
class Tagged:
    """A piece of a page: its kind as PDF names it, and its sheets."""

    kind: str
    sheets: frozenset[int]


def first_sheet_faults(page: Page, key: str) -> list[str]:
    """Why the first sheet has not what the page says, its picture and its table in whole.

    `page` stands as for printing.
    """
    content = page.pdf(prefer_css_page_size=True, tagged=True)
    with pikepdf.open(BytesIO(content)) as document:
        number = {one.obj.objgen: place for place, one in enumerate(document.pages, start=1)}
        found = list(_pieces(document.Root.StructTreeRoot, number))
    # The line with the lasting address has no tag, and may stand alone on the last.
    before = [one for one in number.values() if one < len(number)]
    faults = [
        f"sheet {one} is empty" for one in before if not any(one in piece.sheets for piece in found)
    ]
    if key not in MOST:
        return faults
    if len(number) > MOST[key]:
        faults.append(f"{len(number)} sheets")
    wanted = {"headline": "/H1", "picture": "/Figure", "table": "/Table"}
    return faults + [
        f"no {name} that lies on sheet 1 alone"
        for name, kind in wanted.items()
        if not any(one.kind == kind and one.sheets == {1} for one in found)
    ]


def _pieces(element: Any, number: dict[Any, int]) -> Iterator[Tagged]:
    """Every piece below an element, in the order of the page."""
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield Tagged(str(kid.S), frozenset(_sheets(kid, number)))
            yield from _pieces(kid, number)


def _sheets(element: Any, number: dict[Any, int]) -> Iterator[int]:
    for kid in _kids(element):
        if isinstance(kid, int):
            yield number[element.Pg.objgen]
        elif "/S" in kid:
            yield from _sheets(kid, number)
        elif "/MCID" in kid:
            yield number[(kid.get("/Pg") or element.Pg).objgen]


def _kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]
