"""The words of the address that hold what the reader assumes about units, patients and beds."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from dashboard.frozen import frozen

USUAL = "usual"
# What a refusal names as examples.
EXAMPLES = (USUAL, "size=30,risk=3", "acute=75,stay=5,variance=1.5")
_MOST_CHARACTERS = 200
_NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?", re.ASCII)


@frozen
class Scale:
    """What an assumption can be: from `low` to `high` in steps; `usual` None follows the view."""

    low: float
    high: float
    step: float
    usual: float | None

    @property
    def decimals(self) -> int:
        """How many decimals a value on the scale has."""
        return 1 if self.step % 1 else 0


SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        "size": Scale(4, 120, 1, 24),
        "anchor": Scale(16, 40, 1, 24),
        "risk": Scale(0.5, 8, 0.1, None),
        "acute": Scale(40, 100, 1, None),
        "stay": Scale(1.5, 14, 0.5, 4),
        "admitted": Scale(5, 7, 1, 5),
        "variance": Scale(0.5, 2, 0.1, 1),
        "neighbours": Scale(0, 5, 1, 0),
        "pool": Scale(2, 6, 1, 2),
        "beds": Scale(5, 400, 5, 20),
        "days": Scale(0.1, 1, 0.1, 0.2),
        "locked": Scale(0, 1, 1, 0),
    }
)


# The shares at which a risk is met follow the anchor's census (docs/methods.md 2.2).
_OF_RISK = ("anchor", "stay", "admitted", "variance")


@frozen
class Assumptions:
    """What the targets are derived with (docs/methods.md 2.2-2.4 and 1.6).

    `size` beds of a unit; `anchor` beds of the unit that the guideline holds for; `risk` tolerated
    overcrowding per 100 beds, None as the guideline implies; `acute` share of patients in per
    cent, None as the region's own; `stay` mean length of stay in days; `admitted` days a week on
    which planned patients are admitted; `variance` of the acute census over its mean; `neighbours`
    0 without the geography factor, 1 by the distances of the region, else a class from 2, no
    hospital near, to 5, several; `pool` units merged; `beds` added and `days` shortened in what is
    asked; `locked` beds of each stream.
    """

    size: float = 24
    anchor: float = 24
    risk: float | None = None
    acute: float | None = None
    stay: float = 4
    admitted: float = 5
    variance: float = 1
    neighbours: float = 0
    pool: float = 2
    beds: float = 20
    days: float = 0.2
    locked: float = 0


@lru_cache(maxsize=256)
def assumptions(text: str) -> Assumptions:
    """Read `usual`, or what differs from it: `size=30,risk=3`.

    Raises:
        ValueError: an unknown or repeated name, or a number outside its scale; in English.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ValueError(f"more than {_MOST_CHARACTERS} characters")
    if text == USUAL:
        return Assumptions()
    pairs = [part.partition("=")[::2] for part in text.split(",")]
    if len(dict(pairs)) < len(pairs):
        raise ValueError("an assumption stands twice")
    return Assumptions(**{name: _number(name, value) for name, value in pairs})


def assumptions_edited(words: str, fields: Mapping[str, str]) -> str:
    """The words after some assumptions are set by name; what is as usual is left out.

    Raises:
        ValueError: as `assumptions`, of the words or of a field.
    """
    pairs = [] if words == USUAL else [pair.partition("=")[::2] for pair in words.split(",")]
    values = {name: _number(name, value) for name, value in (*pairs, *fields.items())}
    differing = {name: value for name, value in values.items() if value != SCALES[name].usual}
    return ",".join(f"{name}={value:g}" for name, value in differing.items()) or USUAL


def assumptions_of(words: str, names: Collection[str]) -> str:
    """The words without the assumptions that are not named.

    Where a risk is tolerated, what it is computed from counts as named with it.
    """
    if words == USUAL:
        return words
    given = words.split(",")
    named = {pair.partition("=")[0] for pair in given} & {*names}
    followed = {*named, *_OF_RISK} if "risk" in named else named
    return ",".join(pair for pair in given if pair.partition("=")[0] in followed) or USUAL


def _number(name: str, value: str) -> float:
    scale = SCALES.get(name)
    if scale is None:
        raise ValueError(f"no assumption {name[:40]!r}; there is {', '.join(SCALES)}")
    if not _NUMBER.fullmatch(value) or not scale.low <= float(value) <= scale.high:
        raise ValueError(f"{name} must be from {scale.low:g} to {scale.high:g}, not {value[:40]!r}")
    return float(value)
