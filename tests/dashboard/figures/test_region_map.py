"""Five fixed classes, a value beside the small, the chosen region on top."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures import region_map, theme
from dashboard.figures.region_map import RegionMap, class_of, stepped
from dashboard.reference.regions import CODES

CUTS = (2.0, 4.0, 6.0, 8.0)


def painted(values: Sequence[float | None], selected: str = "00") -> dict[str, Any]:
    chart = RegionMap(
        codes=CODES,
        values=values,
        words=["–" if v is None else f"{v:.1f}" for v in values],
        names=list(CODES),
        cuts=CUTS,
        colours=theme.SEQUENCE,
        points=dict.fromkeys(CODES, (15.0, 60.0)),
        geometry="/geo/x.json",
        selected=selected,
    )
    return region_map.to_plotly(chart, "sv")


@pytest.mark.parametrize(
    ("value", "step"),
    [
        (None, -1),
        (float("nan"), -1),
        (-1, 0),
        (0, 0),
        (1.99, 0),
        (2, 1),
        (7.99, 3),
        (8, 4),
        (99, 4),
    ],
)
def test_a_limit_belongs_to_the_class_above_it(value: float | None, step: int) -> None:
    assert class_of(value, CUTS) == step


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_higher_value_never_has_a_lower_class(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert class_of(low, CUTS) <= class_of(high, CUTS)


@given(st.lists(st.sampled_from(["#111111", "#222222", "#333333"]), min_size=1, max_size=9))
def test_a_scale_has_flat_steps_from_nothing_to_all(colours: list[str]) -> None:
    scale = stepped(colours)
    assert [colour for _, colour in scale[::2]] == colours == [colour for _, colour in scale[1::2]]
    edges = [edge for edge, _ in scale]
    assert (edges[0], edges[-1]) == (0, 1)
    assert edges == sorted(edges)


def test_every_class_has_its_colour() -> None:
    trace = painted([None, 1.0, 3.0, 5.0, 7.0, 9.0, *[0.0] * 15])["data"][0]
    steps = trace["colorscale"]
    width = trace["zmax"] - trace["zmin"]
    for z, colour in zip(range(-1, 5), (theme.MISSING, *theme.SEQUENCE), strict=True):
        place = (z - trace["zmin"]) / width
        left = max(edge for edge, _ in steps[::2] if edge <= place)
        assert [c for edge, c in steps[::2] if edge == left] == [colour]


def test_the_chosen_region_is_drawn_last_with_an_outline() -> None:
    trace = painted([1.0] * 21, selected="03")["data"][0]
    assert trace["locations"][-1] == "03"
    assert sorted(trace["locations"]) == sorted(CODES)
    assert trace["marker"]["line"]["color"][-1] == theme.SELECTED
    assert set(trace["marker"]["line"]["color"][:-1]) == {theme.PAPER}


def test_the_values_printed_are_those_of_the_regions() -> None:
    values = [float(i) for i in range(21)]
    figure = painted(values, selected="12")
    texts = next(one for one in figure["data"] if one.get("mode") == "text")["text"]
    order = figure["data"][0]["locations"]
    assert texts == [f"{values[CODES.index(code)]:.1f}" for code in order]


def test_text_can_be_read_on_its_colour() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(
            share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
        )

    for fill in (*theme.SEQUENCE, *theme.DIVERGING, theme.MISSING):
        light, dark = sorted(
            (luminance(theme.in_light(one)) for one in (fill, theme.text_on(fill))), reverse=True
        )
        assert (light + 0.05) / (dark + 0.05) >= 4.5, fill
