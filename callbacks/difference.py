"""What changed between two contents, as the smallest thing that can be sent."""

from collections.abc import Iterator
from typing import Any

from dash import Patch, no_update
from dash.development.base_component import Component

_LEAVES = frozenset({str, int, float, bool, type(None)})
# What a component carries beside its properties and its private names.
_NO_PROPERTY = frozenset({"available_properties", "available_wildcard_properties"})
_NOTHING = object()


def difference(old: Any, new: Any) -> Any:
    """`no_update` for equals, a `Patch` of the changed leaves, or the new value as a whole.

    The browser must hold exactly `old`. A patch is given as the dict that travels, which needs
    no second walk on its way to JSON.
    """
    if old is new:
        return no_update
    before, after = plain(old), plain(new)
    if before == after:
        return no_update
    if not _can_descend(before, after):
        return after
    patch = Patch()
    _assign(patch, before, after)
    return patch.to_plotly_json()


def plain(value: Any) -> Any:
    """A component tree as the dicts and lists that travel."""
    kind = type(value)
    if kind in _LEAVES:
        return value
    if isinstance(value, Component):
        return {
            "props": {name: plain(one) for name, one in _properties(value)},
            "type": value._type,
            "namespace": value._namespace,
        }
    if isinstance(value, dict):
        return {key: one if type(one) in _LEAVES else plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [one if type(one) in _LEAVES else plain(one) for one in value]
    return value


def _properties(component: Component) -> Iterator[tuple[str, Any]]:
    # `to_plotly_json` asks for each of the twenty names a component could have: on a page of a
    # thousand components that is half of the work.
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
        patch.extend(after[len(before) :])
    # From the end, so that the places of those still to go stay as they are.
    for place in range(len(before) - 1, len(after) - 1, -1):
        del patch[place]


def _assign_one(patch: Any, key: Any, old: Any, new: Any) -> None:
    if old == new:
        return
    if _can_descend(old, new):
        _assign(patch[key], old, new)
    else:
        patch[key] = new


def _can_descend(old: Any, new: Any) -> bool:
    """Into dicts and lists of dicts: a list of numbers or of pairs is cheaper sent whole."""
    if isinstance(new, dict):
        return isinstance(old, dict)
    return (
        isinstance(new, list)
        and isinstance(old, list)
        and bool(old and new)
        and isinstance(old[0], dict)
        and isinstance(new[0], dict)
    )
