"""The table behind a picture: what it shows, in words and numbers."""

from collections.abc import Iterable, Sequence

from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text


@frozen
class Table:
    """Heads and rows in words; the first cell names its row."""

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def table(heads: Iterable[Text | str], rows: Iterable[Sequence[str]], lang: Lang) -> Table:
    """A table with its heads in a language."""
    words = (head.in_(lang) if isinstance(head, Text) else head for head in heads)
    return Table(tuple(words), tuple(map(tuple, rows)))
