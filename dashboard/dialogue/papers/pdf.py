"""The pack as PDF, a report and a page in brief: tagged, by PDF/UA-1, fit to keep by PDF/A-2a."""

import json
from collections.abc import Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any

from dashboard.dialogue.pack import Pack, Plate, Question, Section
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.row_headers import with_row_headers
from dashboard.dialogue.papers.svg import svg

_TEMPLATE = Path(__file__).with_name("pack.typ")
# What the brief has room for on its page.
_BRIEF_FIGURES, _BRIEF_QUESTIONS, _BRIEF_CELL, _BRIEF_AGREED = 7, 3, 90, 4
_POINTS, _BRIEF_POINTS = 10, 9.5


def pdf(pack: Pack) -> bytes:
    """The report; the same pack makes the same bytes on the same machine."""
    lang = pack.lang
    parts = [
        _part(words.IN_SHORT.in_(lang), lines=pack.sentences, said=pack.label),
        _of_section(pack.key_figures),
        _part(words.SINCE.in_(lang)),
        *(_of_section(one, level=3) for one in pack.changes),
        _asked(pack, pack.questions),
        _of_section(pack.agreements),
        _of_section(pack.plan),
        *(_of_plate(one, pack) for one in pack.plates),
        _part(words.NUMBERS.in_(lang)),
        *(_numbers(one) for one in pack.plates),
        _part(words.SOURCES.in_(lang), lines=pack.sources),
    ]
    return _compiled(pack, pack.title, parts, _POINTS)


def brief(pack: Pack) -> bytes:
    """One page: in short, the figures, the weightiest questions, what was agreed."""
    lang = pack.lang
    figures = _of_section(pack.key_figures)
    figures["tables"] = [{**one, "rows": one["rows"][:_BRIEF_FIGURES]} for one in figures["tables"]]
    figures["said"] = ""
    parts = [
        _part("", lines=pack.sentences, level=0),
        figures,
        _asked(pack, pack.questions[:_BRIEF_QUESTIONS], short=True),
        _agreed(pack),
    ]
    title = words.BRIEF.in_(lang).format(pack.name)
    return _compiled(pack, title, parts, _BRIEF_POINTS)


def _part(
    title: str, *, said: str = "", level: int = 2, lines: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    return {
        "title": title, "level": level, "said": said, "lines": [*lines], "tables": [],
        "plots": [], "questions": [],
    }  # fmt: skip


def _of_section(one: Section, level: int = 2) -> dict[str, Any]:
    found = _part(one.title, said=one.sentence, level=level)
    if one.grid.rows:
        heads = (one.row_name, *one.grid.heads)
        found["tables"] = [_table(heads, one.grid.rows)]
    return found


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    return {
        "heads": [*heads], "rows": [[*row] for row in rows], "small": False,
        "widths": words.column_weights(heads, rows),
    }  # fmt: skip


def _asked(pack: Pack, questions: Sequence[Question], *, short: bool = False) -> dict[str, Any]:
    lang = pack.lang
    said = "" if questions else words.NO_QUESTION.in_(lang)
    found = _part(words.QUESTIONS.in_(lang), said=said)
    found["questions"] = [
        {"words": one.words, "beside": one.figures if short else words.beside(one)}
        for one in questions
    ]
    return found


def _agreed(pack: Pack) -> dict[str, Any]:
    """The first agreements of the brief, each on a line, cut where it is long."""
    one = pack.agreements
    lines = [
        ". ".join(shorten(cell, _BRIEF_CELL, placeholder=" …") for cell in row[:3])
        for row in one.grid.rows[:_BRIEF_AGREED]
    ]
    rest = len(one.grid.rows) - len(lines)
    lines += [words.AND_MORE.in_(pack.lang).format(rest)] if rest > 0 else []
    return _part(one.title, said="" if lines else one.sentence, lines=lines)


def _of_plate(one: Plate, pack: Pack) -> dict[str, Any]:
    found = _part(one.title, said=f"{one.measure}. {one.sentence}")
    alt = f"{one.title}. {one.sentence}"
    found["plots"] = [{"svg": svg(one.plot, alt, pack.lang), "alt": alt, "source": one.source}]
    return found


def _numbers(one: Plate) -> dict[str, Any]:
    found = _part(one.measure, level=3)
    found["tables"] = [{**_table(one.grid.heads, one.grid.rows), "small": True}]
    return found


def _compiled(pack: Pack, title: str, parts: list[dict[str, Any]], points: float) -> bytes:
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
