"""What changed from one release to the next, figure by figure, and what was rewritten late."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import INDICATORS, Care, Data, Indicator
from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import Finding
from dashboard.reference.periods import month_at, ordinal
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.catalogue import releases
from dashboard.releases.dataset import Dataset, ReleaseError, read_dataset
from dashboard.statistics.arrays import Array
from dashboard.values import imported, values
from dashboard.view.view import View

LATE_MONTHS = 12

_QUESTION = Text(
    "{}: {} för {} var {} i förra utgåvan och är {} nu. Varför ändrades det i efterhand?",
    "{}: {} for {} was {} in the last release and is {} now. Why was it changed afterwards?",
)


@frozen
class Revised:
    """A figure that is another than in an earlier release, to the decimals it is shown with.

    `before` and `after` are None where there was, or is, no value.
    """

    indicator: Indicator
    care: Care
    data: Data
    region: str
    period: str
    before: float | None
    after: float | None


@lru_cache(maxsize=4)
def earlier_release(home: Path, dataset: Dataset) -> Dataset | None:
    """The newest readable release under `home` that is older than the dataset's; None without one.

    A release never changes, nor what was published before it, so it is looked for once.
    """
    known = releases(home)
    names = [one.name for one in known]
    before = known[names.index(dataset.release) + 1 :] if dataset.release in names else ()
    for note in before:
        try:
            return read_dataset(home, note.name)
        except ReleaseError:
            continue
    return None


@lru_cache(maxsize=4)
def revisions(old: Dataset, new: Dataset) -> tuple[Revised, ...]:
    """Every shown figure of `new` that differs from `old`, the latest period first.

    Only periods that both releases have are compared: what is added is no revision. Where example
    months are shown there is none: no release publishes them.
    """
    if new.kind == "example":
        return ()
    found = [
        change
        for indicator in INDICATORS
        for view in _views(indicator, new)
        for change in _changed(old, new, view)
    ]
    return tuple(sorted(found, key=lambda one: (one.period, one.region), reverse=True))


def _views(indicator: Indicator, dataset: Dataset) -> Iterator[View]:
    kinds: tuple[tuple[Data, str], ...] = (
        ("estimated", dataset.last_month), ("published", dataset.last_year),
    )  # fmt: skip
    for data, period in kinds:
        for care in indicator.cares(data):
            # What follows from beds and the guideline alone changes with the beds.
            if not indicator.derived:
                yield View(indicator.key, period, care=care, data=data)


def _changed(old: Dataset, new: Dataset, view: View) -> Iterator[Revised]:
    periods = values.periods_of(new, view)
    then = _aligned(old, view, periods)
    now = values.series(new, view)
    decimals = view.of.decimals
    before, after = np.round(then, decimals), np.round(now, decimals)
    same = (before == after) | (np.isnan(before) & np.isnan(after))
    shared = np.isin(periods, values.periods_of(old, _in(old, view)))
    for row, column in np.argwhere(~same & shared).tolist():
        yield Revised(
            view.of, view.care, view.data, ALL_CODES[row], periods[column],
            _known(then[row, column]), _known(now[row, column]),
        )  # fmt: skip


def _in(dataset: Dataset, view: View) -> View:
    last = dataset.last_year if view.data == "published" else dataset.last_month
    return replace(view, period=last)


def _aligned(old: Dataset, view: View, periods: tuple[str, ...]) -> Array:
    """The old release's values in the periods of the new; NaN where it has none."""
    full = np.full((len(ALL_CODES), len(periods)), np.nan)
    old_view = _in(old, view)
    series, known = values.series(old, old_view), values.periods_of(old, old_view)
    for column, period in enumerate(periods):
        if period in known:
            full[:, column] = series[:, known.index(period)]
    return full


def _known(number: float) -> float | None:
    return None if number != number else float(number)


def rewritten(revisions: tuple[Revised, ...], new: Dataset) -> tuple[Finding, ...]:
    """The revisions of what is older than twelve months, as questions to the regions.

    No region is asked why an estimate of ours is another one now.
    """
    limit = month_at(ordinal(new.last_month) - LATE_MONTHS)
    return tuple(
        _question(change)
        for change in revisions
        if (change.period if len(change.period) > 4 else f"{change.period}-12") <= limit
        and is_theirs(change, new)
    )


def is_theirs(change: Revised, new: Dataset) -> bool:
    """Whether the figure is published or reported, and no estimate."""
    view = View(change.indicator.key, change.period, care=change.care, data=change.data)
    return change.data == "published" or imported.is_imported(new, view, change.region)


def _question(revision: Revised) -> Finding:
    before, after = (
        _words(number, revision.indicator) for number in (revision.before, revision.after)
    )
    about = phrases.measure(revision.indicator, revision.care)
    words = (name_of(revision.region), about, phrases.when(revision.period), before, after)
    figures = tuple(
        (revision.period, number)
        for number in (revision.before, revision.after)
        if number is not None
    )
    return Finding(
        "rewritten", revision.indicator.key, revision.care, revision.data, (revision.region,),
        (revision.period,), figures, _QUESTION.format(*words),
    )  # fmt: skip


def _words(number: float | None, indicator: Indicator) -> Text:
    return Text("inget", "nothing") if number is None else phrases.value(number, indicator)
