"""The unit that figures are written in, where a heading or a title says one."""

from collections.abc import Mapping

from dashboard.imports.measures import RATES
from dashboard.language.text import Text

IN_THOUSANDS = Text(
    "Kolumnen {} är läst i tusental, som rubriken säger.",
    "The column {} was read in thousands, as its heading says.",
)


def thousands_of(said: Mapping[str, str]) -> int:
    """What a figure is to be multiplied by; a rate is never in thousands."""
    return 1 if said.get("measure") in RATES else int(said.get("times", "1"))
