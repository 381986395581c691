"""The time axis: years as ticks, events as dotted lines, the period looked at as a band."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.frozen import frozen
from dashboard.reference.periods import month_at, ordinal


@frozen
class Mark:
    """An event on the time axis: the month it lies in and the words on the chart."""

    month: str
    words: str


# Words that begin in the last part of the axis would run out of the picture.
_TURNING_POINT = 0.93
_MOST_YEARS_NAMED = 6
# A letter of the words as a share of the axis, on the width that a wide screen gives it.
_LETTER = 5.6 / 480


def dated(period: str) -> str:
    """A period as a month; a year stands at its middle, so that both share one axis."""
    return period if len(period) == 7 else f"{period}-07"


def axis(periods: Sequence[str]) -> dict[str, Any]:
    """The axis over `periods`, months or years, with a year named at most every second year."""
    first, last = dated(periods[0]), dated(periods[-1])
    by_year = len(periods[0]) == 4
    pad = 3 if by_year else 0
    years = list(range(int(first[:4]), int(last[:4]) + 1))
    named = years[:: -2 if len(years) > _MOST_YEARS_NAMED + 1 else -1]
    return {
        "type": "date", "fixedrange": True, "showgrid": False,
        "range": [f"{month_at(ordinal(first) - pad)}-01", f"{month_at(ordinal(last) + pad)}-28"],
        "tickvals": [f"{year}-{'07' if by_year else '01'}" for year in named],
        "ticktext": [str(year) for year in named],
        "tickangle": 0, "ticks": "outside", "ticklen": 4,
        "tickcolor": theme.RULE, "linecolor": theme.RULE,
        "tickfont": {"size": 12},
    }  # fmt: skip


def event_lines(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """A dotted line for each event."""
    return [
        {
            "type": "line", "xref": "x", "yref": "paper", "x0": mark.month, "x1": mark.month,
            "y0": 0, "y1": 1, "line": {"color": theme.INK, "width": 1, "dash": "dot"},
        }
        for mark in marks
    ]  # fmt: skip


def event_words(marks: Sequence[Mark], periods: Sequence[str]) -> list[dict[str, Any]]:
    """The events' words above the plot, on two rows so that neighbours do not collide.

    Words that have no room on either row are left out: the line stands, and the list below the
    picture has every event.
    """
    first, last = ordinal(dated(periods[0])), ordinal(dated(periods[-1]))
    wide = max(1, last - first)
    taken: dict[int, list[tuple[float, float]]] = {0: [], 1: []}
    found = []
    for number, mark in enumerate(marks):
        at = (ordinal(mark.month) - first) / wide
        right = at > _TURNING_POINT
        long = len(mark.words) * _LETTER
        reach = (at - long, at) if right else (at, at + long)
        rows = (number % 2, 1 - number % 2)
        row = next((r for r in rows if all(not _meet(reach, span) for span in taken[r])), None)
        if row is None:
            continue
        taken[row].append(reach)
        found.append(
            theme.label(
                mark.words, mark.month, 1, xref="x", yref="paper", yanchor="bottom",
                xanchor="right" if right else "left", yshift=2 + 15 * row,
                font={"size": 11, "color": theme.INK},
            )
        )  # fmt: skip
    return found


def _meet(span: tuple[float, float], other: tuple[float, float]) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def looked_at(period: str, periods: Sequence[str]) -> dict[str, str]:
    """Where the period looked at lies, for a layout's `meta`; nothing where it is not shown.

    A script marks it with a light band. As a shape of the figure another period would have
    plotly draw all lines again.
    """
    return {"now": dated(period)} if period in periods else {}
