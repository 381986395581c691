"""Frozen classes with slots: the dataclasses of the standard library, made in a tenth of the time.

A start makes 400 of them, for each of which `dataclasses` writes and compiles eight functions. Here
most are the same for all, and the two that have to be quick are written when they are first called.
`replace`, `fields`, `asdict` and type checkers take them for the dataclasses that they are.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

_T = TypeVar("_T")
_OWN = ("__dict__", "__weakref__")
_ABSENT = dataclasses.MISSING


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[_T], /) -> type[_T]: ...
@overload
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(*, eq: bool) -> Callable[[type[_T]], type[_T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: Any = None, /, *, eq: bool = True) -> Any:
    """As `@dataclass(frozen=True, slots=True)`; a class of it has no base and a field at least.

    With `eq=False` an instance equals only itself.
    """
    return _made(cls, eq) if cls else lambda cls: _made(cls, eq)


def _made(cls: Any, eq: bool) -> Any:
    if cls.__bases__ != (object,):
        raise TypeError(f"{cls.__name__} has a base, whose fields would be lost")
    names = tuple(cls.__annotations__)
    said = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    members = {k: v for k, v in cls.__dict__.items() if k not in said and k not in _OWN}
    members |= {"__slots__": names, "__match_args__": names, "__setattr__": _refuse}
    members |= {"__delattr__": _refuse, "__getstate__": _state, "__setstate__": _set_state}
    members |= {"__dataclass_fields__": _Fields(cls)}
    members["__init__"] = _late("__init__", lambda made: _init(made, names, said))
    if eq:
        compared = tuple(n for n in names if getattr(said.get(n), "compare", True))
        members["__eq__"] = _late("__eq__", lambda _: _eq(compared))
        values = attrgetter(*compared)
        members["__hash__"] = lambda self: hash(values(self))
    shown = tuple(n for n in names if getattr(said.get(n), "repr", True))
    members.setdefault("__repr__", lambda self: _written(self, shown))
    made = type(cls.__name__, (), members)
    made.__qualname__ = cls.__qualname__
    return made


class _Fields:
    """What `dataclasses` says of the fields, asked when it is wanted."""

    def __init__(self, plain: Any) -> None:
        self.plain = plain

    def __get__(self, _: object, owner: Any) -> Any:
        found = dataclasses.dataclass(repr=False, eq=False)(self.plain).__dataclass_fields__
        owner.__dataclass_fields__ = found
        return found


def _late(name: str, write: Callable[[Any], Any]) -> Any:
    """A method that has itself written when it is first called, and leaves that in its place."""

    def first(self: Any, *args: Any, **kwargs: Any) -> Any:
        written = write(type(self))
        setattr(type(self), name, written)
        return written(self, *args, **kwargs)

    return first


def _init(cls: Any, names: tuple[str, ...], said: dict[str, Any]) -> Any:
    taken: dict[str, Any] = {"_absent": _ABSENT}
    head, body = [], []
    for name in names:
        default, make = _default(said, name)
        taken |= {f"_set_{name}": getattr(cls, name).__set__, f"_of_{name}": default}
        value = name
        if make is not _ABSENT:
            taken[f"_make_{name}"] = make
            value = f"_make_{name}() if {name} is _absent else {name}"
        has_default = default is not _ABSENT or make is not _ABSENT
        head.append(f"{name}=_of_{name}" if has_default else name)
        body.append(f"_set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    return _compiled(f"def __init__(self, {', '.join(head)})", body, taken)


def _eq(names: tuple[str, ...]) -> Any:
    of = {who: "".join(f"{who}.{name}, " for name in names) for who in ("self", "other")}
    return _compiled(
        "def __eq__(self, other)",
        [
            "if other.__class__ is not self.__class__: return NotImplemented",
            f"return ({of['self']}) == ({of['other']})",
        ],
        {},
    )


def _compiled(head: str, body: list[str], taken: dict[str, Any]) -> Any:
    # Of names of fields in our own code alone, as the standard library does.
    exec("\n    ".join([f"{head}:", *body]), taken)  # nosec B102
    return taken[head.split()[1].split("(")[0]]


def _default(said: dict[str, Any], name: str) -> tuple[Any, Any]:
    """Its default, and what makes one."""
    one = said.get(name, _ABSENT)
    if isinstance(one, dataclasses.Field):
        return one.default, one.default_factory
    return one, _ABSENT


def _written(self: Any, names: tuple[str, ...]) -> str:
    held = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{type(self).__qualname__}({held})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__match_args__]


def _set_state(self: Any, held: list[Any]) -> None:
    for name, value in zip(self.__match_args__, held, strict=True):
        object.__setattr__(self, name, value)
