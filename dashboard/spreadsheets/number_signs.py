"""What separates thousands and decimals in a column, decided from all of its cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.language.text import Text, quoted
from dashboard.spreadsheets.cells import Cell, number, words
from dashboard.spreadsheets.faults import Wrong

# One sign with three digits after it: 4.021 is four, or four thousand.
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}%?", re.ASCII)
_ONE_SIGN = re.compile(r"[+-]?(\d*)([.,])(\d+)%?", re.ASCII)
_GROUPS = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})+%?", re.ASCII)
_BOTH = re.compile(r"[+-]?[\d., ]*([.,])\d{3}(?:\1\d{3})*([.,])\d+%?", re.ASCII)
_OTHER = {",": ".", ".": ","}

AMBIGUOUS = Text(
    "{} kan läsas som {} och som {}. Skriv talet utan punkt och komma, eller med decimaler på ett "
    "sätt i hela kolumnen.",
    "{} can be read as {} and as {}. Write the number without point and comma, or with decimals "
    "in one way in the whole column.",
)


@dataclass(slots=True)
class Signs:
    """Which signs were seen to part decimals, and which thousands."""

    decimals: set[str] = field(default_factory=set)
    thousands: set[str] = field(default_factory=set)

    def see(self, cell: Cell) -> None:
        """Learn from a cell; numbers of a workbook say nothing, they have no signs."""
        if not isinstance(cell, str) or not ("," in cell or "." in cell):
            return
        text = words(cell).replace(" ", "")
        if match := _GROUPS.fullmatch(text):
            self.thousands.add(match[1])
        elif (match := _BOTH.fullmatch(text)) and match[1] != match[2]:
            self.thousands.add(match[1])
            self.decimals.add(match[2])
        elif (match := _ONE_SIGN.fullmatch(text)) and not _EITHER.fullmatch(text):
            self.decimals.add(match[2])

    def decides(self, sign: str) -> str:
        """What a sign parts: `decimals`, `thousands`, or empty where it cannot be told."""
        as_decimal = sign in self.decimals
        as_thousands = sign in self.thousands or _OTHER[sign] in self.decimals
        if as_decimal == as_thousands:
            return ""
        return "decimals" if as_decimal else "thousands"


def either_sign(cell: Cell) -> str:
    """The sign of a cell that can be read in two ways, or empty."""
    match = _EITHER.fullmatch(words(cell).replace(" ", "")) if isinstance(cell, str) else None
    return match[1] if match else ""


def as_thousands(cell: Cell) -> float:
    """A cell that can be read in two ways, its sign taken to part thousands."""
    return number(words(cell).replace(",", "").replace(".", ""))


def signs_of(cells: Iterable[Cell]) -> Signs:
    """What the cells of a column tell together."""
    found = Signs()
    for cell in cells:
        found.see(cell)
    return found


def number_in(cell: Cell, column: Signs, file: Signs | None = None) -> float:
    """The number in a cell, read as its column says, else as the file does.

    Raises:
        Wrong: it is no number, or can be read in two ways.
    """
    sign = either_sign(cell)
    if not sign:
        return number(cell)
    said = column.decides(sign) or (file.decides(sign) if file else "")
    if said == "thousands":
        return as_thousands(cell)
    if said == "decimals":
        return number(cell)
    raise ambiguous(cell)


def ambiguous(cell: Cell) -> Wrong:
    """Why a cell cannot be read: both its readings."""
    readings = number(cell), as_thousands(cell)
    sv, en = ([f"{one:.10g}".replace(".", mark) for one in readings] for mark in (",", "."))
    shown = quoted(words(cell)[:40])
    text = Text(AMBIGUOUS.sv.format(shown.sv, *sv), AMBIGUOUS.en.format(shown.en, *en))
    return Wrong("two_readings", text)
