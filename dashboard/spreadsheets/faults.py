"""What is wrong with a file somebody gives us, by row and column, in both languages."""

from dataclasses import dataclass

from dashboard.language.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a cell: the row as a spreadsheet counts it, the column's own head, the problem."""

    row: int
    column: str
    problem: Text

    @property
    def words(self) -> Text:
        """`rad 3, kolumn vårdplatser: …`."""
        return Text("rad {}, kolumn {}: {}", "row {}, column {}: {}").format(
            self.row, self.column, self.problem
        )


class Unreadable(ValueError):  # noqa: N818 - it is no error of ours but an answer.
    """A file that cannot be read at all; `words` say why and what to do."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.en)
        self.words = words


def shown(cell: str) -> str:
    """A cell as it is quoted in a problem: short, and on one line."""
    flat = " ".join(cell.split())
    return f"”{flat[:40]}{'…' if len(flat) > 40 else ''}”"
