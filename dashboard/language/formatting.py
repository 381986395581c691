"""Numbers and dates as people write them, with the symbols of each language."""

from functools import cache, lru_cache

from dashboard.language.symbols import DECIMAL, GROUP, MONTHS, SHORT_MONTHS
from dashboard.language.text import Lang

NONE = "–"
MINUS = "\N{MINUS SIGN}"
_TO = {"sv": " till ", "en": " to "}


@cache
def _separators(lang: Lang) -> dict[int, str]:
    return str.maketrans({",": GROUP[lang], ".": DECIMAL[lang], "-": MINUS})


def number(value: float | None, decimals: int, lang: Lang, *, signed: bool = False) -> str:
    """`2 360`, `5,9` or `−0,4`; a dash for nothing, and never `−0`."""
    if value is None or value != value:
        return NONE
    return _number(value, decimals, lang, signed)


# What a touch leaves of a table is said again; two tables of all regions have as many.
@lru_cache(maxsize=1024)
def _number(value: float, decimals: int, lang: Lang, signed: bool) -> str:
    text = f"{value:{'+' if signed else ''},.{decimals}f}"
    if text[0] in "+-" and not text.strip("+-0.,"):
        text = text[1:]
    return text.translate(_separators(lang))


def span(low: float | None, high: float | None, decimals: int, lang: Lang) -> str:
    """`3,9–4,9`, and `−0,3 till 1,2` where an end is below 0; empty where one is missing."""
    if low is None or high is None:
        return ""
    first, last = number(low, decimals, lang), number(high, decimals, lang)
    is_below = first[0] == MINUS or last[0] == MINUS
    return f"{first}{_TO[lang] if is_below else '–'}{last}"


def share(count: int, total: int, lang: Lang) -> str:
    """`20 av 21`, `20 of 21`."""
    return f"{count} {'av' if lang == 'sv' else 'of'} {total}"


@cache
def period(value: str, lang: Lang, *, short: bool = False) -> str:
    """`december 2025` (`dec 2025` when short) for a month, `2025` for a year."""
    if len(value) == 4:
        return value
    names = (SHORT_MONTHS if short else MONTHS)[lang]
    return f"{names[int(value[5:7]) - 1]} {value[:4]}"


@cache
def date(value: str, lang: Lang) -> str:
    """`31 maj 2023` for `2023-05-31`."""
    return f"{int(value[8:10])} {period(value[:7], lang)}"


def capitalised(text: str) -> str:
    """The first letter large, the rest as it stands."""
    return text[:1].upper() + text[1:]
