"""The file of what is made ahead: JSON in which HTML is told from words, and bytes as they are."""

import mmap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from layouts.html import Html
from layouts.page.opening_values import Values

# What a dict of one key stands for: HTML, a dict or a list with HTML in it, a dict as it is.
_HTML, _DICT, _LIST, _PLAIN = "<", "{", "[", "="
# The length of the list of places, which stands first.
_HEAD = 8
# Ids are enumerations, which are strings; a date would not come back as it went.
_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME


class Kept(Mapping[str, Values | bytes]):
    """What is in a file by key: values, each read once, and bytes, each taken out when asked for.

    The file is mapped, so that all workers have it once.

    Raises:
        OSError: there is no such file.
        ValueError: it is not one of these.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        start = _HEAD + int.from_bytes(self._bytes[:_HEAD], "big")
        # First the values, and then the bytes.
        values, as_they_are = orjson.loads(self._bytes[_HEAD:start])
        self._as_they_are = frozenset(as_they_are)
        self._places = {
            key: slice(start + first, start + end)
            for key, (first, end) in (values | as_they_are).items()
        }
        if self._places and max(one.stop for one in self._places.values()) != len(self._bytes):
            raise ValueError(f"{path} is not whole")
        self._read: dict[str, Values] = {}

    def __getitem__(self, key: str) -> Values | bytes:
        if key in self._as_they_are:
            return self._bytes[self._places[key]]
        if key not in self._read:
            self._read[key] = _from_json(orjson.loads(self._bytes[self._places[key]]))
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def packed(made: Mapping[str, Values | bytes]) -> bytes:
    """The content of a file with these values and bytes.

    Raises:
        TypeError: there is something in the values that is no JSON.
    """
    places: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    content: list[bytes] = []
    end = 0
    for key, one in made.items():
        content.append(
            one if isinstance(one, bytes) else orjson.dumps(_to_json(one), option=_OPTIONS)
        )
        places[isinstance(one, bytes)][key] = (end, end := end + len(content[-1]))
    head = orjson.dumps(places)
    return b"".join([len(head).to_bytes(_HEAD, "big"), head, *content])


def _to_json(value: Any) -> Any:
    if type(value) is Html:
        return {_HTML: str(value)}
    if not _holds_html(value):
        return {_PLAIN: value} if isinstance(value, dict) else value
    if isinstance(value, dict):
        return {_DICT: {str(key): _to_json(one) for key, one in value.items()}}
    return {_LIST: [_to_json(one) for one in value]}


def _holds_html(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_html, value.values()))
    return type(value) is Html or (isinstance(value, list | tuple) and any(map(_holds_html, value)))


def _from_json(value: Any) -> Any:
    if type(value) is not dict:
        return value
    [(kind, inner)] = value.items()
    if kind == _HTML:
        return Html(inner)
    if kind == _DICT:
        return {key: _from_json(one) for key, one in inner.items()}
    return [_from_json(one) for one in inner] if kind == _LIST else inner
