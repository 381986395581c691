"""A line as large as a word, drawn within its frame."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.sparkline import sparkline

numbers = st.none() | st.integers(-(10**7), 10**7).map(lambda n: n / 10)


@given(st.lists(numbers, max_size=60))
@settings(max_examples=50, deadline=None)
def test_a_line_is_an_image_within_its_frame_or_nothing(values: list[float | None]) -> None:
    found = sparkline(values)
    if sum(value is not None for value in values) < 2:
        assert found == ""
        return
    assert "#" not in found
    head, _, svg = unquote(found).partition(",")
    assert head == "data:image/svg+xml"
    path = next(one for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("path"))
    points = re.findall(r"[ML](\S+) ([\d.]+)", path.attrib["d"])
    assert len(points) == sum(value is not None for value in values)
    assert all(0 <= float(x) <= 160 and 0 <= float(y) <= 30 for x, y in points)


def test_a_gap_breaks_the_line() -> None:
    drawn = unquote(sparkline([1, 2, None, 3, 4]))
    assert (drawn.count("M"), drawn.count("L")) == (2, 2)


def test_the_highest_value_is_on_top_and_the_dot_is_the_last() -> None:
    drawn = unquote(sparkline([1, 3, 2]))
    assert 'd="M3.0 27.0L80.0 3.0L157.0 15.0"' in drawn
    assert 'cx="157.0" cy="15.0"' in drawn
