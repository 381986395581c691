"""What a value is compared with: the same period last year, and the signal of its series."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.indicators.registry import Good
from dashboard.language import formatting
from dashboard.language.text import LANGS, Text
from dashboard.reference.periods import grain_of, same_period_last_year
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.monthly_xmr import MonthlyChart, monthly_xmr
from dashboard.statistics.signal_words import OFF_LEVEL, SIGNAL_WORDS
from dashboard.statistics.verdict_words import VERDICTS, Evidence
from dashboard.statistics.xmr import FEWEST_TO_DECIDE, Signal
from dashboard.values import imported, values
from dashboard.values.matched_panel import Matched, matched
from dashboard.values.may_be_said import Statement, may_be_said
from dashboard.values.provenance import breaks_of
from dashboard.values.rebases import rebases_of
from dashboard.view.view import View

# The direction of good as the rules of `spc` count it.
DIRECTIONS = {Good.LOWER: -1, Good.NEUTRAL: 0, Good.HIGHER: 1}


@frozen
class Trend:
    """A value, the same period last year, and the verdict on the series up to it.

    Where not the same regions have reported in both, `year_before` and `compared`, the value held
    against it, are those of the `panel` regions that have; else `panel` is None. Where there is a
    signal, `since` is the first month of those that lie off the level, and `above` the side.
    """

    value: float | None
    year_before: float | None
    signal: Signal
    compared: float | None = None
    panel: int | None = None
    since: str = ""
    above: bool = False

    @property
    def change(self) -> float | None:
        """The difference to the same period last year, in the indicator's unit."""
        now = self.value if self.compared is None else self.compared
        return None if now is None or self.year_before is None else now - self.year_before


def trend(dataset: Dataset, view: View) -> Trend:
    """The trend of the view's region; years are too few for limits (docs/methods.md 3.1, 3.5)."""
    now, before = _now_and_before(dataset, view)
    said = _said(dataset, view)
    panel = None if before is None else _matched(dataset, view)
    if panel is None:
        return _with_year(dataset, replace(said, value=now, year_before=before), view)
    both = replace(
        said, value=now, year_before=panel.before, compared=panel.now, panel=panel.regions
    )
    return _with_year(dataset, both, view)


def _with_year(dataset: Dataset, trend: Trend, view: View) -> Trend:
    """The trend, its signal for the better or worse only where the year says so as well."""
    word = VERDICTS.get(trend.signal)
    if word is None or trend.signal not in ("improvement", "deterioration"):
        return trend
    if word.holds(evidence(dataset, trend, view)):
        return trend
    return replace(trend, signal="changed")


def evidence(dataset: Dataset, trend: Trend, view: View) -> Evidence:
    """What the words of a trend are held against: its numbers, the change as it is shown."""
    places = view.of.decimals
    now = trend.value if trend.compared is None else trend.compared
    change = None
    if now is not None and trend.year_before is not None:
        change = round(round(now, places) - round(trend.year_before, places), places)
    chart = judged(dataset, view)
    last = chart.chart.points[-1] if chart and chart.chart.points else None
    return Evidence(
        now=trend.value,
        change=change,
        level=last.mean if last else None,
        better=DIRECTIONS[view.of.good],
        signal=bool(trend.since),
    )


def off_level(trend: Trend) -> Text | None:
    """From when the value has lain over or under its own level; None without a signal."""
    if not trend.since:
        return None
    month = Text(*(formatting.period(trend.since, lang) for lang in LANGS))
    return OFF_LEVEL[trend.above].format(month)


def signal_words(trend: Trend) -> Text:
    """The verdict: off its own level since a month, or that nothing certain is said."""
    return off_level(trend) or SIGNAL_WORDS[trend.signal]


def value(dataset: Dataset, view: View) -> float | None:
    """The value of the view's region alone, without the work of judging its series."""
    return _now_and_before(dataset, view)[0]


def change(dataset: Dataset, view: View) -> float | None:
    """The difference to the same period last year alone, in the indicator's unit."""
    now, before = _now_and_before(dataset, view)
    if now is None or before is None:
        return None
    panel = _matched(dataset, view)
    return now - before if panel is None else panel.now - panel.before


def panel(dataset: Dataset, view: View) -> int | None:
    """How many regions a change is over, where it is not the same as have reported."""
    found = _matched(dataset, view)
    return found.regions if found else None


def _matched(dataset: Dataset, view: View) -> Matched | None:
    return matched(dataset, view, same_period_last_year(view.period))


