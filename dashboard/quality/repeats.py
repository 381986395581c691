"""A region that reports the same value year after year, or round digits too often."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import Finding
from dashboard.quality.published_years import Series
from dashboard.reference.regions import ALL_CODES, CODES, name_of

IN_A_ROW = 4
# Above this share of unchanged years a repeated value is the coarseness of the rounding.
_COARSE = 0.15
ROUND_SHARE, ROUND_LIMIT, FEWEST_DIGITS = 0.2, 0.001, 40

_SAME = Text(
    "{}: {} är {} alla år {}–{}. Räknas värdet om varje år?",
    "{}: {} is {} in every year {}–{}. Is the value computed anew each year?",
)
_ROUND = Text(
    "{}: {} av {} publicerade värden slutar på 0 eller 5; slumpen ger omkring {}. Avrundas "
    "uppgifterna innan de lämnas?",
    "{}: {} of {} published values end in 0 or 5; chance gives about {}. Are the figures rounded "
    "before they are delivered?",
)


def repeated(series: Series) -> Iterator[Finding]:
    """Regions with the same value four years in a row, where that is unusual in the series."""
    changes = np.diff(series.values[1:], axis=1)
    known = np.isfinite(changes)
    # A year that was copied for all is another question, and no measure of the rounding.
    still = np.array([(changes[:, c][known[:, c]] == 0).mean() if known[:, c].any() else 1.0
                      for c in range(changes.shape[1])])  # fmt: skip
    usual = still[still < 0.9]
    if not len(usual) or usual.mean() > _COARSE:
        return
    for code in CODES:
        yield from _runs(series, code)


def _runs(series: Series, code: str) -> Iterator[Finding]:
    row = series.values[ALL_CODES.index(code)].tolist()
    first = 0
    for column in range(1, len(row) + 1):
        if column < len(row) and row[column] == row[first]:
            continue
        if column - first >= IN_A_ROW and row[first] > 0:
            yield _same(series, code, first, column)
        first = column


def _same(series: Series, code: str, first: int, end: int) -> Finding:
    years, figure = series.years[first:end], float(series.values[ALL_CODES.index(code), first])
    about = phrases.measure(series.indicator, series.published.care)
    words = (name_of(code), about, phrases.value(figure, series.indicator), years[0], years[-1])
    return Finding(
        "repeated", series.indicator.key, series.published.care, "published", (code,), years,
        tuple((year, figure) for year in years), _SAME.format(*words),
    )  # fmt: skip


def round_digits(every: Sequence[Series]) -> Iterator[Finding]:
    """Regions whose published values end in 0 or 5 too often, over all series with a decimal."""
    fine = [repeat for repeat in every if repeat.indicator.decimals == 1 and _is_fine(repeat)]
    for code in CODES:
        last = [
            digit
            for repeat in fine
            for value in repeat.values[ALL_CODES.index(code)]
            if np.isfinite(value) and (digit := round(10 * float(value)) % 10) is not None
        ]
        rounded = sum(digit % 5 == 0 for digit in last)
        if len(last) >= FEWEST_DIGITS and tail(rounded, len(last)) < ROUND_LIMIT:
            words = (name_of(code), rounded, len(last), round(ROUND_SHARE * len(last)))
            first = fine[0]
            yield Finding(
                "digits", first.indicator.key, first.published.care, "published", (code,),
                first.years[-1:], (), _ROUND.format(*words),
            )  # fmt: skip


def _is_fine(series: Series) -> bool:
    """Whether values spread over so many steps that each last digit is as likely."""
    known = series.values[np.isfinite(series.values)]
    return len(known) > 0 and float(np.subtract(*np.quantile(known, (0.75, 0.25)))) > 2


def tail(count: int, total: int, share: float = ROUND_SHARE) -> float:
    """The probability of at least `count` of `total` at a share each: the binomial tail."""
    return sum(
        math.comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(count, total + 1)
    )
