"""The pack on one page, for who has a minute: in short, figures, questions, what was agreed."""

from textwrap import shorten
from typing import Any

from dashboard.dialogue.pack import Pack
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.pdf import asked, compiled, of_section, part

# What the page has room for.
_FIGURES, _QUESTIONS, _CELL, _AGREED = 7, 3, 90, 4
_POINTS = 9.5


def brief(pack: Pack) -> bytes:
    """One page: in short, the figures, the weightiest questions, what was agreed."""
    lang = pack.lang
    figures = of_section(pack.key_figures)
    figures["tables"] = [{**one, "rows": one["rows"][:_FIGURES]} for one in figures["tables"]]
    figures["said"] = ""
    parts = [
        part("", lines=pack.sentences, said=pack.unpublished, level=0),
        figures,
        asked(pack, pack.questions[:_QUESTIONS], short=True),
        _agreed(pack),
    ]
    title = words.BRIEF.in_(lang).format(pack.name)
    return compiled(pack, title, parts, _POINTS)


def _agreed(pack: Pack) -> dict[str, Any]:
    """The first agreements of the brief, each on a line, cut where it is long."""
    one = pack.agreements
    lines = [
        ". ".join(shorten(cell, _CELL, placeholder=" …") for cell in row[:3])
        for row in one.grid.rows[:_AGREED]
    ]
    rest = len(one.grid.rows) - len(lines)
    lines += [words.AND_MORE.in_(pack.lang).format(rest)] if rest > 0 else []
    return part(one.title, said="" if lines else one.sentence, lines=lines)
