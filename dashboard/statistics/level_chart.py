"""The chart of a series beside its own level: lines from the reference on, signals as judged."""

from collections.abc import Iterator, Sequence

from dashboard.statistics.own_level import LevelVerdict, Reference
from dashboard.statistics.xmr import Chart, Point, point_type
from dashboard.statistics.xmr_rules import ROUNDING, SpecialCause


def level_chart(
    levels: Sequence[float | None],
    judged: LevelVerdict,
    *,
    direction: int,
    rebase: Sequence[int] = (),
) -> Chart:
    """Every point with the level and its widened limits, from the first reference month on.

    In the unit of `levels`. A month stands out where it lies outside the limits, and where it
    belongs to the run that the verdict is on; the last month never against the verdict. With no
    verdict nothing stands out. The chart's assurance is left out (docs/methods.md 3.8).

    Raises:
        ValueError: the verdict has no reference.
    """
    if judged.reference is None:
        raise ValueError("a series without a level has no chart of it")
    points = tuple(_points(levels, judged, judged.reference, direction, rebase))
    return Chart(points, None, points[-1].point_type)


def _points(
    levels: Sequence[float | None],
    judged: LevelVerdict,
    reference: Reference,
    direction: int,
    rebase: Sequence[int],
) -> Iterator[Point]:
    starts = {first - 1 for first in rebase}
    segment = 0
    for place, level in enumerate(levels):
        segment += place in starts
        if place < reference.start:
            yield Point(place + 1, level, segment, None, None, None, None, None, False)
            continue
        cause = _cause(place, level, judged, reference, last=len(levels) - 1)
        yield Point(
            place + 1, level, segment, reference.mean, reference.mean - reference.reach,
            reference.mean + reference.reach, cause, point_type(cause, direction), False,
        )  # fmt: skip


def _cause(
    place: int, level: float | None, judged: LevelVerdict, reference: Reference, *, last: int
) -> SpecialCause | None:
    if level is None or judged.doubt == "limits_do_not_fit":
        return None
    above = level > reference.mean
    slack = ROUNDING * max(abs(level), abs(reference.mean))
    in_run = judged.since is not None and place >= judged.since
    if abs(level - reference.mean) > reference.reach + slack and (in_run or place != last):
        return "Above UCL" if above else "Below LCL"
    if in_run:
        return "7 Points Above CL" if above else "7 Points Below CL"
    return "Common Cause"
