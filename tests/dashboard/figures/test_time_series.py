"""Lines over time: the axis holds every value, labels never touch, words read the ends."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures import theme
from dashboard.figures.series_words import in_words
from dashboard.figures.time_axis import Mark, axis, dated, event_lines, event_words
from dashboard.figures.time_series import Line, TimeSeries, to_plotly
from dashboard.reference.periods import months_between

MONTHS = months_between("2024-01", "2025-12")
numbers = st.none() | st.floats(-500, 20_000)


def a_chart(*lines: Line) -> TimeSeries:
    return TimeSeries(periods=MONTHS, lines=lines, decimals=1, now="2025-12")


def a_line(values: list[float | None], name: str = "Riket", role: str = "sweden") -> Line:
    return Line(name, values, role)


@given(st.lists(numbers, min_size=24, max_size=24))
@settings(max_examples=50, deadline=None)
def test_the_axis_holds_every_value(values: list[float | None]) -> None:
    figure = to_plotly(a_chart(a_line(values)), "sv")
    low, top = figure["layout"]["yaxis"]["range"]
    assert low < top
    assert all(low <= value <= top for value in values if value is not None)


def test_the_axis_begins_at_zero_unless_all_lie_high() -> None:
    def low(values: list[float | None]) -> float:
        found: float = to_plotly(a_chart(a_line(values)), "sv")["layout"]["yaxis"]["range"][0]
        return found

    assert low([1.0] * 23 + [9.0]) == 0
    assert low([90.0] * 23 + [95.0]) > 0
    assert low([-50.0] * 23 + [9.0]) <= -50


@given(st.floats(0, 100), st.floats(0, 100))
@settings(max_examples=50, deadline=None)
def test_the_labels_of_two_lines_do_not_touch(one: float, other: float) -> None:
    chart = a_chart(
        a_line([one] * 24), a_line([other] * 24, "Blekinge", "selected"),
    )  # fmt: skip
    figure = to_plotly(chart, "sv")
    low, top = figure["layout"]["yaxis"]["range"]
    places = [note["y"] for note in figure["layout"]["annotations"] if note.get("xref") == "paper"]
    assert len(places) == 2
    apart = abs(places[0] - places[1]) / (top - low) * (300 - 60)
    assert apart >= 36 - 1e-6 or max(places) >= top - 1e-9


def test_quiet_lines_are_drawn_first_and_have_no_label() -> None:
    background = a_line([1.0] * 24, "Kalmar", "background")
    figure = to_plotly(a_chart(a_line([2.0] * 24), background), "sv")
    first, last = figure["data"]
    assert (set(first["text"]), last["name"]) == ({"Kalmar"}, "Riket")
    assert "Kalmar" not in str(figure["layout"]["annotations"])


def test_quiet_lines_are_one_trace_whose_points_say_whose_they_are() -> None:
    one, other = (
        a_line([1.0, None] * 12, "Kalmar", "background"),
        a_line([3.0] * 24, "Skåne", "background"),
    )
    background = to_plotly(a_chart(a_line([2.0] * 24), one, other), "sv")["data"][0]
    assert len(background["x"]) == len(background["y"]) == len(background["text"]) == 50
    held = list(zip(background["text"], background["x"], background["y"], strict=True))
    for line in (one, other):
        own = [(x, y) for name, x, y in held if name == line.name]
        assert [y for _, y in own] == [*line.y, None], "a gap ends each line"
        assert own[0][0] == "2024-01"
    assert "%{text}" in background["hovertemplate"]


def test_the_period_looked_at_is_told_and_is_no_shape() -> None:
    layout = to_plotly(a_chart(a_line([2.0] * 24)), "sv")["layout"]
    assert (layout["meta"], layout["shapes"]) == ({"now": "2025-12"}, [])
    elsewhere = TimeSeries(periods=MONTHS, lines=[a_line([2.0] * 24)], decimals=1, now="2030-01")
    assert to_plotly(elsewhere, "sv")["layout"]["meta"] == {}


def test_the_words_read_the_first_and_the_last_value_there_is() -> None:
    line = a_line([None, 2.0, *[3.0] * 20, 4.0, None])
    assert in_words(a_chart(line), "sv") == "Riket 2,0 i februari 2024 och 4,0 i november 2025."
    assert in_words(a_chart(line), "en") == "Riket 2.0 in February 2024 and 4.0 in November 2025."
    assert in_words(a_chart(a_line([None] * 24)), "sv") == "Riket: –."


def test_years_stand_at_their_middle_without_a_preposition() -> None:
    chart = TimeSeries(periods=("2024", "2025"), lines=[a_line([1.0, 2.0])], decimals=1)
    assert in_words(chart, "sv") == "Riket 1,0 år 2024 och 2,0 år 2025."
    assert in_words(chart, "en") == "Riket 1.0 in 2024 and 2.0 in 2025."
    assert to_plotly(chart, "sv")["data"][0]["x"] == ["2024-07", "2025-07"] == [
        dated("2024"), dated("2025"),
    ]  # fmt: skip


@given(st.integers(1, 40))
def test_the_last_year_is_always_named_and_few_are(years: int) -> None:
    found = axis([str(2000 + i) for i in range(years)])
    assert found["ticktext"][0] == str(1999 + years)
    assert len(found["ticktext"]) <= max(7, years // 2 + 1)


def test_words_of_events_never_stand_in_one_another() -> None:
    near = [Mark("2025-06", "Den första händelsen"), Mark("2025-07", "En händelse med många ord"),
            Mark("2025-08", "Ännu en händelse med många ord")]  # fmt: skip
    said = event_words(near, MONTHS)
    assert [one["text"] for one in said] == ["Den första händelsen", "En händelse med många ord"]
    assert len({one["yshift"] for one in said}) == 2
    # The line of the third stands all the same, and the list below names it.
    assert len(event_lines(near)) == 3


def test_reported_months_are_filled_dots() -> None:
    chart = TimeSeries(periods=MONTHS, lines=[Line("Riket", [1.0] * len(MONTHS), "sweden")],
                       decimals=1, dots={"sweden": (["2025-12"], [1.0])})  # fmt: skip
    dot = to_plotly(chart, "en")["data"][-1]
    assert (dot["name"], dot["x"], dot["y"]) == ("reported month", ["2025-12"], [1.0])
    assert dot["marker"]["color"] == theme.INK
