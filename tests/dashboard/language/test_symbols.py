"""Months and signs are those of Unicode's locales, as Babel has them."""

import pytest
from babel.dates import get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from dashboard.language.symbols import DECIMAL, GROUP, MONTHS, SHORT_MONTHS
from dashboard.language.text import Lang


@pytest.mark.parametrize(("lang", "locale"), [("sv", "sv_SE"), ("en", "en_GB")])
def test_they_are_those_of_the_locale(lang: Lang, locale: str) -> None:
    assert MONTHS[lang] == tuple(get_month_names("wide", locale=locale).values())
    short = get_month_names("abbreviated", locale=locale).values()
    assert SHORT_MONTHS[lang] == tuple(name.rstrip(".") for name in short)
    assert (GROUP[lang], DECIMAL[lang]) == (get_group_symbol(locale), get_decimal_symbol(locale))
