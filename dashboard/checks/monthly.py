"""The rules on months: what each says of every region, month and care area of a cube."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dashboard.checks import rules
from dashboard.checks.rules import Rule
from dashboard.frozen import frozen
from dashboard.reference.periods import days_in
from dashboard.releases.dataset import MEASURES, STREAMS
from dashboard.statistics.arrays import Array

Bools = NDArray[np.bool_]

_COUNTS = ("bed_days", "patient_days", "over_days", "out_days")
_SUMMER = ("06", "07", "08", "09")
_YEAR = 12
# Ratios of sums are the same number only if they were copied; the last digits are no difference.
_SAME = 1e-9


@frozen(eq=False)
class Check:
    """What a rule says of all months: `fired` and the `number` it judged, in the rule's unit.

    Both are region (21) x month x care (2). `measures` are those that the rule is about: an
    error takes them, and what is computed from them, out of the aggregates. `about` is the
    measure whose figure shows the fault.
    """

    rule: Rule
    about: str
    measures: tuple[str, ...]
    fired: Bools
    number: Array


def checks(
    cube: Array, months: Sequence[str], lateness: Array | None = None,
    estimated: Bools | None = None,
) -> tuple[Check, ...]:  # fmt: skip
    """Every rule on months run on a cube (measure x region x month x care x stream).

    `lateness` are days from a month's end to its delivery, region x month, where they are known
    (NaN elsewhere). Nothing is found where `estimated` (region x month x care): the rules ask
    what was reported. Rules and thresholds: docs/methods.md 8.
    """
    whole = _Measures(cube, tuple(months))
    found = [make(whole) for make in (*_ERRORS, *_WARNINGS)]
    if lateness is not None:
        found.append(_late(whole, lateness))
    if estimated is None:
        return tuple(found)
    return tuple(replace(one, fired=one.fired & ~estimated) for one in found)


def errors(cube: Array, months: Sequence[str]) -> tuple[Check, ...]:
    """The rules of `checks` that find errors, alone: they are wanted with every sum."""
    whole = _Measures(cube, tuple(months))
    return tuple(make(whole) for make in _ERRORS)


def estimated_months(cube: Array, imported: Bools | None) -> Bools:
    """Region x month x care: true where something is known and nothing of it was reported."""
    known: Bools = np.asarray(np.isfinite(cube[:-1]).any(axis=(0, 4)))
    return known if imported is None else np.asarray(known & ~imported.any(axis=(0, 4)))


def counts(cube: Array, months: Sequence[str], estimated: Bools | None = None) -> dict[str, int]:
    """How often each rule on months fires; rules that do not are left out."""
    found: dict[str, int] = {}
    for check in checks(cube, months, estimated=estimated):
        if count := int(check.fired.sum()):
            found[check.rule.id] = found.get(check.rule.id, 0) + count
    return dict(sorted(found.items()))


@frozen(eq=False)
class _Measures:
    cube: Array
    months: tuple[str, ...]

    def __call__(self, name: str, stream: str = "all") -> Array:
        return np.asarray(self.cube[MEASURES.index(name), ..., STREAMS.index(stream)])

    def per_100(self, name: str) -> Array:
        with np.errstate(divide="ignore", invalid="ignore"):
            found = 100 * self(name) / self("bed_days")
        return np.where(self("bed_days") > 0, found, np.nan)


def _outside(rule: Rule, measure: str) -> Callable[[_Measures], Check]:
    def check(whole: _Measures) -> Check:
        number = whole.per_100(measure)
        fired = (number < rule["low"]) | (number > rule["high"])
        return Check(rule, measure, (measure,), fired, number)

    return check


def _beds_step(whole: _Measures) -> Check:
    rule = rules.R04
    days = np.array([float(days_in(month)) for month in whole.months])
    change = _change(whole("bed_days") / days[None, :, None])
    limits = np.array(
        [rule["summer"] if month[5:] in _SUMMER else rule["step"] for month in whole.months]
    )
    # The month after the summer opens what the summer closed.
    return Check(rule, "bed_days", (), np.abs(change) > limits[None, :, None], change)


def _change(level: Array) -> Array:
    """Per cent from the month before; NaN for the first."""
    found = np.full_like(level, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        found[:, 1:] = 100 * (level[:, 1:] / level[:, :-1] - 1)
    return found


def _repeated(measure: str) -> Callable[[_Measures], Check]:
    def check(whole: _Measures) -> Check:
        number = whole.per_100(measure)
        run = np.ones(number.shape)
        for month in range(1, number.shape[1]):
            same = np.abs(number[:, month] - number[:, month - 1]) < _SAME
            run[:, month] = np.where(same & (number[:, month] > 0), run[:, month - 1] + 1, 1)
        return Check(rules.R05, measure, (), run >= rules.R05["months"], number)

    return check


def _zero(measure: str) -> Callable[[_Measures], Check]:
    def check(whole: _Measures) -> Check:
        number = whole.per_100(measure)
        with np.errstate(divide="ignore", invalid="ignore"):
            together = 100 * _rolled(whole(measure)) / _rolled(whole("bed_days"))
        return Check(
            rules.R06, measure, (), (number == 0) & (together >= rules.R06["least"]), number
        )

    return check


def _rolled(measure: Array) -> Array:
    """The sum of the twelve months up to each; NaN where one is missing or there are fewer."""
    found = np.full_like(measure, np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(measure, _YEAR, axis=1)
    found[:, _YEAR - 1 :] = windows.sum(axis=-1)
    return found


def _more_over_than_patients(whole: _Measures) -> Check:
    over, patients = whole("over_days"), whole("patient_days")
    with np.errstate(divide="ignore", invalid="ignore"):
        number = 100 * over / patients
    return Check(rules.R07, "over_days", ("over_days", "patient_days"), over > patients, number)


def _free_yet_over(whole: _Measures) -> Check:
    rule, occupancy = rules.R08, whole.per_100("patient_days")
    fired = (occupancy < rule["occupancy"]) & (whole.per_100("over_days") > rule["over"])
    return Check(rule, "over_days", (), fired, occupancy)


def _unusual(measure: str) -> Callable[[_Measures], Check]:
    def check(whole: _Measures) -> Check:
        number = whole.per_100(measure)
        with np.errstate(divide="ignore", invalid="ignore"):
            level = np.where(number > 0, np.log(number), np.nan)
        return Check(rules.R09, measure, (), np.abs(_z(level)) > rules.R09["z"], number)

    return check


def _z(level: Array) -> Array:
    """The robust z of each month against the window of months before it."""
    width = int(rules.R09["months"])
    found = np.full_like(level, np.nan)
    if level.shape[1] <= width:
        return found
    windows = np.lib.stride_tricks.sliding_window_view(level[:, :-1], width, axis=1)
    # The median of a window with a gap is NaN, and the month is then not judged.
    middle = np.median(windows, axis=-1)
    spread = np.median(np.abs(windows - middle[..., None]), axis=-1) / 0.67449
    with np.errstate(divide="ignore", invalid="ignore"):
        found[:, width:] = np.where(spread > 0, (level[:, width:] - middle) / spread, np.nan)
    return found


def _missing(whole: _Measures) -> Check:
    beds, over = whole("bed_days"), whole("over_days")
    gone = ~(np.isfinite(beds) & np.isfinite(over))
    return Check(
        rules.R11, "over_days", ("bed_days", "over_days"), gone, np.full(gone.shape, np.nan)
    )


def _streams_apart(measure: str) -> Callable[[_Measures], Check]:
    def check(whole: _Measures) -> Check:
        total = whole(measure)
        apart = np.abs(whole(measure, "acute") + whole(measure, "planned") - total)
        with np.errstate(divide="ignore", invalid="ignore"):
            number = 100 * apart / np.abs(total)
        # Sums in sixteenths are exact; the rest is the rounding of other data.
        fired = apart > 1e-6 * np.maximum(1.0, np.abs(total))
        return Check(rules.R14, measure, (measure,), fired, number)

    return check


def _negative(whole: _Measures) -> Check:
    least = np.fmin.reduce(whole.cube, axis=(0, -1))
    return Check(rules.R15, "bed_days", _COUNTS, least < 0, least)


def _late(whole: _Measures, lateness: Array) -> Check:
    number = np.repeat(lateness[..., None], whole("bed_days").shape[2], axis=2)
    # Nothing is said of care areas of which nothing was delivered.
    number = np.where(np.isfinite(whole("bed_days")), number, np.nan)
    return Check(rules.R10, "over_days", (), number > rules.R10["days"], number)


_ERRORS: tuple[Callable[[_Measures], Check], ...] = (
    _outside(rules.R01, "over_days"),
    _outside(rules.R02, "out_days"),
    _outside(rules.R03, "patient_days"),
    _more_over_than_patients,
    _missing,
    *(_streams_apart(measure) for measure in _COUNTS),
    _negative,
)
_WARNINGS: tuple[Callable[[_Measures], Check], ...] = (
    _beds_step,
    _repeated("over_days"),
    _repeated("out_days"),
    _zero("over_days"),
    _zero("out_days"),
    _free_yet_over,
    _unusual("over_days"),
    _unusual("out_days"),
)
