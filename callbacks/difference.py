"""What changed between two contents, as the smallest thing that can be sent."""

from collections.abc import Iterator
from typing import Any

import orjson
from dash import Patch, no_update
from dash.development.base_component import Component

_LEAVES = frozenset({str, int, float, bool, type(None)})
# What a component carries beside its properties and its private names.
_NO_PROPERTY = frozenset({"available_properties", "available_wildcard_properties"})
_NOTHING = object()


def difference(old: Any, new: Any) -> Any:
    """`no_update` for equals, a patch of the changed leaves, or the new value as a whole.

    The browser must hold exactly `old`. A patch is the dict that a `Patch` travels as, which
    needs no second walk on its way to JSON; when it is longer than the value itself, the value
    is sent.
    """
    if old is new or old == new:
        return no_update
    if not _can_descend(old, new):
        return no_update if plain(old) == plain(new) else plain(new)
    patch = Patch()
    _assign(patch, _opened(old), _opened(new))
    if not patch._operations:
        return no_update
    sent = patch.to_plotly_json()
    return sent if _length(sent) < _length(new) else plain(new)


def _length(value: Any) -> int:
    return len(orjson.dumps(value, default=_opened, option=orjson.OPT_NON_STR_KEYS))


def plain(value: Any) -> Any:
    """A component tree as the dicts and lists that travel."""
    if type(value) in _LEAVES:
        return value
    value = _opened(value)
    if isinstance(value, dict):
        return {key: one if type(one) in _LEAVES else plain(one) for key, one in value.items()}
    if isinstance(value, list):
        # Most lists are the points of a line.
        return list(value) if _LEAVES.issuperset(map(type, value)) else [*map(plain, value)]
    return value


def _opened(value: Any) -> Any:
    """The outermost dict or list of a value, its contents as they are."""
    if isinstance(value, Component):
        props = dict(_properties(value))
        return {"props": props, "type": value._type, "namespace": value._namespace}
    return list(value) if isinstance(value, tuple) else value


def _properties(component: Component) -> Iterator[tuple[str, Any]]:
    # `to_plotly_json` asks for each of the twenty names a component could have: on a page of a
    # thousand components that was half of the work.
    for name, value in vars(component).items():
        if name[0] != "_" and name not in _NO_PROPERTY:
            yield name, value


def _assign(patch: Any, before: Any, after: Any) -> None:
    """Write what differs between two dicts, or two lists, at the place of `patch`."""
    if isinstance(after, list):
        _assign_list(patch, before, after)
        return
    for key, new in after.items():
        _assign_one(patch, key, before.get(key, _NOTHING), new)
    for key in before.keys() - after.keys():
        del patch[key]


def _assign_list(patch: Any, before: list[Any], after: list[Any]) -> None:
    for place, (old, new) in enumerate(zip(before, after, strict=False)):
        _assign_one(patch, place, old, new)
    if len(after) > len(before):
        patch.extend(plain(after[len(before) :]))
    # From the end, so that the places of those still to go stay as they are.
    for place in range(len(before) - 1, len(after) - 1, -1):
        del patch[place]


def _assign_one(patch: Any, key: Any, old: Any, new: Any) -> None:
    if old is new or old == new:
        return
    if _can_descend(old, new):
        _assign(patch[key], _opened(old), _opened(new))
        return
    value = plain(new)
    if value != plain(old):
        patch[key] = value


def _can_descend(old: Any, new: Any) -> bool:
    """Into components, dicts and lists of them: a list of numbers is cheaper sent whole."""
    if isinstance(new, dict | Component):
        return isinstance(old, dict | Component)
    return _is_list_of_parts(old) and _is_list_of_parts(new)


def _is_list_of_parts(value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) > 0
        and isinstance(value[0], dict | Component)
    )
