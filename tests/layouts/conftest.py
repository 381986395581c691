"""A laid-out page as tests read it: its components and its words."""

from collections.abc import Iterator

import pytest
from dash.development.base_component import Component

from layouts.html.elements import Html
from layouts.html.render import render_html
from tests.callbacks.document import Document
from tests.layouts.reading import read


class Tree:
    """What can be asked of a page, or of a part of it."""

    @staticmethod
    def components(page) -> Iterator[Component]:
        """Every component, in the order of the page."""
        if isinstance(page, (list, tuple)):
            for one in page:
                yield from Tree.components(one)
        elif isinstance(page, Component):
            yield page
            yield from Tree.components(Tree.children(page))

    @staticmethod
    def children(component: Component) -> list:
        """What stands directly in a component; nothing for one that holds nothing."""
        found = getattr(component, "children", None)
        return found if isinstance(found, list) else [] if found is None else [found]

    @staticmethod
    def words(page) -> str:
        """All the text, as one string."""
        if isinstance(page, (list, tuple)):
            return "".join(Tree.words(one) for one in page)
        if isinstance(page, Html):
            return "".join(read(page).words)
        return Tree.words(Tree.children(page)) if isinstance(page, Component) else str(page)

    @staticmethod
    def of_type(page, *kinds: str) -> list[Component]:
        """The components that are one of these elements, such as `"H2"`."""
        return [one for one in Tree.components(page) if one._type in kinds]

    @staticmethod
    def ids(page) -> list[str]:
        return Document(render_html(page)).ids

    @staticmethod
    def hrefs(page) -> list[str]:
        return [one.href for one in Tree.of_type(page, "A")]


@pytest.fixture(scope="session")
def tree() -> type[Tree]:
    return Tree
