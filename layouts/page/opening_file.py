"""The file of what pages hold as they open: JSON in which HTML is told from words."""

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


class Kept(Mapping[str, Values]):
    """The values in a file by key, each read when it is first asked for.

    The file is mapped, so that all workers have it once.

    Raises:
        OSError: there is no such file.
        ValueError: it is not one of these.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        start = _HEAD + int.from_bytes(self._bytes[:_HEAD], "big")
        self._places = {
            key: slice(start + first, start + end)
            for key, (first, end) in orjson.loads(self._bytes[_HEAD:start]).items()
        }
        if self._places and max(one.stop for one in self._places.values()) != len(self._bytes):
            raise ValueError(f"{path} is not whole")
        self._read: dict[str, Values] = {}

    def __getitem__(self, key: str) -> Values:
        if key not in self._read:
            self._read[key] = _from_json(orjson.loads(self._bytes[self._places[key]]))
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def packed(recorded: Mapping[str, Values]) -> bytes:
    """The content of a file with these values.

    Raises:
        TypeError: there is something in them that is no JSON.
    """
    each = {key: orjson.dumps(_to_json(one), option=_OPTIONS) for key, one in recorded.items()}
    places, end = {}, 0
    for key, content in each.items():
        places[key] = (end, end := end + len(content))
    head = orjson.dumps(places)
    return b"".join([len(head).to_bytes(_HEAD, "big"), head, *each.values()])


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
