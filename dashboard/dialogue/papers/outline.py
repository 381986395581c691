"""A builder of outlines for python-pptx that looks once for where its shape begins.

Imported only by whoever draws a slide, since it loads python-pptx.
"""

from functools import cached_property
from typing import Any

from pptx.shapes.freeform import FreeformBuilder
from pptx.util import Emu


class Outline(FreeformBuilder):  # type: ignore[misc]
    """Lines from a first point; once it is a shape no more may be added.

    python-pptx looks through all points for the least of them at each point it writes, which took
    two thirds of the time of a deck with the map of Sweden.
    """

    @cached_property
    def shape_offset_x(self) -> Any:
        """The leftmost of all points."""
        return Emu(min([self._start_x, *(one.x for one in self if hasattr(one, "x"))]))

    @cached_property
    def shape_offset_y(self) -> Any:
        """The topmost of all points."""
        return Emu(min([self._start_y, *(one.y for one in self if hasattr(one, "y"))]))
