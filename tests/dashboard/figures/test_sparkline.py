"""A line as large as a word, drawn within its frame."""

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.sparkline import sparkline

numbers = st.none() | st.integers(-(10**7), 10**7).map(lambda n: n / 10)


def walked(path: str) -> list[tuple[int, int]]:
    """The places a path comes to."""
    return [(int(x), int(y)) for x, y in re.findall(r"(\d+) (\d+)", path)]


@given(st.lists(numbers, max_size=60))
@settings(max_examples=50, deadline=None)
def test_a_line_is_an_image_within_its_frame_or_nothing(values: list[float | None]) -> None:
    found = sparkline(values)
    if sum(value is not None for value in values) < 2:
        assert found == ""
        return
    path = next(one for one in ElementTree.fromstring(found).iter() if one.tag == "path")
    points = walked(path.attrib["d"])
    assert len(points) == sum(value is not None for value in values)
    assert all(0 <= x <= 160 and 0 <= y <= 30 for x, y in points)


def test_a_gap_breaks_the_line() -> None:
    drawn = sparkline([1, 2, None, 3, 4])
    assert re.findall('d="([^"]+)"', drawn) == ["M3 27 41 19M119 11 157 3"]


def test_the_highest_value_is_on_top_and_the_dot_is_the_last() -> None:
    drawn = sparkline([1, 3, 2])
    assert 'd="M3 27 80 3 157 15"' in drawn
    assert 'cx="157" cy="15"' in drawn
