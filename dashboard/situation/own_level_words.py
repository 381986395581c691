"""What a verdict rests on: the months of the level, how far its limits are widened, what fails."""

from dashboard.language import formatting
from dashboard.language.text import LANGS, Text
from dashboard.statistics.monthly_xmr import MonthlyChart
from dashboard.statistics.own_level import (
    FEWEST_MONTHS,
    PRIOR,
    REFERENCE,
    Doubt,
    Reference,
)
from dashboard.statistics.xmr import Chart
from dashboard.statistics.xmr_limits import FEWEST_FOR_LIMITS

_LEVEL = Text(
    "Den egna nivån är medelvärdet {} till {}. Gränserna är vidgade {} gånger, då månader liknar "
    "varandra (autokorrelation {}, krympt mot {}).",
    "Its own level is the mean of {} to {}. The limits are widened {} times, as months are alike "
    "(autocorrelation {}, drawn towards {}).",
)
_DOUBTS: dict[Doubt, Text] = {
    "too_short": Text(
        "Omdöme ges från {} månader, varav {} bildar den egna nivån.",
        "A verdict is given from {} months, of which {} make its own level.",
    ).format(FEWEST_MONTHS, REFERENCE),
    "no_season": Text(
        "Ingen säsong kan räknas ut ur serien, så inget omdöme ges.",
        "No season can be computed from the series, so no verdict is given.",
    ),
    "missing": Text("Månaden saknar värde.", "The month has no value."),
    "limits_do_not_fit": Text(
        "Gränserna passar inte den här serien: över en fjärdedel av nivåns månader ligger utanför.",
        "The limits do not fit this series: more than a quarter of the level's months lie outside.",
    ),
    "screening": Text(
        "Med och utan gallring av stora språng blir omdömet olika, så ingen skillnad sägs.",
        "With and without screening of large jumps the verdict differs, so no difference is told.",
    ),
}
_SHORT = Text("{} värden, gränser från {}.", "{} values, limits from {}.")


def level_words(chart: MonthlyChart, months: tuple[str, ...]) -> list[Text]:
    """The level and its limits, and why nothing is said where that is so.

    `months` are those of the chart's points, the first one first.
    """
    said = chart.verdict
    words = [_level(said.reference, months)] if said.reference else []
    return [*words, _DOUBTS[said.doubt]] if said.doubt else words


def short_words(chart: Chart) -> Text:
    """How many values the last segment has, and from how many there are limits."""
    last = chart.points[-1].segment
    count = sum(point.y is not None for point in chart.points if point.segment == last)
    return _SHORT.format(count, FEWEST_FOR_LIMITS)


def _level(reference: Reference, months: tuple[str, ...]) -> Text:
    ends = (months[reference.start], months[reference.end - 1])
    return Text(
        *(
            _LEVEL.in_(lang).format(
                *(formatting.period(month, lang) for month in ends),
                *(
                    formatting.number(one, 1, lang)
                    for one in (reference.widening, reference.alike, PRIOR)
                ),
            )
            for lang in LANGS
        )
    )
