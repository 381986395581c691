"""A view without some of what it says, so that views which differ in nothing else are one."""

from collections.abc import Iterable
from dataclasses import fields, replace

from dashboard.view.view import View

_USUAL = {field.name: field.default for field in fields(View)}


def without(view: View, keys: Iterable[str]) -> View:
    """The view with these fields as they are where an address does not name them."""
    moved = {key: _USUAL[key] for key in keys if getattr(view, key) != _USUAL[key]}
    return replace(view, **moved) if moved else view  # type: ignore[arg-type]
