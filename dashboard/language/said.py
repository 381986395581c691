"""A cell of a row that is a key or English words for programs, and is read in either language."""

from collections.abc import Iterable

from dashboard.language.text import LANGS, Text


class Said(str):
    """`key`, or the English words of `text` where there is none, with the phrase beside it.

    Programs, files for machines and comparisons see a plain string; what people read has `text`.
    """

    text: Text

    def __new__(cls, text: Text, key: str = "") -> "Said":
        """The string; with its phrase it survives being stored and read again."""
        one = super().__new__(cls, key or text.en)
        one.text = text
        return one

    def __getnewargs__(self) -> tuple[Text, str]:  # type: ignore[override]
        return self.text, str(self)


def joined(each: Iterable[Text], between: str) -> Said | None:
    """Phrases one after another, or None where there are none."""
    held = tuple(each)
    words = Text(*(between.join(one.in_(lang) for one in held) for lang in LANGS))
    return Said(words) if held else None
