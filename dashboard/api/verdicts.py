"""What the words of a verdict mean, for the description of the rows: as they are declared."""

from typing import Final

from dashboard.exports.headings import HEADINGS, WORDS
from dashboard.language.text import Text
from dashboard.statistics.verdict_words import VERDICTS

# The columns whose cells are a verdict.
COLUMNS: Final = ("point_type", "signal", "verdict")


def described() -> Text:
    """Each column of verdicts with its keys in words, and what each word on a month means."""
    columns = [
        Text("`{}` ({}): {}.", "`{}` ({}): {}.").format(
            column, HEADINGS[column], _listed(WORDS[column])
        )
        for column in COLUMNS
    ]
    words = {key: one.meaning for key, one in VERDICTS.items()}
    meanings = Text("Orden om en månad. {}", "The words on a month. {}").format(_listed(words))
    return Text(*(" ".join(texts) for texts in zip(*columns, meanings, strict=True)))


def _listed(words: dict[str, Text]) -> Text:
    parts = [Text("{}: {}", "{}: {}").format(key, text) for key, text in words.items()]
    both = zip(*parts, strict=True)
    return Text(*("; ".join(one.rstrip(".") for one in texts) for texts in both))
