"""The words that stand in every file of a pack."""

import re
from collections.abc import Sequence

from dashboard.dialogue.pack import Pack, Question
from dashboard.language import formatting
from dashboard.language.text import Text

IN_SHORT = Text("I korthet", "In short")
SINCE = Text("Sedan förra mötet", "Since the last meeting")
QUESTIONS = Text("Frågor att ställa", "Questions to ask")
NO_QUESTION = Text("Inga frågor har uppstått.", "No questions have been raised.")
QUESTION, FIGURES = Text("Fråga", "Question"), Text("Siffror", "Figures")
WHY = Text("Varför den ställs", "Why it is asked")
SOURCES = Text("Källor", "Sources")
NUMBERS = Text("Siffrorna bakom bilderna", "The numbers behind the pictures")
PERIOD = Text("Period", "Period")
BRIEF = Text("Sammanfattning: {}", "Brief: {}")
MAKER = Text("Vårdplatsläget", "Bed Capacity Sweden")
SUBJECT = Text("Underlag för dialog med en region", "Papers for a dialogue with a region")
NO_STATISTICS = Text("Detta är inte officiell statistik.", "This is not official statistics.")
COMPARED = Text("Jämfört med utgåva {}, som visades {}.", "Compared with release {}, shown on {}.")
MADE_OF = Text("Gjord av utgåva {} för mötet {}.", "Made of release {} for the meeting on {}.")
AND_MORE = Text("{} till står i arbetsboken.", "{} more are in the workbook.")
COUNTED = Text("{}, se nästa bild.", "{}, see the next slide.")
CONTINUED = Text("{} ({} av {})", "{} ({} of {})")


def made_of(pack: Pack) -> str:
    """Which release the pack is made of, and which it is compared with."""
    lang = pack.lang
    day = formatting.date(pack.day, lang)
    said = MADE_OF.in_(lang).format(pack.release[:6], day)
    if not pack.release_then:
        return said
    then = formatting.date(pack.since, lang) if pack.since else formatting.NONE
    return f"{said} {COMPARED.in_(lang).format(pack.release_then[:6], then)}"


def beside(question: Question) -> str:
    """The figures of a question and why it is asked."""
    return " ".join(
        filter(None, (f"{question.figures}." if question.figures else "", question.why))
    )


def column_weights(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """How wide each column is beside the others: by its longest word and by all it holds."""
    return [
        max(
            1.1 * max(len(word) for cell in one for word in cell.split() or [""]) + 3.0,
            min(max(map(len, one)), 50) * 0.5,
        )
        for one in zip(heads, *rows, strict=True)
    ]


# A number as people write it, perhaps with its range, or the dash of none.
_NUMBER = re.compile(r"[-−–]?[\d\s]*([,.]\d+)?( \(.*\))?|[-−–]?[\d\s,.]+–[-−]?[\d\s,.]+")


def number_columns(rows: Sequence[Sequence[str]]) -> list[bool]:
    """Whether each column but the first, of rows' names, is of numbers, whose digits stand under
    each other.
    """
    columns = list(zip(*rows, strict=True))[1:]
    return [False, *(all(_NUMBER.fullmatch(cell) for cell in one) for one in columns)]
