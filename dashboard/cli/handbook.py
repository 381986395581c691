"""`vardplats indicators` and `vardplats describe`: what the declarations say."""

from typing import Any, get_args

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.indicators import handbook
from dashboard.indicators.registry import INDICATORS, Care, Data, Indicator, indicator
from dashboard.language.text import Lang


def print_indicators(fmt: Format) -> None:
    """Print the indicators in the order they are shown on the site."""
    printing.print_rows([_row(one) for one in INDICATORS], fmt)


def print_description(key: str, lang: Lang, fmt: Format) -> None:
    """Print the headings and texts of an indicator's description.

    Raises:
        Refused: there is no such indicator, and the nearest keys are named; or no release.
    """
    try:
        one = indicator(key)
    except ValueError as error:
        raise Refused(f"There is {error}. List them all with: vardplats indicators") from error
    sources = given.dataset(given.settings()).reference.sources
    described = handbook.describe(one, lang, sources)
    entries = [{"heading": head, "text": text} for head, text in described]
    if fmt == "table":
        lines = [list(entry.values()) for entry in entries]
        printing.print_table(["", one.name.in_(lang)], lines)
    else:
        printing.print_rows(entries, fmt)


def _row(indicator: Indicator) -> dict[str, Any]:
    found = {care for data in get_args(Data) for care in indicator.cares(data)}
    return {
        "key": indicator.key,
        "name_sv": indicator.name.sv,
        "name_en": indicator.name.en,
        "unit": indicator.unit.long.en,
        "decimals": indicator.decimals,
        "direction": indicator.good.name.lower(),
        "cares": [care for care in get_args(Care) if care in found],
        "sources": [series.source for series in indicator.published],
    }
