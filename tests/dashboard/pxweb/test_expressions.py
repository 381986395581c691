"""Values selected as PxWebApi 2 says: by code, wildcard and expression."""

import pytest

from dashboard.language.text import Text
from dashboard.pxweb.expressions import codes_of
from dashboard.pxweb.variables import Variable

REGION = Variable(
    "Region",
    Text("region", "region"),
    {one: Text(one, one) for one in ("00", "01", "03", "10", "12", "21")},
)
TIME = Variable("Tid", Text("månad", "month"),
                {one: Text(one, one) for one in ("2025M09", "2025M10", "2025M11", "2025M12")},
                "time")  # fmt: skip


@pytest.mark.parametrize(
    ("expression", "codes"),
    [
        ("*", ("00", "01", "03", "10", "12", "21")),
        ("1*", ("10", "12")),
        ("*1", ("01", "21")),
        ("*1*", ("01", "10", "12", "21")),
        ("?1", ("01", "21")),
        ("top(2)", ("00", "01")),
        ("TOP(2, 1)", ("01", "03")),
        ("bottom(2)", ("12", "21")),
        ("bottom(2,1)", ("10", "12")),
        ("range(01,10)", ("01", "03", "10")),
        ("range(10,01)", ("01", "03", "10")),
        ("from(12)", ("12", "21")),
        ("to(01)", ("00", "01")),
        ("top(99)", ("00", "01", "03", "10", "12", "21")),
        ("top(1,99)", ()),
        ("9*", ()),
    ],
)
def test_regions_are_selected(expression: str, codes: tuple[str, ...]) -> None:
    assert codes_of(REGION, expression) == codes


@pytest.mark.parametrize(
    ("expression", "codes"),
    [
        ("top(2)", ("2025M11", "2025M12")),
        ("top(1,1)", ("2025M11",)),
        ("bottom(1)", ("2025M09",)),
        ("2025m10", ("2025M10",)),
        ("2025-10", ("2025M10",)),
        ("from(2025-11)", ("2025M11", "2025M12")),
        ("2025M1?", ("2025M10", "2025M11", "2025M12")),
    ],
)
def test_the_first_values_of_time_are_the_latest(expression: str, codes: tuple[str, ...]) -> None:
    assert codes_of(TIME, expression) == codes


@pytest.mark.parametrize(
    "expression",
    ["", "02", "0*0", "***", "top()", "top(x)", "top(1,2,3)", "top(-1)", "range(01)",
     "range(01,99)", "from()", "from(01,03)", "to(99)", "median(1)", "[01]", "top(٣)"],
)  # fmt: skip
def test_what_is_no_expression_selects_nothing(expression: str) -> None:
    assert codes_of(REGION, expression) is None
