"""What must be answered before a file is kept: the cell, both readings, and what to do."""

from collections.abc import Sequence
from typing import Any

from dashboard.frozen import frozen
from dashboard.imports.collected import Place
from dashboard.language.text import Lang, Text

AS_WRITTEN, LEFT_OUT = "yes", "no"


@frozen
class Reading:
    """A way to read a cell: the key that answers with it, in words, and the figure it gives.

    `value` is in the unit of the column; None leaves the figure out, or keeps what is asked of.
    `factor` multiplies every figure that is asked about instead.
    """

    key: str
    words: Text
    value: float | None = None
    factor: float | None = None

    @property
    def word(self) -> Text:
        """What to answer with, in both languages."""
        return _WORDS.get(self.key, Text(self.key, self.key))


@frozen
class Question:
    """A doubt about a cell, a row or the whole file that only its maker can settle.

    `key` stays the same for the same file. `places` are the figures it is about: those that are
    changed by an answer. Where `stops` is true an answer of no leaves the whole file unkept.
    """

    key: str
    rule: str
    sheet: str
    row: int
    column: str
    value: str
    message: Text
    readings: tuple[Reading, ...]
    places: tuple[Place, ...] = ()
    stops: bool = False

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The question as the command prints it."""
        return {
            "key": self.key,
            "rule": self.rule,
            "sheet": self.sheet or None,
            "row": self.row or None,
            "column": self.column or None,
            "value": self.value,
            "message": self.message.in_(lang),
            "readings": [
                {"answer": one.key, "meaning": one.words.in_(lang), "value": one.value}
                for one in self.readings
            ],
        }

    def reading(self, answer: str) -> Reading | None:
        """The reading that an answer chooses: by its key, its number, or yes and no."""
        plain = answer.strip().casefold()
        for one in self.readings:
            if plain in (one.key, *_ALSO.get(one.key, ())):
                return one
            if one.value is not None and plain in _spellings(one.value):
                return one
        return None


_WORDS = {
    AS_WRITTEN: Text("ja", "yes"), LEFT_OUT: Text("nej", "no"),
    "zero": Text("noll", "zero"), "missing": Text("saknas", "missing"),
}  # fmt: skip
_ALSO = {"zero": ("noll", "0"), "missing": ("saknas", "saknad"),
         AS_WRITTEN: ("ja", "y", "j", "stämmer", "true", "1."),
         LEFT_OUT: ("nej", "n", "utelämna", "leave out", "false")}  # fmt: skip


def _spellings(value: float) -> Sequence[str]:
    text = f"{value:.10g}"
    return text, text.replace(".", ",")


def yes(words: Text, value: float | None = None) -> Reading:
    """The figure stands as it is written."""
    return Reading(AS_WRITTEN, words, value)


def no(words: Text) -> Reading:
    """The figure, or the file, is left out."""
    return Reading(LEFT_OUT, words)
