"""Every path, link and cited section of the documents is there."""

import re
from pathlib import Path

import pytest

from dashboard.paths import ROOT
from tests.documents import DOCS, DOCUMENTS, README, anchors, in_code, text_of
from tests.repository import repository

# A citation as `docs/methods.md 2.2, 2.4 and 3.1-3.5`, and a number in it.
CITATION = re.compile(r"docs/methods\.md ([0-9][0-9., -]*(?:and [0-9][0-9., -]*)*)")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def named_paths(document: Path) -> set[str]:
    """The paths of the repository between backticks; `<…>` and `…` stand for what differs."""
    rooms = "dashboard|layouts|callbacks|assets|data|tests|docs|deploy|benchmarks|bundle|\\.ci"
    path = re.compile(rf"(?:{rooms})/[\w./-]*|app\.py|Makefile|pyproject\.toml|package-lock\.json")
    return {one for one in in_code(text_of(document)) if path.fullmatch(one)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_that_a_document_names_exists(document: Path) -> None:
    assert [path for path in named_paths(document) if not (ROOT / path).exists()] == []


def test_documents_name_paths() -> None:
    assert len(set().union(*map(named_paths, DOCUMENTS))) > 60


def links(document: Path) -> list[tuple[Path, str]]:
    """The document or file and the anchor of each link inside the repository."""
    targets = re.findall(r"\]\((?!https?:)([^)]+)\)", text_of(document))
    parts = [target.partition("#") for target in targets]
    return [
        ((document.parent / path).resolve() if path else document, anchor)
        for path, _, anchor in parts
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading(document: Path) -> None:
    leads_nowhere = [
        f"{path}#{anchor}"
        for path, anchor in links(document)
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]
    assert leads_nowhere == []


def test_every_document_can_be_reached_from_readme() -> None:
    reached, waiting = {README}, [README]
    while waiting:
        fresh = {path for path, _ in links(waiting.pop()) if path.suffix == ".md"} - reached
        reached |= fresh
        waiting += fresh
    of_decisions = set((DOCS / "decisions").glob("*.md"))
    assert [path for path in DOCUMENTS if path not in reached | of_decisions] == []


def test_every_cited_section_of_the_methods_is_there() -> None:
    sections = set(re.findall(r"^##+ ([0-9.]+?)\.? ", text_of(DOCS / "methods.md"), re.M))
    cited = {
        (number, str(path.relative_to(ROOT)))
        for path in repository()
        if path.suffix == ".py"
        for citation in CITATION.findall(text_of(path))
        for number in NUMBER.findall(citation)
    }
    assert len({number for number, _ in cited}) > 40
    assert [(number, where) for number, where in sorted(cited) if number not in sections] == []


def test_every_citation_of_the_methods_names_a_section() -> None:
    bare = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in repository()
        if path.suffix == ".py" and path != Path(__file__)
        for line in text_of(path).splitlines()
        if "methods.md" in line and not CITATION.search(line) and '"methods.md"' not in line
    ]
    assert bare == []
