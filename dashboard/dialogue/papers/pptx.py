"""The pack as slides: one thought on each, native charts and tables, notes with the sources."""

from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import TypeVar

from dashboard.dialogue.pack import Pack, Plate, Section
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.slide_map import add_map
from dashboard.dialogue.papers.slides import Deck
from dashboard.dialogue.papers.zip_bytes import steady
from dashboard.values.labels import UNPUBLISHED

Thing = TypeVar("Thing")
# As many as can be read from the other end of a table.
_MOST_ROWS, _MOST_CELL, _MOST_QUESTIONS = 9, 120, 3


def pptx(pack: Pack) -> bytes:
    """The deck; the same pack makes the same bytes."""
    lang = pack.lang
    deck = Deck(lang, UNPUBLISHED.in_(lang) if pack.unpublished else "")
    source = "\n".join((words.made_of(pack), words.NO_STATISTICS.in_(lang), *pack.sources))
    first = deck.slide(pack.title, source)
    deck.add_lines(
        first, [*((line, 20, "ink") for line in pack.sentences), (pack.label, 12, "muted")], 1.6
    )
    _add_section(deck, pack.key_figures, pack, source)
    _add_country(deck, pack)
    for one in pack.plates:
        _add_plate(deck, one, pack)
    _add_changes(deck, pack, source)
    _add_questions(deck, pack, source)
    for kept in pack.kept:
        _add_section(deck, kept, pack, source)
    content = deck.content(
        title=pack.title, author=words.MAKER.in_(lang), subject=words.SUBJECT.in_(lang)
    )
    return steady(content, pack.created.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _add_country(deck: Deck, pack: Pack) -> None:
    """The map of the country in shapes of its own, with the sentence beside it."""
    one = pack.country
    slide = deck.slide(one.title, "\n".join((one.sentence, one.source, words.made_of(pack))))
    deck.add_lines(slide, [(one.measure, 14, "muted")], 1.3)
    add_map(slide, one, 0.9, 1.85, 5.2)


def _add_plate(deck: Deck, plate: Plate, pack: Pack) -> None:
    notes = "\n".join((plate.sentence, plate.source, words.made_of(pack)))
    slide = deck.slide(plate.title, notes)
    deck.add_lines(slide, [(plate.measure, 14, "muted")], 1.3)
    deck.add_chart(slide, plate.plot, f"{plate.title}. {plate.sentence}", 1.8)


def _add_changes(deck: Deck, pack: Pack, notes: str) -> None:
    """What has happened in four lines, then a slide for each part that has rows."""
    title = words.SINCE.in_(pack.lang)
    lines = []
    for one in pack.changes:
        said = one.sentence or words.COUNTED.in_(pack.lang).format(len(one.grid.rows))
        lines.append((f"{one.title}: {said}", 20, "ink"))
    deck.add_lines(deck.slide(title, notes), lines, 1.6)
    for one in pack.changes:
        if one.grid.rows:
            _add_section(deck, one, pack, notes, f"{title}: {one.title.lower()}")


def _add_section(deck: Deck, section: Section, pack: Pack, notes: str, title: str = "") -> None:
    """A slide for each piece of a table, or the sentence where it has no rows."""
    named = title or section.title
    if not section.grid.rows:
        deck.add_lines(deck.slide(named, notes), [(section.sentence, 20, "ink")], 1.6)
        return
    heads = (section.row_name, *section.grid.heads)
    for words_of, rows in _pieces(named, section.grid.rows, _MOST_ROWS, pack):
        slide = deck.slide(words_of, "\n".join(filter(None, (section.sentence, notes))))
        cells = [[_short(cell) for cell in row] for row in rows]
        said = f"{words_of}. {section.sentence}"
        deck.add_table(slide, heads, cells, said, section.sentence)


def _add_questions(deck: Deck, pack: Pack, notes: str) -> None:
    lang, title = pack.lang, words.QUESTIONS.in_(pack.lang)
    if not pack.questions:
        said = words.NO_QUESTION.in_(lang)
        deck.add_lines(deck.slide(title, notes), [(said, 20, "ink")], 1.6)
    for named, asked in _pieces(title, pack.questions, _MOST_QUESTIONS, pack):
        lines = []
        for one in asked:
            lines += [(one.words, 18, "ink"), (words.beside(one), 14, "muted")]
        deck.add_lines(deck.slide(named, notes), lines, 1.5)


def _short(cell: str) -> str:
    return cell if len(cell) <= _MOST_CELL else shorten(cell, _MOST_CELL, placeholder=" …")


def _pieces(
    title: str, things: Sequence[Thing], size: int, pack: Pack
) -> Iterator[tuple[str, Sequence[Thing]]]:
    """The things as many as a slide holds, each with the title of its slide."""
    pieces = [things[start : start + size] for start in range(0, len(things), size)]
    for place, piece in enumerate(pieces, start=1):
        named = words.CONTINUED.in_(pack.lang).format(title, place, len(pieces))
        yield named if len(pieces) > 1 else title, piece
