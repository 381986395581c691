"""Lines over time as a table and in a sentence."""

from dashboard.figures.time_series import Line, TimeSeries
from dashboard.language.figure_table import Table, table
from dashboard.language.formatting import NONE, number, span
from dashboard.language.formatting import period as period_words
from dashboard.language.text import Lang, Text

_PERIOD = Text("Period", "Period")


def table_of(chart: TimeSeries, lang: Lang) -> Table:
    """A row per period, the latest first, with the values of each highlighted line.

    A range stands in brackets after the estimate that has one.
    """
    highlighted = [line for line in chart.lines if line.role != "background"]
    rows = (
        [period, *(_with_range(chart, line, i, lang) for line in highlighted)]
        for i, period in enumerate(chart.periods)
    )
    return table((_PERIOD, *(line.name for line in highlighted)), reversed([*rows]), lang)


def _with_range(chart: TimeSeries, line: Line, i: int, lang: Lang) -> str:
    ends = chart.bands[line.role][i] if line.role in chart.bands else None
    value = number(line.y[i], chart.decimals, lang)
    return f"{value} ({span(*ends, chart.decimals, lang)})" if ends else value


_AND = Text(" och ", " and ")


def _at(period: str, lang: Lang) -> str:
    """`i december 2025`, `år 2025`, `in 2025`: Swedish has no preposition before a year."""
    word = "in" if lang == "en" else "i" if len(period) == 7 else "år"
    return f"{word} {period_words(period, lang)}"


def in_words(chart: TimeSeries, lang: Lang) -> str:
    """The chart's highlighted lines in one sentence: first and last value of each."""
    parts = []
    for line in chart.lines:
        if line.role == "background":
            continue
        known = [(p, v) for p, v in zip(chart.periods, line.y, strict=True) if v is not None]
        if not known:
            parts.append(f"{line.name}: {NONE}")
            continue
        ends = (
            f"{number(value, chart.decimals, lang)} {_at(period, lang)}"
            for period, value in (known[0], known[-1])
        )
        parts.append(f"{line.name} {_AND.in_(lang).join(ends)}")
    return ". ".join(parts) + "."
