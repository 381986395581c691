"""Answers to the questions of a file: read from JSON, CSV or a workbook, and applied."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.frozen import frozen
from dashboard.imports.collected import Collected
from dashboard.imports.questions import AS_WRITTEN, LEFT_OUT, Question, Reading
from dashboard.language.text import Text
from dashboard.spreadsheets.cells import folded, words
from dashboard.spreadsheets.faults import Unreadable
from dashboard.spreadsheets.grids import grid

_HEADS = {
    "key": "key", "nyckel": "key", "fraga-id": "key", "question": "key", "fraga": "key",
    "answer": "answer", "svar": "answer",
    "by": "by", "av": "by", "vem": "by",
    "reason": "reason", "skal": "reason", "varfor": "reason",
}  # fmt: skip
_NO_ANSWERS = Text(
    "Svarsfilen har inga svar: JSON med frågornas nycklar, eller en tabell med kolumnerna key och "
    "answer (Nyckel och Svar).",
    "The file has no answers: JSON with the keys of the questions, or a table with the columns "
    "key and answer.",
)


@frozen
class Answer:
    """What somebody answered, who, and why."""

    answer: str
    by: str = ""
    reason: str = ""


@frozen
class Settled:
    """What answers did to questions: those still open, what the record says of the others.

    `refused` are keys whose answer was no and which are of the whole file.
    """

    open: tuple[Question, ...]
    record: tuple[dict[str, str], ...]
    refused: tuple[str, ...]


def answers_in(path: Path) -> Mapping[str, Answer]:
    """The answers of a file by the keys of their questions.

    JSON is `{key: answer}`, `{key: {"answer", "by", "reason"}}` or a list of objects with `key`;
    a table has columns key, answer, and where they are there by and reason.

    Raises:
        Unreadable: it is neither, or holds no answers.
        OSError: it cannot be opened.
    """
    content = path.read_bytes()
    found = dict(_from_json(content) if content.lstrip()[:1] in (b"{", b"[") else _from_table(path))
    if not found:
        raise Unreadable("answers", _NO_ANSWERS)
    return found


def _from_json(content: bytes) -> Iterator[tuple[str, Answer]]:
    try:
        told = json.loads(content)
    except ValueError as error:
        raise Unreadable("answers", _NO_ANSWERS) from error
    if isinstance(told, dict) and isinstance(told.get("answers"), (list, dict)):
        told = told["answers"]
    pairs = told.items() if isinstance(told, dict) else ((_key(one), one) for one in told)
    for key, one in pairs:
        if key:
            yield str(key), _answer(one)


def _key(answer: Any) -> str:
    return str(answer.get("key", "")) if isinstance(answer, dict) else ""


def _answer(answer: Any) -> Answer:
    if isinstance(answer, dict):
        return Answer(*(str(answer.get(part) or "") for part in ("answer", "by", "reason")))
    if isinstance(answer, bool):
        return Answer(AS_WRITTEN if answer else LEFT_OUT)
    return Answer(f"{answer:.10g}" if isinstance(answer, float) else str(answer))


def _from_table(path: Path) -> Iterator[tuple[str, Answer]]:
    read = grid(path, _HEADS.__contains__)
    heads = [_HEADS.get(folded(head)) for head in read.heads]
    places = {
        name: heads.index(name) for name in ("key", "answer", "by", "reason") if name in heads
    }
    if not {"key", "answer"} <= places.keys():
        raise Unreadable("answers", _NO_ANSWERS)
    for _, cells in read.filled:
        told = {name: words(cells[at]) for name, at in places.items() if at < len(cells)}
        if told.get("key") and told.get("answer"):
            yield told["key"], Answer(told["answer"], told.get("by", ""), told.get("reason", ""))


def settled(
    questions: Sequence[Question], answers: Mapping[str, Answer], collected: Collected
) -> Settled:
    """Apply answers: a figure takes the reading that was chosen, or is left out."""
    still, record, refused = [], [], []
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for one in questions:
        given = answers.get(one.key)
        reading = one.reading(given.answer) if given else None
        if given is None or reading is None:
            still.append(one)
            continue
        if one.stops and reading.key == LEFT_OUT:
            refused.append(one.key)
        _apply(one, reading, collected)
        record.append(
            {
                "key": one.key,
                "question": one.message.en,
                "answer": reading.key,
                "meaning": reading.words.en,
                "by": given.by,
                "reason": given.reason,
                "when": now,
            }
        )
    return Settled(tuple(still), tuple(record), tuple(refused))


def _apply(question: Question, reading: Reading, collected: Collected) -> None:
    if question.stops:
        return
    for place in question.places:
        if reading.factor is not None:
            collected.values[place] *= reading.factor
        elif reading.value is None:
            collected.values[place] = float("nan")
        elif reading.key != AS_WRITTEN:
            collected.put(place, reading.value)
