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
# One change: its kind, where it is, and the value it needs.
Change = tuple[str, Place, Any]


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


def _operations(old: Any, new: Any) -> list[dict[str, Any]] | None:
    """The operations of a patch, or None as soon as they are longer than `new` itself."""
    room = _length(new)
    found = []
    for kind, place, value in _changes(old, new, ()):
        params = {} if value is _NOTHING else {"value": plain(value)}
        found.append({"operation": kind, "location": place, "params": params})
        room -= _length(found[-1])
        if room < 0:
            return None
    return found


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


def _changes(old: Any, new: Any, place: Place) -> Iterator[Change]:
    """What differs between two dicts, components or lists, leaf by leaf."""
    before, after = _opened(old), _opened(new)
    if isinstance(after, list):
        yield from _changes_of_list(before, after, place)
        return
    for key, value in after.items():
        yield from _changes_at(before.get(key, _NOTHING), value, (*place, key))
    for key in before.keys() - after.keys():
        yield "Delete", (*place, key), _NOTHING


def _changes_of_list(before: list[Any], after: list[Any], place: Place) -> Iterator[Change]:
    for i, (old, new) in enumerate(zip(before, after, strict=False)):
        yield from _changes_at(old, new, (*place, i))
    if len(after) > len(before):
        yield "Extend", place, after[len(before) :]
    # From the end, so that the places of those still to go stay as they are.
    for i in range(len(before) - 1, len(after) - 1, -1):
        yield "Delete", (*place, i), _NOTHING


def _changes_at(old: Any, new: Any, place: Place) -> Iterator[Change]:
    if old is new or old == new:
        return
    if _can_descend(old, new):
        yield from _changes(old, new, place)
    elif type(new) in _LEAVES or plain(old) != plain(new):
        yield "Assign", place, new


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
