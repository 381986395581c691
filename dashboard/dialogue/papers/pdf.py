"""The pack as PDF, a report and a page in brief: tagged, by PDF/UA-1, fit to keep by PDF/A-2a."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.dialogue.pack import Pack, Plate, Question, Section
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.row_headers import with_row_headers
from dashboard.dialogue.papers.svg import svg

# So many letters fit on a line of a table, and so many lines of it on a page with room to spare.
_LETTERS, _MOST_TOGETHER = 95, 38
_TEMPLATE = Path(__file__).with_name("pack.typ")
_POINTS = 10


def pdf(pack: Pack) -> bytes:
    """The report; the same pack makes the same bytes on the same machine."""
    lang = pack.lang
    parts = [
        part(words.IN_SHORT.in_(lang), lines=pack.sentences, said=pack.label),
        of_section(pack.key_figures),
        part(words.SINCE.in_(lang)),
        *(of_section(one, level=3) for one in pack.changes),
        asked(pack, pack.questions),
        *map(of_section, pack.kept),
        *(_of_plate(one, pack) for one in pack.plates),
        part(words.NUMBERS.in_(lang)),
        *(_numbers(one) for one in pack.plates),
        part(words.SOURCES.in_(lang), lines=pack.sources),
    ]
    return compiled(pack, pack.title, parts, _POINTS)


def part(
    title: str, *, said: str = "", level: int = 2, lines: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """A part of the document: a heading with what is said, listed, drawn and asked below it."""
    return {
        "title": title, "level": level, "said": said, "lines": [*lines], "tables": [],
        "plots": [], "questions": [],
    }  # fmt: skip


def of_section(section: Section, level: int = 2) -> dict[str, Any]:
    """A table of the pack under its heading."""
    found = part(section.title, said=section.sentence, level=level)
    if section.grid.rows:
        heads = (section.row_name, *section.grid.heads)
        found["tables"] = [_table(heads, section.grid.rows)]
    return found


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    widths = words.column_weights(heads, rows)
    room = [max(1.0, _LETTERS * width / sum(widths)) for width in widths]
    lines = sum(
        max(math.ceil(len(cell) / each) for cell, each in zip(row, room, strict=True))
        for row in (heads, *rows)
    )
    return {
        "heads": [*heads], "rows": [[*row] for row in rows], "small": False, "widths": widths,
        "numbers": words.number_columns(rows), "together": lines <= _MOST_TOGETHER,
    }  # fmt: skip


def asked(pack: Pack, questions: Sequence[Question], *, short: bool = False) -> dict[str, Any]:
    """The questions, without why they are asked where the document is short."""
    lang = pack.lang
    said = "" if questions else words.NO_QUESTION.in_(lang)
    found = part(words.QUESTIONS.in_(lang), said=said)
    found["questions"] = [
        {"words": one.words, "beside": one.figures if short else words.beside(one)}
        for one in questions
    ]
    return found


def _of_plate(plate: Plate, pack: Pack) -> dict[str, Any]:
    found = part(plate.title, said=f"{plate.measure}. {plate.sentence}")
    alt = f"{plate.title}. {plate.sentence}"
    found["plots"] = [{"svg": svg(plate.plot, alt, pack.lang), "alt": alt, "source": plate.source}]
    return found


def _numbers(plate: Plate) -> dict[str, Any]:
    found = part(plate.measure, level=3)
    found["tables"] = [{**_table(plate.grid.heads, plate.grid.rows), "small": True}]
    return found


def compiled(pack: Pack, title: str, parts: list[dict[str, Any]], points: float) -> bytes:
    """The document as a tagged PDF in letters of so many points."""
    # Only whoever makes a PDF waits for it.
    import typst

    lang = pack.lang
    said = {
        "title": title, "lang": lang, "author": words.MAKER.in_(lang), "size": points,
        "subject": words.SUBJECT.in_(lang), "made": words.made_of(pack),
        "about": f"{words.made_of(pack)} {words.NO_STATISTICS.in_(lang)}", "parts": parts,
    }  # fmt: skip
    content: bytes = typst.compile(
        str(_TEMPLATE), format="pdf", ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"pack": json.dumps(said, ensure_ascii=False)}, timestamp=pack.created,
    )  # fmt: skip
    return with_row_headers(content)
