"""The figures of a question in words of both languages."""

from collections.abc import Sequence

from dashboard.indicators.registry import CARE_NAMES, Care, Indicator
from dashboard.language.formatting import number, period
from dashboard.language.text import LANGS, Lang, Text
from dashboard.reference.regions import SWEDEN, name_of


def measure(indicator: Indicator, care: Care) -> Text:
    """`Överbeläggningar, somatisk vård`; the care only where the indicator has several."""
    if indicator.fixed_care or len({series.care for series in indicator.published}) < 2:
        return indicator.name
    return Text("{}, {}", "{}, {}").format(indicator.name, CARE_NAMES[care])


def value(figure: float, indicator: Indicator) -> Text:
    """A number with the indicator's decimals."""
    return Text(*(number(figure, indicator.decimals, lang) for lang in LANGS))


def percent(change: float) -> Text:
    """A change in per cent with its sign, whole."""
    return Text(*(number(change, 0, lang, signed=True) for lang in LANGS))


def when(moment: str) -> Text:
    """A month or a year."""
    return Text(period(moment, "sv"), period(moment, "en"))


def listed(codes: Sequence[str]) -> Text:
    """The names of regions, `A, B och C`."""
    return Text(_joined(codes, "sv"), _joined(codes, "en"))


def _joined(codes: Sequence[str], lang: Lang) -> str:
    *first, last = [_inside(code, lang) for code in codes]
    word = " och " if lang == "sv" else " and "
    return f"{', '.join(first)}{word}{last}" if first else last


def _inside(code: str, lang: Lang) -> str:
    name = name_of(code).in_(lang)
    return name.lower() if code == SWEDEN and lang == "sv" else name
