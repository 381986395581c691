"""A laid-out page as tests read it: its elements and its words."""

import pytest

from tests.layouts.tree import Tree


@pytest.fixture(scope="session")
def tree() -> type[Tree]:
    return Tree
