"""The reporting-change detector: everything it finds in a release, as questions."""

from collections.abc import Iterator
from functools import lru_cache

from dashboard.indicators.registry import Care
from dashboard.quality.decomposition import beds_alone, by_denominator
from dashboard.quality.finding import BY_KIND, SORTS, Finding, finding_of
from dashboard.quality.impossible import impossible
from dashboard.quality.jumps import jumps, out_and_back
from dashboard.quality.published_years import Series, all_series
from dashboard.quality.repeats import repeated, round_digits
from dashboard.quality.simultaneous_breaks import common_changes, copied_years
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset


@lru_cache(maxsize=8)
def findings(dataset: Dataset) -> tuple[Finding, ...]:
    """Everything found in the release: the latest period first, the gravest sort first in it.

    Nothing is listed by hand: each is found in the figures by the rule that its sort states. It
    is read where it was written down when the release was published.
    """
    if dataset.quality:
        return tuple(map(finding_of, dataset.quality["findings"]))
    found = [in_sery for series in all_series(dataset) for in_sery in _in_series(series)]
    found += [*round_digits(all_series(dataset)), *by_denominator(dataset), *beds_alone(dataset)]
    order = [sort.kind for sort in SORTS]
    found.sort(key=lambda one: (order.index(one.kind), one.regions))
    return tuple(sorted(found, key=lambda one: one.periods[-1], reverse=True))


def _in_series(series: Series) -> Iterator[Finding]:
    common = tuple(common_changes(series))
    yield from impossible(series)
    yield from copied_years(series)
    yield from common
    single = tuple(jumps(series, explained={finding.periods[-1] for finding in common}))
    yield from single
    yield from out_and_back(series, {(one.regions[0], one.periods[-1]) for one in single})
    yield from repeated(series)


def concerning(dataset: Dataset, region: str) -> tuple[Finding, ...]:
    """The findings that concern a region, those common to all among them; `"00"` means all."""
    return tuple(
        finding for finding in findings(dataset) if region == SWEDEN or region in finding.regions
    )


def open_questions(
    dataset: Dataset, indicator: str, care: Care, region: str, period: str
) -> tuple[Finding, ...]:
    """The findings for which the figures of a period can bear no rank: their sort says so.

    A month rests on the year that it lies in.
    """
    return tuple(
        finding
        for finding in findings(dataset)
        if BY_KIND[finding.kind].gates
        and (finding.indicator, finding.care) == (indicator, care)
        and region in finding.regions
        and any(period.startswith(each) or each == period for each in finding.periods)
    )
