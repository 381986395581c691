"""What a statistical table is laid out by: its variables, each with its values."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from dashboard.frozen import frozen
from dashboard.language.text import Text

# The role of a variable in JSON-stat; a classification has none.
Role = Literal["geo", "metric", "time", ""]
REGION, CARE, STREAM, CONTENTS, TIME = "Region", "Care", "Stream", "ContentsCode", "Tid"


@frozen
class Variable:
    """A variable; `values` are the words of its codes, in their order.

    `eliminated_by` is the value that is meant where the variable is not selected. A variable
    without one must be selected.
    """

    code: str
    name: Text
    values: Mapping[str, Text]
    role: Role = ""
    eliminated_by: str = ""

    def only(self, codes: Iterable[str]) -> "Variable":
        """The same variable with some of its values, in the variable's own order."""
        wanted = set(codes)
        return replace(self, values={k: v for k, v in self.values.items() if k in wanted})


def time_code(period: str) -> str:
    """A period as statistical tables write it: `2025-10` is `2025M10`, a year stays as it is."""
    return period.replace("-", "M")


def period_of(code: str) -> str:
    """The period of a time code, or the period itself: `2025M10` is `2025-10`."""
    return code.upper().replace("M", "-")
