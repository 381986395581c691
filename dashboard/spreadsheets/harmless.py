"""Words of strangers in a cell of a spreadsheet or on a terminal, where some words are orders."""

import re

# A spreadsheet takes a cell that begins like this for a formula and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Control characters move the cursor, change colours and titles; the last ones turn text around.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def cell(words: str) -> str:
    """The words for a cell: what would be a formula is set off as text; numbers stay as they are.

    White space before the sign changes nothing, as spreadsheets take it away.
    """
    begins = words.lstrip(" \n\xa0\ufeff")
    return f"'{words}" if begins.startswith(FORMULA) and not _is_number(words) else words


def line(words: str) -> str:
    """The words for a terminal, without what it would obey; the tab and the line break stay."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words)


def escaped(text: str) -> str:
    """JSON whose strings say the same, and hold nothing that a terminal would obey."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _is_number(words: str) -> bool:
    return re.fullmatch(r"[+-]?\d+([.,]\d+)?(e[+-]?\d+)?", words, re.ASCII) is not None
