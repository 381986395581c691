"""Every panel lies in its own tile, on the scale of all, and gaps and breaks stay open."""

import plotly.graph_objects as go
import pytest

from dashboard.figures import multiples
from dashboard.figures.multiples import Multiples, Panel
from dashboard.reference.regions import REGIONS

LINE = (2.0, None, 4.0, 6.0)


def chart(**changes: object) -> Multiples:
    given: dict[str, object] = {
        "panels": [
            Panel(one.name.sv, one.tile, LINE, "other", "6,0", "6,0, 2025", None) for one in REGIONS
        ],
        "country": (3.0, 3.0, 3.0, 3.0), "country_name": "Riket", "country_value": "3,0",
        "now": 3, "breaks": [], "first": "2022", "last": "2025",
    }  # fmt: skip
    return Multiples(**(given | changes))  # type: ignore[arg-type]


def own_lines(figure: multiples.Figure) -> list[dict[str, object]]:
    """The regions' lines: after the dots, the floors, 21 of Sweden's and its own."""
    found: list[dict[str, object]] = figure["data"][2 + 21 + 1 :][:21]
    return found


def test_each_line_keeps_to_its_tile() -> None:
    figure = multiples.to_plotly(chart(), "sv")
    assert go.Figure(figure).data
    for one, line in zip(REGIONS, own_lines(figure), strict=True):
        column, row = one.tile
        known = [y for y in line["y"] if y is not None]  # type: ignore[attr-defined]
        assert -row - 1 < min(known) <= max(known) < -row
        first = line["x0"]
        last = line["x0"] + 3 * line["dx"]  # type: ignore[operator]
        assert column - 1 < first < last < column  # type: ignore[operator]
        assert line["y"][1] is None  # type: ignore[index]


def test_all_share_one_scale() -> None:
    tall = chart(panels=[Panel("A", (1, 4), (0.0, 10.0), "peer", "10", "10"),
                         Panel("B", (2, 4), (0.0, 5.0), "other", "5", "5")],
                 country=(0.0, 0.0), now=None)  # fmt: skip
    data = multiples.to_plotly(tall, "sv")["data"]
    high, low = data[2 + 2 + 1], data[2 + 2 + 2]
    rise = [line["y"][1] - line["y"][0] for line in (high, low)]
    assert rise[0] == pytest.approx(2 * rise[1])
    assert data[0]["x"] == []


def test_a_line_begins_anew_at_a_break() -> None:
    lines = own_lines(multiples.to_plotly(chart(breaks=[2]), "sv"))
    assert "x0" not in lines[0]
    assert lines[0]["y"][2] is None  # type: ignore[index]
    assert len(lines[0]["x"]) == len(lines[0]["y"]) == 5  # type: ignore[arg-type]


@pytest.mark.parametrize("line", [(None, None), (0.0, 0.0), (7.0, 7.0), (-3.0, -1.0)])
def test_any_values_have_a_scale(line: tuple[float | None, ...]) -> None:
    panels = [Panel("A", (1, 4), line, "other", "–", "–", 85.0 if line[0] == 7.0 else None)]
    assert go.Figure(multiples.to_plotly(chart(panels=panels, country=line, now=1), "en")).data


def test_names_stand_with_their_values() -> None:
    names = multiples.to_plotly(chart(), "sv")["data"][-1]
    assert names["text"][0] == "Riket<br><b>3,0</b>"
    assert len(names["text"]) == 22
