"""What changed between two values of a part, as the smallest thing that can be sent."""

from typing import Any

import orjson

UNCHANGED = object()
_NOTHING = object()

Place = tuple[str | int, ...]
# A place in a figure with what stands there now; with nothing, what stood there is gone.
Step = tuple[Place, Any] | tuple[Place]


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
    return new if _length(found) > _length(new) else found


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
    else:
        steps.append((place, new))


def _holds_parts(value: Any) -> bool:
    """A list of dicts is compared one by one; a list of numbers is cheaper sent whole."""
    return type(value) in (list, tuple) and len(value) > 0 and type(value[0]) is dict
