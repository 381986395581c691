"""The model is declared before the result, and what is too short for it is told, not fitted."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.effects.model import (
    AFTER,
    DECLARED,
    DECLARED_YEARS,
    DURING,
    MODEL_2024,
    SENSITIVITIES,
    Declared,
    Design,
    design_of,
)
from dashboard.reference.periods import months_between

MONTHS = months_between("2016-01", "2025-12")
YEARS = tuple(str(year) for year in range(2016, 2026))


def design(labels: tuple[str, ...] = MONTHS, declared: Declared = DECLARED) -> Design:
    return design_of(labels, [True] * len(labels), declared)


def column(found: Design, name: str) -> list[float]:
    return found.matrix[:, found.names.index(name)].tolist()


def test_the_terms_are_those_of_the_method_document() -> None:
    found = design()
    assert found.names == (
        "intercept", "time", "level:during", "slope:during", "level:model2024", "slope:model2024",
        "level:after", "slope:after", "sin1", "cos1", "sin2", "cos2", "covid",
    )  # fmt: skip
    at = MONTHS.index("2022-02")
    assert column(found, "time")[:2] == [1, 2]
    assert column(found, "level:during")[at - 1 : at + 1] == [0, 1]
    # The slope counts from the first month of its period on: 1 there.
    assert column(found, "slope:during")[at - 1 : at + 2] == [0, 1, 2]
    assert column(found, "sin1")[2] == pytest.approx(1)
    assert sum(column(found, "covid")) == len(months_between("2020-03", "2022-01"))
    assert [n for n, one in zip(found.names, found.policy, strict=True) if one] == [
        name for name in found.names if name.startswith(("level", "slope"))
    ]
    assert found.problem is None


def test_a_declared_break_has_a_level_of_its_own_and_is_no_policy() -> None:
    found = design(declared=replace(DECLARED, breaks=("2018-01",)))
    assert sum(column(found, "break:2018-01")) == len(months_between("2018-01", "2025-12"))
    assert not found.policy[found.names.index("break:2018-01")]


@pytest.mark.parametrize(
    ("last", "left_out", "level_only"),
    [
        ("2025-03", ("after",), ()),
        ("2025-04", (), ("after",)),
        ("2025-07", (), ("after",)),
        ("2025-08", (), ()),
    ],
)
def test_a_short_period_has_only_a_level_and_a_shorter_one_nothing(
    last: str, left_out: tuple[str, ...], level_only: tuple[str, ...]
) -> None:
    found = design(months_between("2016-01", last))
    assert (found.left_out, found.level_only) == (left_out, level_only)
    assert ("level:after" in found.names) == (left_out == ())
    assert ("slope:after" in found.names) == (left_out == level_only == ())
    # What has no term would bend the others, so its months are not used.
    used = {months_between("2016-01", last)[place] for place in found.used}
    assert ("2025-01" in used) == (left_out == ())


def test_24_months_before_are_needed() -> None:
    enough = design(months_between("2020-02", "2025-12"))
    short = design(months_between("2020-03", "2025-12"))
    assert enough.problem is None
    assert short.problem is not None
    assert short.problem.en == "Months before the effort: 23, and 24 are needed."
    assert short.matrix.size == 0


def test_missing_months_are_left_out_and_keep_their_time() -> None:
    known = [month != "2017-05" for month in MONTHS]
    found = design_of(MONTHS, known, DECLARED)
    assert len(found.used) == 119
    assert np.diff(column(found, "time")).max() == 2


def test_years_have_a_level_only_or_nothing() -> None:
    found = design(YEARS, DECLARED_YEARS)
    assert found.names == ("intercept", "time", "level:during")
    assert column(found, "level:during") == [0] * 6 + [1] * 4
    short = design(YEARS[:9], DECLARED_YEARS)
    assert short.problem is not None
    assert short.problem.sv.startswith("År i den längsta perioden efter starten: 3, och 4 behövs")
    late = design(YEARS[2:], DECLARED_YEARS)
    assert late.problem is not None
    assert late.problem.en == "Years before the effort: 4, and 5 are needed."


def test_the_sensitivities_are_those_that_are_mandatory() -> None:
    found = {key: declared for key, _, declared in SENSITIVITIES}
    assert found["start-2022-07"].periods[0].first == "2022-07"
    assert found["start-2023-01"].periods[0].first == "2023-01"
    assert found["without-2020-21"].without == (2020, 2021)
    assert found["linear"].scale == "linear"
    assert (DURING.first, MODEL_2024.first, AFTER.first) == ("2022-02", "2024-02", "2025-01")
    left = design(declared=found["without-2020-21"])
    assert {MONTHS[place][:4] for place in left.used} == set(YEARS) - {"2020", "2021"}
