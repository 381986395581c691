"""The words of the address that hold a scenario: what is changed, and how sure that is."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dashboard.frozen import frozen
from dashboard.statistics.quasi_points import Spread, exactly

NOW = "now"
# What a refusal names as examples.
EXAMPLES = (NOW, "beds=20", "stay=0.2~0.1~0.3,ready=50")
# The model whose results an address without one gets; the earlier ones stay able to answer.
MODEL = 1
MODELS = (1,)
# What is set without an interval has this share of itself to both sides; an assumption.
SHARE = 0.25
_MOST_CHARACTERS = 200
_NUMBER = re.compile(r"-?[0-9]{1,5}(\.[0-9]{1,2})?", re.ASCII)
_WHOLE = re.compile(r"[0-9]{1,3}", re.ASCII)


@frozen
class Dial:
    """What a control can be: from `low` to `high` in steps, and what it usually is.

    `usual` None follows the region. `sure` has no interval of its own.
    """

    low: float
    high: float
    step: float
    usual: Spread | None
    sure: bool = False

    @property
    def decimals(self) -> int:
        """How many decimals a value on the dial has."""
        return 1 if self.step % 1 else 0


DIALS: Mapping[str, Dial] = MappingProxyType(
    {
        "beds": Dial(-1000, 5000, 5, exactly(0)),
        "stay": Dial(0, 2, 0.1, exactly(0)),
        "ready": Dial(0, 100, 5, exactly(0)),
        "moved": Dial(0, 30, 1, exactly(0)),
        "latent": Dial(0, 100, 5, Spread(0, 0, 50)),
        "ahead": Dial(0, 10, 1, exactly(0), sure=True),
        "growth": Dial(-3, 4, 0.1, None),
        "length": Dial(1.5, 14, 0.5, Spread(4, 3, 6)),
        "nurse": Dial(1, 20, 0.1, Spread(7.7, 6, 10)),
        "staff": Dial(1, 20, 0.1, Spread(4.2, 3.3, 5.3)),
        "hours": Dial(1000, 2000, 10, Spread(1600, 1500, 1700)),
        "cost": Dial(1000, 30000, 100, Spread(9300, 7800, 10800)),
        "cap": Dial(0, 9000, 10, None, sure=True),
        "closed": Dial(0, 5000, 1, None, sure=True),
        "convert": Dial(0, 9000, 1, None, sure=True),
        "employed": Dial(0, 99000, 1, None, sure=True),
        "crisis": Dial(0.3, 1, 0.05, exactly(0.7), sure=True),
        "hurt": Dial(0, 2000, 5, exactly(60), sure=True),
        "severe": Dial(0, 100, 5, exactly(60), sure=True),
        "window": Dial(1, 48, 1, exactly(2), sure=True),
        "goal": Dial(1, 1000, 1, exactly(20), sure=True),
    }
)
# What is decided; the others are assumed of the world.
LEVERS = ("beds", "stay", "ready", "moved")


@frozen
class Scenario:
    """What departs from the usual, by name, and the version of the model it is read by."""

    set_to: tuple[tuple[str, Spread], ...] = ()
    model: int = MODEL

    def of(self, name: str) -> Spread | None:
        """What a control is set to; None where it follows the region, or is left out."""
        return dict(self.set_to).get(name, DIALS[name].usual)

    def number(self, name: str, otherwise: float = 0.0) -> float:
        """The value of a control, and `otherwise` where it has none."""
        one = self.of(name)
        return otherwise if one is None else one.value

    @property
    def is_now(self) -> bool:
        """Whether nothing is done and no year is ahead."""
        names = (*LEVERS, "ahead")
        return all(one.value == 0 and one.known for name in names if (one := self.of(name)))


def scenario_choice(text: str) -> Scenario:
    """Read `now`, or what departs from it: `beds=20,stay=0.2~0.1~0.3`, value ~ low ~ high.

    Raises:
        ValueError: an unknown or repeated name, a number outside its dial, ends that do not lie
            around the value, or a model that does not exist; in English.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ValueError(f"more than {_MOST_CHARACTERS} characters")
    if text == NOW:
        return Scenario()
    pairs = [part.partition("=")[::2] for part in text.split(",")]
    given = dict(pairs)
    if len(given) < len(pairs):
        raise ValueError("a control stands twice")
    model = _model(given.pop("model", str(MODEL)))
    read = {name: _spread(name, value) for name, value in given.items()}
    return Scenario(tuple((name, read[name]) for name in DIALS if name in read), model)


def by_newest_model(scenario: Scenario) -> Scenario:
    """The same changes by the model that is used now."""
    return replace(scenario, model=MODEL)


def scenario_text(scenario: Scenario) -> str:
    """The shortest words that are read as this scenario; they name the model."""
    pairs = [f"{name}={_said(name, one)}" for name, one in scenario.set_to
             if one != DIALS[name].usual]  # fmt: skip
    if not pairs and scenario.model == MODEL:
        return NOW
    return ",".join((f"model={scenario.model}", *pairs))


def scenario_edited(words: str, fields: Mapping[str, str]) -> str:
    """The words after some controls are set by name; an empty field is as usual.

    Raises:
        ValueError: as `scenario_choice`, of the words or of a field.
    """
    before = scenario_choice(words)
    kept = {name: one for name, one in before.set_to if name not in fields}
    read = {name: _spread(name, value) for name, value in fields.items() if value != ""}
    both = {**kept, **read}
    return scenario_text(replace(before, set_to=tuple((n, both[n]) for n in DIALS if n in both)))


def widened(name: str, value: float) -> Spread:
    """A value with the interval it has where none is given (docs/methods.md 7.6)."""
    dial = DIALS[name]
    if dial.usual is not None and value == dial.usual.value:
        return dial.usual
    if dial.sure:
        return exactly(value)
    off = SHARE * abs(value)
    low, high = max(dial.low, value - off), min(dial.high, value + off)
    return Spread(value, round(low, 2), round(high, 2))


def _model(text: str) -> int:
    if not _WHOLE.fullmatch(text) or int(text) not in MODELS:
        known = ", ".join(map(str, MODELS))
        raise ValueError(f"there is no model {text[:40]!r}; there is {known}")
    return int(text)


def _spread(name: str, text: str) -> Spread:
    dial = DIALS.get(name)
    if dial is None:
        raise ValueError(f"no control {name[:40]!r}; there is {', '.join(DIALS)}")
    numbers = [_number(name, one, dial) for one in text.split("~")]
    if len(numbers) == 1:
        return widened(name, numbers[0])
    if len(numbers) != 3 or dial.sure:
        kind = "one number" if dial.sure else "a value, or value~low~high"
        raise ValueError(f"{name} must be {kind}, not {text[:40]!r}")
    value, low, high = numbers
    if not low <= value <= high:
        raise ValueError(f"{name}: the interval {low:g} to {high:g} must hold the value {value:g}")
    return Spread(value, low, high)


def _number(name: str, text: str, dial: Dial) -> float:
    if not _NUMBER.fullmatch(text) or not dial.low <= float(text) <= dial.high:
        raise ValueError(f"{name} must be from {dial.low:g} to {dial.high:g}, not {text[:40]!r}")
    return float(text)


def _said(name: str, spread: Spread) -> str:
    if spread == widened(name, spread.value):
        return f"{spread.value:g}"
    return f"{spread.value:g}~{spread.low:g}~{spread.high:g}"
