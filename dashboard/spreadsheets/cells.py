"""What stands in a cell: a number, a mark that nothing was reported, or something unusable."""

import math
import re
import unicodedata

from dashboard.language.text import Text, quoted
from dashboard.spreadsheets.faults import Wrong

Cell = str | float | None

# What sources write where nothing was reported (docs/methods.md 10.4, SKR and vantetider.se).
_MISSING = {
    "", "-", "–", "—", "−", ".", "..", "...", "…", "ej deltagit", "ej rapporterat",
    "ej rapporterad", "uppgift saknas", "saknas", "n/a", "na", "null", "missing", "not reported",
}  # fmt: skip
DASHES = ("-", "–", "—", "−")
# A space is a thousands sign only where three digits follow it.
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2007\u2009\u202f'’](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(\1\d{3})+")
_SHEET_ERROR = re.compile(r"#(?:N/A|[A-ZÅÄÖ]+(?:/0)?[!?]|#+)", re.I)

_WITHHELD = re.compile(r"[<≤>≥]=?\s*\d+|x|:|\*+|färre än \d+|fewer than \d+|\d+\s*[-–]\s*\d+", re.I)
_NOTED = re.compile(r"(\d[\d  .,]*?)\s*(?:\*+|[¹²³⁰⁴-⁹ᵃᵇ]+|[a-e]|\s\d\)|[a-e1-9]?\)|†|‡|\[\w\])")
_APPROXIMATE = re.compile(r"(?:~|≈|ca\.?|cirka|c:a|about)\s*\d[\d .,]*", re.I)
_BRACKETED = re.compile(r"\(\s*\d[\d .,]*\s*\)")

_NOT_FINITE = Text(
    "{} är inget ändligt tal. Skriv talet, eller lämna cellen tom om uppgiften saknas.",
    "{} is not a finite number. Write the number, or leave the cell empty if there is none.",
)
_NOT_A_NUMBER = Text(
    "{} är inget tal. Skriv till exempel 1234 eller 5,9, eller lämna cellen tom.",
    "{} is not a number. Write for example 1234 or 5.9, or leave the cell empty.",
)
_HIDDEN = Text(
    "{} är ett tal som inte lämnas ut. Skriv det exakta talet, eller lämna cellen tom.",
    "{} is a number withheld. Write the exact number, or leave the cell empty.",
)
_FOOTNOTE = Text(
    "{} har en fotnot. Skriv bara talet, {}, och noten i en kolumn Kommentar.",
    "{} has a footnote. Write the number alone, {}, and the note in a column Comment.",
)
_ABOUT = Text(
    "{} är ungefärligt. Skriv talet som det rapporterades.",
    "{} is approximate. Write the number as it was reported.",
)
_BRACKETS = Text(
    "{} står inom parentes, som kan betyda minus eller osäkert. Skriv talet utan parentes.",
    "{} stands in brackets, which can mean minus or uncertain. Write the number without them.",
)
_FORMULA = Text(
    "{} är en formel. Klistra in värdet i stället.", "{} is a formula. Paste its value instead."
)
_ERROR_CELL = Text(
    "{} är ett fel i kalkylbladet. Rätta cellen och klistra in värdet.",
    "{} is an error of the spreadsheet. Correct the cell and paste its value.",
)


# As the reader of workbooks gives them: `~~591~~` is struck through, `[[591]]` cannot be seen.
_STYLED = {
    "~~": ("struck", Text(
        "{} är överstruket. Gäller talet: ta bort överstrykningen. Gäller det inte: töm cellen.",
        "{} is struck through. If the number holds, remove the line. If not, empty the cell.",
    )),
    "[[": ("unseen", Text(
        "{} är skrivet så att det inte syns (vitt på vitt, eller dolt av cellens format). Gäller "
        "talet: gör det synligt. Gäller det inte: töm cellen.",
        "{} is written so that it cannot be seen (white on white, or hidden by the cell's format). "
        "If the number holds, make it visible. If not, empty the cell.",
    )),
}  # fmt: skip


def words(cell: Cell) -> str:
    """A cell as trimmed text, whole numbers without decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    plain = unicodedata.normalize("NFC", cell).replace("\u00a0", " ")
    # What has no width is nothing a person can see or correct.
    return "".join(one for one in plain if unicodedata.category(one) != "Cf").strip()


def folded(cell: Cell) -> str:
    """A cell for comparison: lower case, single spaces, without accents and rings."""
    plain = unicodedata.normalize("NFKD", words(cell).casefold())
    kept = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(kept.replace("_", " ").split())


def is_missing(cell: Cell) -> bool:
    """Whether the cell says that nothing was reported."""
    return cell is None or (isinstance(cell, str) and words(cell).casefold() in _MISSING)


def number(cell: Cell) -> float:
    """The number in a cell, with decimal comma or point and spaces between thousands.

    A comma alone is a decimal comma, a point alone a decimal point; of two different signs the
    last one is the decimal sign, and a sign that comes again separates thousands. A sign of per
    cent may follow: the number is that of per cent.

    Raises:
        Wrong: it is no number, or not a finite one.
    """
    if isinstance(cell, float):
        return _finite(cell, words(cell))
    shown = words(cell)
    if shown.endswith("%"):
        return number(shown[:-1].rstrip() or "%-")
    check_computed(cell)
    plain = _pointed(_SPACES.sub("", shown.replace("\u2212", "-")))
    if plain.casefold().lstrip("+-") in ("nan", "inf", "infinity"):
        raise Wrong("finite", _NOT_FINITE.format(shown[:40]))
    if not _NUMBER.fullmatch(plain):
        _name_mark(shown[:40])
        raise Wrong("number", _NOT_A_NUMBER.format(quoted(shown[:40])))
    return _finite(float(plain), shown)


def check_computed(cell: Cell) -> None:
    """A cell holds what it says: no error of a spreadsheet, and no formula without its value.

    Raises:
        Wrong: it does not.
    """
    shown = words(cell)
    if _SHEET_ERROR.fullmatch(shown):
        raise Wrong("error_cell", _ERROR_CELL.format(shown[:40]))
    if shown.startswith("="):
        raise Wrong("formula", _FORMULA.format(shown[:40]))


def _name_mark(shown: str) -> None:
    """Tell a withheld number, one with a footnote, and an approximate one from what is none."""
    said = quoted(shown)
    for mark, (rule, message) in _STYLED.items():
        if shown.startswith(mark):
            raise Wrong(rule, message.format(shown.strip("~[]")))
    if _WITHHELD.fullmatch(shown):
        raise Wrong("suppressed", _HIDDEN.format(said))
    if match := _NOTED.fullmatch(shown):
        raise Wrong("footnote", _FOOTNOTE.format(said, match[1].strip()))
    if _APPROXIMATE.fullmatch(shown):
        raise Wrong("approximate", _ABOUT.format(said))
    if _BRACKETED.fullmatch(shown):
        raise Wrong("brackets", _BRACKETS.format(said))


def _finite(value: float, shown: str) -> float:
    if not math.isfinite(value):
        raise Wrong("finite", _NOT_FINITE.format(shown[:40]))
    return value


def _pointed(text: str) -> str:
    """A number with a decimal point and nothing between its thousands."""
    body = text.lstrip("+-")
    if _GROUPED.fullmatch(body):
        return text.replace(".", "").replace(",", "")
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        thousands, decimal = (",", ".") if point > comma else (".", ",")
        return text.replace(thousands, "").replace(decimal, ".")
    return text.replace(",", ".")
