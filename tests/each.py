"""What is gone through in a test, of which there must be at least one."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import pytest

Thing = TypeVar("Thing")


def each(things: Iterable[Thing]) -> Iterator[Thing]:
    """The things one after another; the test fails where there are none to check."""
    none = True
    for thing in things:
        none = False
        yield thing
    if none:
        pytest.fail("there was nothing to check", pytrace=False)
