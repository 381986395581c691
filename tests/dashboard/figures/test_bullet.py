"""A value against its target never leaves its scale."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.bullet import HIGH, LOW, Bullet, Bullets, to_plotly
from tests.each import each


@given(st.none() | st.floats(0, 200), st.floats(75, 100))
@settings(max_examples=50, deadline=None)
def test_bars_stay_within_the_scale(value: float | None, target: float) -> None:
    figure = to_plotly(Bullets([Bullet("Akut vård", value, target, "said", "below")]), "sv")
    for shape in each(figure["layout"]["shapes"]):
        assert LOW <= shape["x0"] <= HIGH
        assert LOW <= shape["x1"] <= HIGH
        assert shape["x0"] <= shape["x1"]


def test_a_row_has_its_words_and_its_height() -> None:
    rows = [Bullet(name, 90.0, 85.0, f"{name} said", f"{name} below") for name in "abc"]
    figure = to_plotly(Bullets(rows), "en")
    words = [note["text"] for note in figure["layout"]["annotations"]]
    assert words[:3] == ["<b>a</b>", "a said", "a below"]
    one = to_plotly(Bullets(rows[:1]), "en")["layout"]["height"]
    assert figure["layout"]["height"] - one == 2 * 92
    assert figure["data"][0]["y"] == [2, 1, 0]


def test_an_estimate_has_a_whisker_closed_where_it_ends_on_the_scale() -> None:
    def lines(ends: tuple[float, float] | None) -> list[tuple[float, float]]:
        row = Bullet("a", 90.0, 85.0, "said", "below", ends=ends)
        shapes = to_plotly(Bullets([row]), "sv")["layout"]["shapes"]
        return [(s["x0"], s["x1"]) for s in shapes if s["type"] == "line" and s["x0"] != 85.0]

    assert lines(None) == []
    assert lines((86.0, 94.0)) == [(86.0, 94.0), (86.0, 86.0), (94.0, 94.0)]
    assert lines((60.0, 94.0)) == [(LOW, 94.0), (94.0, 94.0)]
