"""What became of what was expected: judged by reported or published figures, or not at all."""

from typing import Literal

from dashboard.dialogue.agreement import SIDES, Agreement, Expected
from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.text import LANGS, Text
from dashboard.reference.periods import days_in, grain_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.values.columns import WORDS
from dashboard.values.values import Value
from dashboard.view.view import View

Verdict = Literal["met", "not_met", "not_yet", "cannot_be_decided"]

VERDICTS: dict[Verdict, Text] = {
    "met": Text("uppnått", "met"),
    "not_met": Text("inte uppnått", "not met"),
    "not_yet": Text("ännu inte dags", "not yet"),
    "cannot_be_decided": Text("kan inte avgöras", "cannot be decided"),
}
_ESTIMATED = Text(
    "{} är inte rapporterad av regionen; skattade värden räknas inte.",
    "{} has not been reported by the region; estimated values do not count.",
)
_UNPUBLISHED = Text("Inget är publicerat för {}.", "Nothing is published for {}.")
_PRELIMINARY = Text("{} kan ännu ändras.", "{} may still change.")
_FOUND = Text("{} {}, {}, {}", "{} {}, {}, {}")
_EXPECTED = Text("{}: {} {} {}, {}", "{}: {} {} {}, {}")


@frozen
class Outcome:
    """The verdict at a day, and the figure it rests on, in the indicator's unit.

    `value` is None where nothing is decided, and `reason` says why. `period` is that of the
    figure, which of a December may be its published year; `source` is an id of the sources.
    """

    verdict: Verdict
    value: float | None = None
    period: str = ""
    status: str = ""
    source: str = ""
    reason: Text = Text("", "")


def outcome_of(dataset: Dataset, agreement: Agreement, today: str) -> Outcome:
    """Whether the expected result was reached, `today` being a day as 2026-11-29.

    A month is judged by what the region has reported of it, and a December also by the published
    value of its year; a year by what is published. An estimate never decides (docs/methods.md 9.7).
    """
    expected = agreement.expected
    if today <= last_day(expected.until):
        return Outcome("not_yet")
    found = _figure(dataset, expected, agreement.region)
    return found if isinstance(found, Outcome) else _judged(expected, *found)


def last_day(period: str) -> str:
    """The last day of a month or year."""
    month = period if grain_of(period) == "month" else f"{period}-12"
    return f"{month}-{days_in(month):02d}"


def expected_words(expected: Expected) -> Text:
    """`Överbeläggningar: högst 3,0 per 100 disponibla vårdplatser, december 2026`."""
    of = expected.of
    number = Text(*(formatting.number(expected.value, of.decimals, lang) for lang in LANGS))
    until = Text(*(formatting.period(expected.until, lang) for lang in LANGS))
    return _EXPECTED.format(of.name, SIDES[expected.side], number, of.unit.long, until)


def reason_words(outcome: Outcome, expected: Expected) -> Text:
    """The figure that a verdict rests on, with its period and status, or why there is none."""
    if outcome.value is None:
        return outcome.reason
    of = expected.of
    number = Text(*(formatting.number(outcome.value, of.decimals, lang) for lang in LANGS))
    when = Text(*(formatting.period(outcome.period, lang) for lang in LANGS))
    return _FOUND.format(number, of.unit.short, when, WORDS["status"][outcome.status])


def _judged(expected: Expected, actual: Value, period: str) -> Outcome:
    # What is read as the same number is the same number.
    decimals = expected.of.decimals
    value, goal = round(actual.value or 0.0, decimals), round(expected.value, decimals)
    met = value <= goal if expected.side == "at_most" else value >= goal
    return Outcome(
        "met" if met else "not_met", actual.value, period, actual.status, actual.source
    )  # fmt: skip


def _figure(dataset: Dataset, expected: Expected, region: str) -> tuple[Value, str] | Outcome:
    row = ALL_CODES.index(region)
    until = expected.until
    when = Text(*(formatting.capitalised(formatting.period(until, lang)) for lang in LANGS))
    if grain_of(until) == "month":
        view = View(
            expected.indicator, until, region, expected.care, expected.stream, data="reported"
        )
        shown = dataset.showing("reported")
        monthly = values.at(shown, view)[row] if until in dataset.months else None
        if monthly and monthly.value is not None and monthly.status == "reported":
            if dataset.is_preliminary(region, until):
                return Outcome("cannot_be_decided", reason=_PRELIMINARY.format(when))
            return monthly, until
        if not until.endswith("-12"):
            return Outcome("cannot_be_decided", reason=_ESTIMATED.format(when))
    year = until[:4]
    view = View(expected.indicator, year, region, expected.care, expected.stream, data="published")
    published = values.at(dataset, view)[row] if year in dataset.year_labels else None
    if published is None or published.value is None:
        reason = _UNPUBLISHED.format(year) if until == year else _ESTIMATED.format(when)
        return Outcome("cannot_be_decided", reason=reason)
    return published, year
