"""A report on a file in words, to be sent to whoever made it."""

from collections.abc import Iterable, Iterator, Sequence

from dashboard.imports.importing import Outcome
from dashboard.imports.questions import Question
from dashboard.language.text import Lang, Text
from dashboard.spreadsheets.faults import Fault

_MOST = 40
_GREETING = Text("Hej,", "Hello,")
_RIGHT = Text(
    "vi har läst {}. Den har {} värden, och alla kan tas emot som de står.",
    "we have read {}. It has {} figures, and all of them can be taken as they stand.",
)
_READ = Text(
    "vi har läst {}. Den har {} värden. Innan vi kan ta emot den behöver vi er hjälp.",
    "we have read {}. It has {} figures. Before we can take it we need your help.",
)
_CORRECT = Text("Det här behöver rättas:", "This needs to be corrected:")
_ANSWER = Text("Det här undrar vi över:", "This is what we wonder about:")
_KNOW = Text("Det här är bra att veta:", "This is good to know:")
_SEND = Text(
    "Rätta filen och lämna den på nytt. Ingenting är sparat.",
    "Correct the file and send it anew. Nothing has been kept.",
)
_REPLY = Text(
    "Svara på frågorna, var och en med sin nyckel (inom hakparentes) i en fil som lämnas med "
    "--answer. Är något fel i filen, rätta det och lämna den på nytt. Ingenting är sparat.",
    "Answer the questions, each with its key (in brackets), in a file given with --answer. If "
    "anything in the file is wrong, correct it and send it anew. Nothing has been kept.",
)
_THANKS = Text("Tack! Ingenting är sparat än.", "Thank you! Nothing has been kept yet.")
_ROW = Text("rad {}", "row {}")
_COLUMN = Text("kolumn {}", "column {}")
_SHEET = Text("blad {}", "sheet {}")
_MORE = Text("… och {} till.", "… and {} more.")
_OR = Text("Svara {}.", "Answer {}.")
_BETWEEN = Text(" eller ", " or ")


def letter(outcome: Outcome, lang: Lang) -> str:
    """The report: what is right, what is wrong, what is asked, and what to do."""
    return "\n".join(_lines(outcome, lang))


def _lines(outcome: Outcome, lang: Lang) -> Iterator[str]:
    wanting = outcome.wrong or outcome.questions
    yield _GREETING.in_(lang)
    yield ""
    yield (_READ if wanting else _RIGHT).in_(lang).format(outcome.file, outcome.rows)
    untold = outcome.wrong - len(outcome.faults)
    parts = (
        (_CORRECT, _faults(sorted(outcome.faults, key=_where), lang), untold),
        (_ANSWER, [_question(one, lang) for one in sorted(outcome.questions, key=_where)], 0),
        (_KNOW, [one.in_(lang) for one in outcome.notices], 0),
    )
    for head, each, further in parts:
        if each:
            yield ""
            yield head.in_(lang)
            yield from (f"  - {one}" for one in each[:_MOST])
            if more := max(0, len(each) - _MOST) + further:
                yield "  " + _MORE.in_(lang).format(more)
    yield ""
    yield (_REPLY if outcome.questions else _SEND if wanting else _THANKS).in_(lang)


def _where(one: Fault | Question) -> tuple[str, int]:
    return one.sheet, one.row


def _faults(faults: Iterable[Fault], lang: Lang) -> list[str]:
    """A line for each sentence: rows of which the same is to be said stand in one."""
    rows: dict[tuple[str, str, str], list[int]] = {}
    for one in faults:
        rows.setdefault((one.sheet, one.column, one.message.in_(lang)), []).append(one.row)
    return [f"{_place(sheet, _spans(each), column, lang)}{message}"
            for (sheet, column, message), each in rows.items()]  # fmt: skip


def _spans(rows: Sequence[int]) -> str:
    """Rows in words: 2-22, 30; empty where none is meant."""
    each = sorted({row for row in rows if row})
    starts = [row for row in each if row - 1 not in each]
    ends = [row for row in each if row + 1 not in each]
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True))


def _question(question: Question, lang: Lang) -> str:
    ways = _BETWEEN.in_(lang).join(
        f"{w.word.in_(lang)} ({w.words.in_(lang)})" for w in question.readings
    )
    where = _place(question.sheet, _spans([question.row]), question.column, lang)
    return f"{where}{question.message.in_(lang)} {_OR.in_(lang).format(ways)} [{question.key}]"


def _place(sheet: str, row: str, column: str, lang: Lang) -> str:
    parts = ((_SHEET, sheet), (_ROW, row), (_COLUMN, column))
    said = ", ".join(words.in_(lang).format(one) for words, one in parts if one)
    return f"{said}: " if said else ""
