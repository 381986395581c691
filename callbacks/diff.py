"""What changed between two values of a part, as the smallest thing that can be sent."""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

import orjson

from callbacks.number_lists import FEW, Letters, number_letters
from callbacks.text_steps import Steps, text_steps

UNCHANGED = object()
_NOTHING = object()

Place = tuple[str | int, ...]
# A place in a figure with what stands there now; with nothing, what stood there is gone; with three
# things, the steps from its words as JSON; with four, the letters of its numbers.
Step = (
    tuple[Place, Any]
    | tuple[Place]
    | tuple[Place, list[Any], str, str]
    | tuple[Place, str, int, int, list[Any]]
)
# Shorter words are sent as they are.
_SHORT = 24


def difference(old: Any, new: Any) -> Any:
    """`UNCHANGED` for equals, the steps from one figure to the other, or the new value as a whole.

    The browser must hold exactly `old`. Only between dicts there are steps, a list of them; when
    they would be longer than the value itself, the value is sent.
    """
    if old is new or old == new:
        return UNCHANGED
    if type(old) is not dict or type(new) is not dict:
        return new
    found: list[Step] = []
    _compare(old, new, (), found)
    return new if _is_longer(found, new) else found


def beside(new: dict[str, Any], shown: Mapping[str, Any]) -> Any:
    """The steps to a figure that was not there from the one that is most like it of those that are,
    by their ids; the figure itself where that is shorter.

    `{"like": id, "steps": steps}`, like one that begins with as many traces of the same kinds.
    """
    alike = {id_: _alike(one, new) for id_, one in shown.items() if one}
    like = max(alike, key=lambda id_: alike[id_], default="")
    if not alike.get(like):
        return new
    sent = difference(shown[like], new)
    if sent is UNCHANGED:
        return {"like": like, "steps": []}
    return {"like": like, "steps": sent} if type(sent) is list else new


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    """How many traces from the first on are of the same kinds."""
    kinds = [
        [(trace["type"], trace.get("mode")) for trace in figure.get("data", ())]
        for figure in (one, other)
    ]
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*kinds, strict=False)))


def _is_longer(steps: list[Step], new: dict[str, Any]) -> bool:
    length = _length(steps)
    traces = [one for one in new.get("data", ()) if type(one) is dict]
    # Each number takes two letters at least; most steps are shorter than that alone.
    least = sum(2 * len(one) for trace in traces for one in trace.values() if type(one) is list)
    return length > least and length > _length(new)


def _length(value: Any) -> int:
    return len(orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS))


def _compare(old: dict[str, Any], new: dict[str, Any], place: Place, steps: list[Step]) -> None:
    """Add what differs between two dicts to `steps`, leaf by leaf."""
    for key, value in new.items():
        _compare_at(old.get(key, _NOTHING), value, (*place, key), steps)
    steps += [((*place, key),) for key in old if key not in new]


def _compare_lists(old: list[Any], new: list[Any], place: Place, steps: list[Step]) -> None:
    if len(old) > len(new):
        steps.append(((*place, "length"), len(new)))
    for i, value in enumerate(new):
        _compare_at(old[i] if i < len(old) else _NOTHING, value, (*place, i), steps)


def _compare_at(old: Any, new: Any, place: Place, steps: list[Step]) -> None:
    if old is new or old == new:
        return
    if type(new) is dict and type(old) is dict:
        _compare(old, new, place, steps)
    elif _holds_parts(new) and _holds_parts(old):
        _compare_lists(old, new, place, steps)
    elif type(new) in (str, list, tuple) and (told := _told(old, new)):
        steps.append((place, *told))
    else:
        steps.append((place, new))


def _told(old: Any, new: Any) -> Steps | Letters | None:
    """What leads from an old leaf to a new one, if it is shorter than that."""
    if type(new) is str:
        return (
            text_steps(_json(old), _json(new)) if type(old) is str and len(new) > _SHORT else None
        )
    if len(new) >= FEW and (letters := number_letters(old, new)):
        return letters
    is_alike = type(old) is type(new) and len(old) == len(new)
    is_words = is_alike and _is_words(old) and _is_words(new)
    now = _json(new) if is_words else ""
    return text_steps(_json(old), now) if len(now) > _SHORT else None


def _is_words(values: Any) -> bool:
    """Only words or rows of words, which are the same in every writing of JSON."""
    kinds = set(map(type, values))
    return kinds == {str} or (kinds <= {list, tuple} and all(map(_is_words, values)))


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _holds_parts(value: Any) -> bool:
    """A list of dicts is compared one by one; a list of numbers is cheaper sent whole."""
    return type(value) in (list, tuple) and len(value) > 0 and type(value[0]) is dict
