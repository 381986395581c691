"""The regions side by side: each with its interval, its place, and the year before."""

from dataclasses import replace
from functools import lru_cache

from dashboard.comparison.estimates import estimate, places
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.quality.ranking_gate import gate
from dashboard.reference.periods import same_period_last_year
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import Z_95, RankInterval, differs_significantly
from dashboard.values import values
from dashboard.values.estimate_ranges import Range, range_of
from dashboard.values.provenance import breaks_of
from dashboard.values.published_year import compared_view, without_order
from dashboard.values.rolling_year import rolling_12
from dashboard.view.view import View


@frozen
class Compared:
    """A region's value and the one a year before, in the indicator's unit.

    `error` is the standard error of the value, `rank` its place and `told` whether it is told
    apart from Sweden; each None where there is no error, and `rank` for what is not ranked.
    `unsure` is the reason why a value has no rank though it is one of those ranked, and `span`
    the 80 per cent range of an estimate.
    """

    region: str
    value: float | None
    before: float | None
    error: float | None = None
    rank: RankInterval | None = None
    told: bool | None = None
    unsure: Text | None = None
    span: Range | None = None

    @property
    def interval(self) -> Range | None:
        """Lower and upper end of the 95 per cent interval, or the range of an estimate."""
        if self.value is None or self.error is None:
            return self.span
        return self.value - Z_95 * self.error, self.value + Z_95 * self.error


@frozen
class Comparison:
    """Sweden and the regions in the order they are shown.

    Where the indicator ranks them that is from the highest value to the lowest, then by code
    those whose figures cannot bear a rank; else by code. Without a value they stand last.
    `rolled` says that the values are twelve months together.
    """

    country: Compared
    regions: tuple[Compared, ...]
    rolled: bool

    @property
    def known(self) -> tuple[Compared, ...]:
        """The regions that have a value."""
        return tuple(one for one in self.regions if one.value is not None)

    def of(self, region: str) -> Compared:
        """Sweden or a region by its code.

        Raises:
            KeyError: no such region.
        """
        return {one.region: one for one in (self.country, *self.regions)}[region]

    def apart(self, compared: Compared, other: Compared) -> bool | None:
        """Whether two values are told apart; None where one of them has no error.

        Formula: docs/methods.md 4.3.
        """
        if None in (compared.value, compared.error, other.value, other.error):
            return None
        return differs_significantly(
            compared.value or 0, compared.error or 0, other.value or 0, other.error or 0
        )


def comparison(dataset: Dataset, view: View) -> Comparison:
    """The regions in the view's indicator and period.

    Of estimated months it is their published year that is compared (docs/methods.md 9.7), and
    without one they stand by code. Months are compared by their last twelve together, with the
    errors of docs/methods.md 4.3; years, and months that do not have twelve before them, as they
    are and without errors.
    """
    return _comparison(dataset, compared_view(dataset, view).anywhere)


@lru_cache(maxsize=128)
def _comparison(dataset: Dataset, view: View) -> Comparison:
    unordered = without_order(dataset, view)
    rolled = not unordered and estimate(dataset, view, SWEDEN) is not None
    found = _rolled(dataset, view) if rolled else _as_they_are(dataset, view)
    country, *regions = (found[code] for code in ALL_CODES)
    if view.of.ranked and not unordered:
        regions.sort(key=_order)
    else:
        regions.sort(key=lambda one: (one.value is None, one.region))
    return Comparison(country, tuple(regions), rolled)


def _order(compared: Compared) -> tuple[bool, bool, float, str]:
    unsure = compared.unsure is not None
    return (
        compared.value is None,
        unsure,
        0.0 if unsure else -(compared.value or 0.0),
        compared.region,
    )


def _rolled(dataset: Dataset, view: View) -> dict[str, Compared]:
    last = same_period_last_year(view.period)
    summed = {code: rolling_12(dataset, replace(view, region=code), last) for code in ALL_CODES}
    before = {code: _before(dataset, view, code, summed[code]) for code in ALL_CODES}
    placed = {one.estimate.region: one for one in places(dataset, view)}
    unsure = gate(dataset, view)
    found = {}
    for code in ALL_CODES:
        own = estimate(dataset, view, code) if code not in placed else placed[code].estimate
        place = placed.get(code)
        found[code] = Compared(
            code,
            own.value if own else None,
            before[code],
            own.error if own else None,
            place.rank if place else None,
            place.told_from_sweden if place else None,
            unsure.get(code),
        )
    return found


def _as_they_are(dataset: Dataset, view: View) -> dict[str, Compared]:
    now = values.numbers(dataset, view)
    then = values.numbers(dataset, view, same_period_last_year(view.period))
    unsure = gate(dataset, view)
    return {
        code: Compared(
            code,
            now[i],
            _before(dataset, view, code, then[i]),
            unsure=unsure.get(code),
            span=range_of(dataset, view, code) if now[i] is not None else None,
        )
        for i, code in enumerate(ALL_CODES)
    }


def _before(dataset: Dataset, view: View, region: str, value: float | None) -> float | None:
    """The value a year before, unless the series begins anew in between."""
    return None if crosses_a_break(dataset, replace(view, region=region)) else value


def crosses_a_break(dataset: Dataset, view: View) -> bool:
    """Whether the view's series begins anew between the same period last year and the view's."""
    last = same_period_last_year(view.period)
    return any(last < start <= view.period for start in breaks_of(dataset, view))
