"""What an answer that says no looks like, for specifications to state (RFC 9457, in words)."""

from collections.abc import Mapping, Sequence
from typing import Any

_STRING = {"type": "string"}


def problem_schema(phrase: Mapping[str, Any], places: Sequence[str]) -> dict[str, Any]:
    """The schema of a problem: `phrase` is that of words in both languages.

    `places` are where a fault may stand: query, path or body.
    """
    fault = {
        "type": "object",
        "required": ["where", "name", "what", "todo"],
        "properties": {
            "where": {"enum": list(places)}, "name": _STRING, "what": phrase, "todo": phrase,
        },
    }  # fmt: skip
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance", "errors"],
        "properties": {
            "type": _STRING, "title": _STRING, "status": {"type": "integer"}, "detail": _STRING,
            "instance": _STRING, "errors": {"type": "array", "items": fault},
        },
    }  # fmt: skip