def _now_and_before(dataset: Dataset, view: View) -> tuple[float | None, float | None]:
    row = ALL_CODES.index(view.region)
    last = same_period_last_year(view.period)
    now, before = values.numbers(dataset, view)[row], values.numbers(dataset, view, last)[row]
    # Across a break in the series there is nothing to compare with.
    broken = any(last < start <= view.period for start in breaks_of(dataset, view))
    return now, None if broken else before


def history(dataset: Dataset, view: View, region: str, length: int) -> list[float | None]:
    """The last `length` values of a region up to the view's period, None where missing."""
    periods = values.periods_of(dataset, view)
    end = periods.index(view.period) + 1 if view.period in periods else len(periods)
    row = values.lines(dataset, view, 3)[ALL_CODES.index(region)]
    return list(row[max(0, end - length) : end])


def of_indicator(view: View, key: str) -> View:
    """The same view of another indicator, in a care area where that exists."""
    other = replace(view, indicator=key)
    cares = other.of.cares(view.data)
    return other if view.care in cares or not cares else replace(other, care=cares[0])


def _only_what_counts(view: View) -> View:
    # The time span and the peers do not change a verdict, so one memo serves them all.
    return View(
        view.indicator, view.period, view.region, view.care, view.stream, data=view.data,
        targets=view.targets,
    )  # fmt: skip


def judged(dataset: Dataset, view: View, target: float | None = None) -> MonthlyChart | None:
    """The region's months to the view's period with limits and signals (docs/methods.md 3.1-3.5).

    None for years, for what is an average over twelve months already, and where there is no
    value. The first point of the chart is the first
    month that has one: `first_judged` names it. `target` decides the assurance. A preliminary
    month is a gap: it neither makes limits nor is judged by them.
    """
    if view.of.derived or not may_be_said(Statement.SIGNAL, dataset, view).outright:
        return None
    return _judged(dataset, _only_what_counts(view), target)


def first_judged(dataset: Dataset, view: View) -> int:
    """The place, among the release's months, of the first point of `judged`."""
    return next((place for place, v in enumerate(_of_one_kind(dataset, view)) if v is not None), 0)


def _of_one_kind(dataset: Dataset, view: View) -> list[float | None]:
    """The region's months, None where missing or not of the kind of the view's period.

    Reported months are not judged against estimated ones, nor the other way round: between the
    two what is measured changes.
    """
    row = values.series(dataset, view)[ALL_CODES.index(view.region)].tolist()
    found = [None if v != v else v for v in row]
    if dataset.imported is None or view.data == "published" or grain_of(view.period) == "year":
        return found
    imported_row = imported.reported_row(dataset, view)
    now = (
        imported_row[dataset.months.index(view.period)] if view.period in dataset.months else False
    )
    return [v if kind == now else None for v, kind in zip(found, imported_row, strict=True)]


# A chart of ten years takes 13 kB, and a page asks for those of all regions.
@lru_cache(maxsize=256)
def _judged(dataset: Dataset, view: View, target: float | None) -> MonthlyChart | None:
    periods = values.periods_of(dataset, view)
    if grain_of(view.period) == "year" or view.period not in periods:
        return None
    first = first_judged(dataset, view)
    shown = periods[first : periods.index(view.period) + 1]
    upto = [
        None if dataset.is_preliminary(view.region, period) else v
        for v, period in zip(_of_one_kind(dataset, view)[first:], shown, strict=False)
    ]
    if not any(v is not None for v in upto) or _too_few_reported(dataset, view, upto):
        return None
    month = int(periods[first][5:7])
    return monthly_xmr(
        upto,
        month,
        direction=DIRECTIONS[view.of.good],
        rebase=[shown.index(p) + 1 for p in _new_levels(dataset, view) if p in shown[1:]],
        target=target,
    )


def _new_levels(dataset: Dataset, view: View) -> set[str]:
    """The months from which the series has limits of its own."""
    return {*breaks_of(dataset, view), *(rebase.month for rebase in rebases_of(dataset, view))}


def _too_few_reported(dataset: Dataset, view: View, upto: Sequence[float | None]) -> bool:
    """Whether the period is reported, and fewer months are than limits can be drawn from."""
    known = sum(v is not None for v in upto)
    return known < FEWEST_TO_DECIDE and imported.is_imported(dataset, view, view.region)


def _said(dataset: Dataset, view: View) -> Trend:
    """The verdict alone, on the view's series up to its period."""
    found = judged(dataset, view)
    if found is None:
        return Trend(None, None, "cannot_be_decided")
    said = found.verdict
    if said.since is None:
        return Trend(None, None, said.signal)
    since = values.periods_of(dataset, view)[first_judged(dataset, view) + said.since]
    return Trend(None, None, said.signal, since=since, above=bool(said.above))
