"""What a resource of the API declares once: its address, parameters, fields and rows."""

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Literal

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View

# "text" is a phrase in both languages and "texts" several of them; a list is of strings.
Kind = Literal["string", "number", "integer", "boolean", "date", "text", "texts", "list", "object"]
Row = dict[str, Any]


@frozen
class Field:
    """A column of the rows; `missing` says that it can be null."""

    name: str
    kind: Kind
    description: Text
    missing: bool = False


@frozen
class Parameter:
    """A key of the query; `choices` is empty where values are not listed.

    `most` is the largest value of a whole number, and 0 for words; `pattern` is that of words
    where it can be told.
    """

    name: str
    description: Text
    choices: tuple[str, ...] = ()
    example: str = ""
    most: int = 0
    pattern: str = ""


@frozen
class Caveat:
    """Something to know before a value is used; `severity` is info, warning or error."""

    id: str
    severity: str
    title: Text
    text: Text
    source: str = ""


@frozen
class Query:
    """What a resource is queried for: the view, and what the query adds to it.

    `regions` are codes, `periods` months or years; `name` is the last part of the address
    where a resource has several.
    """

    view: View
    regions: tuple[str, ...]
    periods: tuple[str, ...]
    name: str = ""


@frozen
class Result:
    """The rows of an answer, and what to know about them."""

    rows: list[Row]
    caveats: tuple[Caveat, ...] = ()


@frozen
class Ground:
    """What answers stand on: the release in memory, and the folder it was read from.

    `withdrawn` are the releases that are not to be relied on, each with its reason.
    """

    dataset: Dataset
    home: Path
    withdrawn: Mapping[str, str] = field(default_factory=dict)


@frozen
class Resource:
    """A collection of the API under `/api/v1/<key>`.

    `of_view` says that it understands the keys of a view. `names` are the last parts of its
    addresses where it has several, and nothing where it has one. `follows` is what the answer
    changes with although the release stays.
    """

    key: str
    title: Text
    description: Text
    fields: tuple[Field, ...]
    rows: Callable[[Ground, Query], Result]
    of_view: bool = False
    names: Mapping[str, Text] | None = None
    follows: Callable[[Ground], object] | None = None
