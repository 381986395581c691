"""What changed between two contents, as the smallest thing that can be sent."""

from collections.abc import Iterator
from typing import Any

import orjson
from dash import Patch, no_update
from dash.development.base_component import Component

_LEAVES = frozenset({str, int, float, bool, type(None)})
# Asked before `isinstance`, which is slow for an abstract class like `Component`.
_PLAIN = frozenset({*_LEAVES, dict, list})
# What a component carries beside its properties and its private names.
_NO_PROPERTY = frozenset({"available_properties", "available_wildcard_properties"})
_NOTHING = object()

Place = tuple[str | int, ...]
# One change as a patch carries it: its kind, where it is, and the value it needs.
Operation = dict[str, Any]


def difference(old: Any, new: Any) -> Any:
    """`no_update` for equals, a patch of the changed leaves, or the new value as a whole.

    The browser must hold exactly `old`. A patch is the dict that a `Patch` travels as, which
    needs no second walk on its way to JSON; when it would be longer than the value itself, the
    value is sent.
    """
    if old is new or old == new:
        return no_update
    if not _can_descend(old, new):
        return no_update if plain(old) == plain(new) else plain(new)
    operations = _operations(old, new)
    if operations is None:
        return plain(new)
    return {**_PATCH, "operations": operations} if operations else no_update


_PATCH = {name: mark for name, mark in Patch().to_plotly_json().items() if name != "operations"}


def _operations(old: Any, new: Any) -> list[Operation] | None:
    """The operations of a patch, or None when they are longer than `new` itself."""
    found: list[Operation] = []
    _compare(old, new, (), found)
    return None if found and _length(found) > _length(new) else found


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
    if type(value) in _PLAIN:
        return value
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


def _compare(old: Any, new: Any, place: Place, found: list[Operation]) -> None:
    """Add what differs between two dicts, components or lists to `found`, leaf by leaf."""
    before, after = _opened(old), _opened(new)
    if isinstance(after, list):
        _compare_lists(before, after, place, found)
        return
    for key, value in after.items():
        _compare_at(before.get(key, _NOTHING), value, (*place, key), found)
    found += [_operation("Delete", (*place, key)) for key in before.keys() - after.keys()]


def _compare_lists(
    before: list[Any], after: list[Any], place: Place, found: list[Operation]
) -> None:
    for i, (old, new) in enumerate(zip(before, after, strict=False)):
        _compare_at(old, new, (*place, i), found)
    if len(after) > len(before):
        found.append(_operation("Extend", place, after[len(before) :]))
    # From the end, so that the places of those still to go stay as they are.
    gone = range(len(before) - 1, len(after) - 1, -1)
    found += [_operation("Delete", (*place, i)) for i in gone]


def _compare_at(old: Any, new: Any, place: Place, found: list[Operation]) -> None:
    if old is new or old == new:
        return
    if _can_descend(old, new):
        _compare(old, new, place, found)
    elif type(new) in _LEAVES or plain(old) != plain(new):
        found.append(_operation("Assign", place, new))


def _operation(kind: str, place: Place, value: Any = _NOTHING) -> Operation:
    params = {} if value is _NOTHING else {"value": plain(value)}
    return {"operation": kind, "location": place, "params": params}


def _can_descend(old: Any, new: Any) -> bool:
    """Into components, dicts and lists of them: a list of numbers is cheaper sent whole."""
    if _is_part(new):
        return _is_part(old)
    return _is_list_of_parts(old) and _is_list_of_parts(new)


def _is_list_of_parts(value: Any) -> bool:
    return type(value) in (list, tuple) and len(value) > 0 and _is_part(value[0])


def _is_part(value: Any) -> bool:
    if type(value) in _PLAIN:
        return type(value) is dict
    return isinstance(value, dict | Component)
