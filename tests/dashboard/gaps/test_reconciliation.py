"""The official 2 360 beside the occupancy formula: the values of the methods."""

import pytest

from dashboard.gaps.reconciliation import OCCUPANCIES, gap_at, reconciliation, share_at
from dashboard.targets.guidelines import GUIDELINES


def test_2360_is_full_beds_and_82_per_cent_acute() -> None:
    found = reconciliation()
    assert found.official == 2_360
    assert found.share_at_full == pytest.approx(0.8206, abs=5e-5)
    assert found.full_if_acute == pytest.approx(0.981, abs=5e-4)
    assert share_at(0.98) == pytest.approx(1.011, abs=5e-4)


def test_measured_occupancies_give_less() -> None:
    printed = (593, 946, 1_476, 2_006, 2_359, 2_712)
    found = reconciliation(measured=0.944)
    assert dict(found.points) == pytest.approx(dict(zip(OCCUPANCIES, printed, strict=True)), abs=1)
    assert found.measured_gap == pytest.approx(gap_at(0.944))
    assert found.measured_gap is not None
    assert found.measured_gap < found.official


def test_the_share_and_the_gap_are_each_others_inverse() -> None:
    for occupancy in (0.985, 1.0, 1.05):
        assert gap_at(occupancy, share_at(occupancy)) == pytest.approx(2_360)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="occupancy must be above 0"):
        gap_at(0)
    part = next(one for one in GUIDELINES if one.need_total is None)
    with pytest.raises(ValueError, match="no starting point"):
        reconciliation(guideline=part)
