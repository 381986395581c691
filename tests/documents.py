"""The documents of the repository, as their tests read them."""

import re
from pathlib import Path

from dashboard.paths import ROOT

README = ROOT / "README.md"
DOCS = ROOT / "docs"
DOCUMENTS = (README, *sorted(DOCS.rglob("*.md")))


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def section(document: Path, heading: str) -> str:
    """What stands under a heading, up to the next one of the same depth or above."""
    depth = heading.index(" ")
    _, heading_found, rest = text_of(document).partition(f"\n{heading}\n")
    assert heading_found, heading
    return re.split(rf"\n#{{1,{depth}}} ", rest)[0]


def table(document: Path, heading: str) -> dict[str, list[str]]:
    """The cells of all tables under a heading, by their first cell without backticks."""
    lines = re.findall(r"^\| (.*) \|$", section(document, heading), re.M)
    cells = [line.split(" | ") for line in lines if not line.startswith("---")]
    return {first.strip("`"): rest for first, *rest in cells}


def in_code(words: str) -> list[str]:
    """What stands between backticks; a fenced block is no such thing."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", words)


def fenced(document: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text_of(document), re.M | re.S)


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as they are made of their words."""
    headings = re.findall(r"^#+ (.*)$", text_of(document), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
