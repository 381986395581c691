"""What each registered callback is asked with, and whether a request is asked like that."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.frozen import frozen

Prop = tuple[str, str]


@frozen
class Signature:
    """What a callback is asked with: `(id, property)` of each part, in order.

    `several` tells whether `outputs` travels as a list or as one object.
    """

    several: bool
    outputs: tuple[Prop, ...]
    inputs: tuple[Prop, ...]
    state: tuple[Prop, ...]


def signatures(callbacks: Iterable[Mapping[str, Any]]) -> dict[str, Signature]:
    """The signature of every server callback in Dash's `_callback_list`, by its `output`.

    Client-side callbacks are left out: the server has no function for them.

    Raises:
        ValueError: a callback uses pattern ids, whose parts cannot be told beforehand.
    """
    return {
        entry["output"]: _signature(entry)
        for entry in callbacks
        if not entry.get("clientside_function")
    }


def is_asked_as_registered(body: Mapping[str, Any], signature: Signature) -> bool:
    """Whether the parts of a decoded body are those of `signature`, in number and order.

    `changedPropIds` may only name inputs of the callback.
    """
    outputs = body.get("outputs", [])
    changed = body.get("changedPropIds", [])
    inputs = {f"{id_}.{name}" for id_, name in signature.inputs}
    return (
        isinstance(body.get("outputs"), list) == signature.several
        and _props([outputs] if isinstance(outputs, dict) else outputs) == signature.outputs
        and _props(body.get("inputs", [])) == signature.inputs
        and _props(body.get("state", [])) == signature.state
        and isinstance(changed, list)
        and all(isinstance(one, str) and one in inputs for one in changed)
    )


def _signature(entry: Mapping[str, Any]) -> Signature:
    output: str = entry["output"]
    several = output.startswith("..")
    names = output[2:-2].split("...") if several else [output]
    outputs = [] if entry.get("no_output") else [_prop(name) for name in names]
    inputs, state = ([(part["id"], part["property"]) for part in entry[k]] for k in _ASKED)
    if any(id_.startswith("{") for id_, _ in outputs + inputs + state):
        raise ValueError(f"pattern ids cannot be guarded: {output}")
    return Signature(several, tuple(outputs), tuple(inputs), tuple(state))


_ASKED = ("inputs", "state")


def _prop(name: str) -> Prop:
    id_, _, property_ = name.rpartition(".")
    return id_, property_


def _props(parts: Any) -> tuple[tuple[Any, Any], ...] | None:
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        return None
    return tuple((part.get("id"), part.get("property")) for part in parts)
