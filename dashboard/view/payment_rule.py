"""The words of the address that choose a rule of payment to try."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Literal, get_args

from dashboard.frozen import frozen

Than = Literal["month", "year", "limits"]
Ties = Literal["inclusive", "strict"]
Bonus = Literal["pooled", "per-requirement"]

# What a refusal names as examples.
EXAMPLES = ("2024", "than=limits,top=0", "threshold=2")

DECISION = "2024"
_MOST_CHARACTERS = 200
_NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?", re.ASCII)
_MOST = {"threshold": 50.0, "top": 21.0, "base": 1990.0, "least": 50.0, "smooth": 12.0,
         "over": 1990.0, "out": 1990.0, "decimals": 4.0}  # fmt: skip
_LEAST = {"smooth": 1.0}
_WHOLE = ("top", "smooth", "decimals")


@frozen
class RuleChoice:
    """The parameters of a rule; the defaults are the decision of 2024.

    `threshold` is per cent, `than` what a month is compared with (the same month of the year
    before, the mean of its twelve months, the region's own limits), `top` how many of the lowest
    are paid, `smooth` how many months are averaged before they are judged. `base`, `over` and
    `out` are the pots and `least` the least base of a region, in millions of kronor. `decimals`
    are those the rates are rounded to before they are compared; None takes them as they are.
    """

    threshold: float = 0.5
    than: Than = "month"
    top: int = 5
    ties: Ties = "inclusive"
    bonus: Bonus = "pooled"
    smooth: int = 1
    decimals: int | None = None
    base: float = 750.0
    least: float = 0.0
    over: float = 620.0
    out: float = 620.0


OF_2024 = RuleChoice()
_WORDS: Mapping[str, tuple[str, ...]] = {
    "than": get_args(Than),
    "ties": get_args(Ties),
    "bonus": get_args(Bonus),
}
NAMES = tuple(field.name for field in fields(RuleChoice))


def rule_choice(text: str) -> RuleChoice:
    """Read `2024`, or the parameters in which a rule departs from it: `threshold=2,top=3`.

    Raises:
        ValueError: an unknown or repeated parameter, or a value it cannot have.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ValueError(f"more than {_MOST_CHARACTERS} characters")
    if text == DECISION:
        return OF_2024
    pairs = [one.partition("=")[::2] for one in text.split(",")]
    given = dict(pairs)
    if len(given) < len(pairs):
        raise ValueError("a parameter stands twice")
    read = {name: _read(name, value) for name, value in given.items()}
    return replace(OF_2024, **read)  # type: ignore[arg-type]


def rule_text(rule: RuleChoice) -> str:
    """The shortest words that `rule_choice` reads as this rule."""
    own = [name for name in NAMES if getattr(rule, name) != getattr(OF_2024, name)]
    return ",".join(f"{name}={_word(getattr(rule, name))}" for name in own) or DECISION


def rule_edited(fields: Mapping[str, str]) -> str:
    """The words for what an editor of rules says, parameter by parameter; one that says nothing
    is as in the decision.

    Raises:
        ValueError: an unknown parameter, or a value it cannot have.
    """
    read = {name: _read(name, value) for name, value in fields.items() if value != ""}
    return rule_text(replace(OF_2024, **read))  # type: ignore[arg-type]


def _word(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def _read(name: str, value: str) -> float | str:
    if name in _WORDS:
        if value not in _WORDS[name]:
            raise ValueError(f"{name} can be {', '.join(_WORDS[name])}, not {value[:40]!r}")
        return value
    if name not in _MOST:
        raise ValueError(f"no parameter {name[:40]!r}; there is {', '.join(NAMES)}")
    least, most = _LEAST.get(name, 0.0), _MOST[name]
    if not _NUMBER.fullmatch(value) or not least <= float(value) <= most:
        raise ValueError(f"{name} must be from {least:g} to {most:g}, not {value[:40]!r}")
    if name in _WHOLE and float(value) != int(float(value)):
        raise ValueError(f"{name} must be a whole number, not {value[:40]!r}")
    return int(float(value)) if name in _WHOLE else float(value)
