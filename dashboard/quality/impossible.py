"""Published values that cannot be right by what they are: shares above 100, values below 0."""

from collections.abc import Iterator

import numpy as np

from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import Finding
from dashboard.quality.published_years import Series
from dashboard.reference.regions import ALL_CODES, name_of

MOST_PERCENT = 100

_QUESTION = Text(
    "{}: {} är {} år {}, vilket inte kan stämma. Vilket är det rätta värdet?",
    "{}: {} is {} in {}, which cannot be right. What is the right value?",
)


def wrong(series: Series) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Region (22) x year, true where the value cannot be right."""
    below = series.values < 0
    return below | (series.values > MOST_PERCENT) if series.share else below


def impossible(series: Series) -> Iterator[Finding]:
    """Each value that cannot be right, as a question to the region."""
    for row, column in np.argwhere(wrong(series)).tolist():
        figure, code, year = float(series.values[row, column]), ALL_CODES[row], series.years[column]
        about = phrases.measure(series.indicator, series.published.care)
        words = (name_of(code), about, phrases.value(figure, series.indicator), year)
        yield Finding(
            "impossible", series.indicator.key, series.published.care, "published", (code,),
            (year,), ((year, figure),), _QUESTION.format(*words),
        )  # fmt: skip
