"""What is wrong with a cell: where it stands, which rule it breaks, and what to do about it."""

from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text, quoted

MOST_SHOWN = 1000

# Of a number that several cells share nobody knows whose it is.
MERGED = Text(
    "Siffran står i en sammanslagen cell över flera rader eller kolumner. Dela cellen och skriv "
    "värdet för var och en.",
    "The figure stands in a merged cell over several rows or columns. Split the cell and write "
    "the value of each.",
)

Json = dict[str, str | int | None]


@frozen
class Fault:
    """A fault in a file; `row` as a spreadsheet counts it, 0 where the whole file is meant.

    `sheet` is empty for CSV, `column` the heading over the cell, `place` its number from 1 (0
    where no cell is meant). `rule` is a key that stays the same, `message` the sentence.
    """

    sheet: str
    row: int
    column: str
    value: str
    rule: str
    message: Text
    place: int = 0

    @property
    def words(self) -> Text:
        """`rad 3, kolumn vårdplatser: …`."""
        where = Text("rad {}, kolumn {}: {}", "row {}, column {}: {}")
        return where.format(self.row, self.column, self.message)

    def as_json(self, lang: Lang) -> Json:
        """The fault as the command prints it, its message in a language."""
        return {
            "sheet": self.sheet or None,
            "row": self.row or None,
            "column": self.column or None,
            "value": self.value,
            "rule": self.rule,
            "message": self.message.in_(lang),
        }


class Unreadable(ValueError):  # noqa: N818 - it says what is wrong
    """A file of which not even the rows can be read; `fault` says why and what to do."""

    def __init__(self, rule: str, message: Text, value: str = "", *, sheet: str = "") -> None:
        super().__init__(message.en)
        self.fault = Fault(sheet, 0, "", value, rule, message)

    @property
    def words(self) -> Text:
        """The sentence alone."""
        return self.fault.message


class Wrong(ValueError):  # noqa: N818 - it says what is wrong
    """A cell that cannot be used: its rule and its sentence, without the place."""

    def __init__(self, rule: str, message: Text) -> None:
        super().__init__(message.en)
        self.rule, self.message = rule, message


def shown(cell: str) -> Text:
    """A cell as it is quoted in a problem: short, and on one line."""
    flat = " ".join(cell.split())
    return quoted(f"{flat[:40]}{'…' if len(flat) > 40 else ''}")
