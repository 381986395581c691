"""What an answer costs the server with nothing kept of answers: calls of functions, counted.

They are the same however much else the machine has to do, so a budget here is kept, not measured.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from dash import Dash

from tests.callbacks.reader import Reader

# Of an address asked for again, in thousands; what has no page of its own kind here is measured
# by `python -m benchmarks.calls`.
OPENED = {
    "/": 13, "/min-region?region=14": 36, "/jamfor": 15, "/malnivaer": 24, "/effekter": 16,
    "/scenario": 43, "/data": 13,
}  # fmt: skip
# A control, two values to begin with, the one that is counted, and its thousands of calls.
TOUCHED = (
    ("/effekter", "eff-rule", ("than=limits,top=3", "than=limits,top=4", "than=limits,top=5"), 20),
    ("/effekter", "eff-rule", ("threshold=2", "threshold=3", "threshold=4"), 22),
    ("/malnivaer", "tgt-assumptions", ("beds=30", "beds=40", "beds=50"), 8),
    ("/malnivaer", "tgt-assumptions", ("stay=3", "stay=5", "stay=6"), 12),
    ("/malnivaer", "tgt-assumptions", ("acute=60", "acute=70", "acute=80"), 15),
    ("/malnivaer", "tgt-assumptions", ("size=30", "size=40", "size=50"), 20),
    ("/malnivaer", "tgt-assumptions", ("risk=2", "risk=2.4", "risk=2.8"), 28),
)


def calls(work: Callable[[], object]) -> float:
    """Thousands of calls of functions, those of the interpreter's own among them."""
    found = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return found / 1000


@pytest.mark.parametrize("path", OPENED)
def test_opening_a_page_again_costs_little(app: Dash, path: str) -> None:
    client = app.server.test_client()
    for _ in range(2):
        assert client.get(path).status_code == 200
    assert calls(lambda: client.get(path)) <= OPENED[path]


@pytest.mark.parametrize(("path", "control", "values", "most"), TOUCHED)
def test_an_editor_costs_what_follows_it(
    app: Dash, path: str, control: str, values: tuple[str, ...], most: float
) -> None:
    reader = Reader(app, path)
    for value in values[:-1]:
        reader.touch(**{control: value})
    assert calls(lambda: reader.touching(**{control: values[-1]})) <= most
