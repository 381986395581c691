"""Names stand beside their dots and never cover each other or another dot."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.labels import Place, labels

ENDS = (0.0, 100.0)
PLACES = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=21)


def boxes(found: list[dict[str, object]]) -> list[tuple[float, float, float, float]]:
    """Left, right, bottom and top of each label, counted as the labels are."""
    drawn = []
    for one in found:
        text = str(one["text"]).removeprefix("<b>").removesuffix("</b>")
        x, y = 4 * float(one["x"]) + float(one["xshift"]), 4 * float(one["y"])  # type: ignore[arg-type]
        wide = 6.6 * len(text)
        left = x if one["xanchor"] == "left" else x - wide
        drawn.append((left, left + wide, y - 7, y + 7))
    return drawn


@given(PLACES)
def test_no_two_names_touch_and_none_runs_out(points: list[tuple[int, int]]) -> None:
    wanted = [Place("Västernorrland", x, y, "peer") for x, y in points]
    found = boxes(labels(wanted, points, ENDS, ENDS, size=(400, 400)))
    assert len(found) <= len(points)
    for i, (left, right, low, high) in enumerate(found):
        assert left >= -1e-6
        assert right <= 400 + 1e-6
        for other in found[:i]:
            apart = right <= other[0] or other[1] <= left or high <= other[2] or other[3] <= low
            assert apart


def test_the_first_wanted_comes_first_and_the_other_side_is_tried() -> None:
    chosen, near = Place("Skåne", 50, 50, "selected"), Place("Halland", 50, 51, "peer")
    found = labels([chosen, near], [(50, 50), (50, 51)], ENDS, ENDS, size=(400, 400))
    assert [one["text"] for one in found] == ["<b>Skåne</b>", "Halland"]
    assert [one["xanchor"] for one in found] == ["left", "right"]
    edge = labels([Place("Gotland", 99, 9, "peer")], [(99, 9)], ENDS, ENDS, size=(400, 400))
    assert edge[0]["xanchor"] == "right"
