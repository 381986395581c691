"""Numbers and dates as people write them, with Babel's symbols for each language."""

from functools import cache

from babel.dates import get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from dashboard.language.text import Lang

NONE = "–"
MINUS = "\N{MINUS SIGN}"
_TO = {"sv": " till ", "en": " to "}
_LOCALES = {"sv": "sv_SE", "en": "en_GB"}


@cache
def _separators(lang: Lang) -> dict[int, str]:
    locale = _LOCALES[lang]
    return str.maketrans(
        {",": get_group_symbol(locale), ".": get_decimal_symbol(locale), "-": MINUS}
    )


def number(value: float | None, decimals: int, lang: Lang, *, signed: bool = False) -> str:
    """`2 360`, `5,9` or `−0,4`; a dash for nothing, and never `−0`."""
    if value is None or value != value:
        return NONE
    text = f"{value:{'+' if signed else ''},.{decimals}f}"
    if text[0] in "+-" and not text.strip("+-0.,"):
        text = text[1:]
    return text.translate(_separators(lang))


def span(low: float | None, high: float | None, decimals: int, lang: Lang) -> str:
    """`3,9–4,9`, and `−0,3 till 1,2` where an end is below 0; empty where one is missing."""
    if low is None or high is None:
        return ""
    ends = [number(end, decimals, lang) for end in (low, high)]
    plain = "–" if not any(end.startswith(MINUS) for end in ends) else _TO[lang]
    return plain.join(ends)


def share(count: int, total: int, lang: Lang) -> str:
    """`20 av 21`, `20 of 21`."""
    return f"{count} {'av' if lang == 'sv' else 'of'} {total}"


@cache
def period(value: str, lang: Lang, *, short: bool = False) -> str:
    """`december 2025` (`dec 2025` when short) for a month, `2025` for a year."""
    if len(value) == 4:
        return value
    names = get_month_names("abbreviated" if short else "wide", locale=_LOCALES[lang])
    name = names[int(value[5:7])]
    return f"{name.rstrip('.')} {value[:4]}"


@cache
def date(value: str, lang: Lang) -> str:
    """`31 maj 2023` for `2023-05-31`."""
    return f"{int(value[8:10])} {period(value[:7], lang)}"


def capitalised(text: str) -> str:
    """The first letter large, the rest as it stands."""
    return text[:1].upper() + text[1:]
