"""A view without some of what it says, so that views which differ in nothing else are one."""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace

from dashboard.view.assumptions import assumptions_of
from dashboard.view.view import View

_USUAL = {field.name: field.default for field in fields(View)}


def without(view: View, keys: Iterable[str]) -> View:
    """The view with these fields as they are where an address does not name them."""
    moved = {key: _USUAL[key] for key in keys if getattr(view, key) != _USUAL[key]}
    return replace(view, **moved) if moved else view  # type: ignore[arg-type]


def assuming(view: View, names: Collection[str]) -> View:
    """The view with no assumptions but these, and what they are computed from."""
    kept = assumptions_of(view.assumptions, names)
    return view if kept == view.assumptions else replace(view, assumptions=kept)
