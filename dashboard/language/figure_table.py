"""The table behind a figure that is more than its points: it travels along with it."""

from collections.abc import Iterable, Sequence

from dashboard.language.text import Lang, Text

Table = dict[str, list[str] | list[list[str]]]


def table(heads: Iterable[Text | str], rows: Iterable[Sequence[str]], lang: Lang) -> Table:
    """Heads and rows in words, as the page's script reads them; the first cell names a row."""
    said = [head.in_(lang) if isinstance(head, Text) else head for head in heads]
    return {"heads": said, "rows": [list(row) for row in rows]}
