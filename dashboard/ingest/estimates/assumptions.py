"""What is assumed about the months, each with the span it may lie in (docs/methods.md 9.6)."""

from typing import Final

from dashboard.frozen import frozen

# Half of the last decimal that is published: a rate, and beds per 1 000 inhabitants.
ROUNDING: Final = 0.05
# The variance of an error that may lie anywhere within one of these limits is limit^2 / 3.
UNIFORM: Final = 3**-0.5

WARD_BEDS: Final = 22.0
ACUTE_SHARE: Final = 0.82
ACUTE_EXTRA: Final = 0.02
ACUTE_MONTHS: Final = ("01", "02", "07")
PLANNED_OCCUPANCY: Final = 0.95
SOMATIC_SHARE: Final = 0.7745
PERSISTENCE: Final = 0.6


@frozen
class Span:
    """The limits of an assumption; every value between them is as likely."""

    low: float
    high: float


WARD_BEDS_SPAN: Final = Span(12, 60)
VARIANCE_SPAN: Final = Span(1, 2)
ACUTE_SHARE_SPAN: Final = Span(0.74, 0.90)
PLANNED_OCCUPANCY_SPAN: Final = Span(0.89, 1.01)
SOMATIC_SHARE_HALF: Final = 0.03
# The 80 % range lies between these quantiles.
LOW, HIGH = 0.1, 0.9


def month_noise(mean_beds: float) -> float:
    """Standard deviation (log) of a region's months around the season: larger where beds are few.

    `mean_beds` is the mean number of beds and above 0. With 0.08 and 1.6, as the drawn months
    have, 61 % of the figures left out by the back-test lay in the range of 80 %; with these,
    about 80 % (docs/methods.md 9.6 points 4 and 6).
    """
    return float(0.15 + 3.0 / mean_beds**0.5)
