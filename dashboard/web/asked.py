"""Which release a request asks for, be it a page, a file or a callback."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from flask import request

from dashboard.view import query_of
from dashboard.web.guard import PATH


def release_asked() -> str:
    """The `release` of the address, or of the address that a callback says it stands at."""
    if request.path != PATH:
        return request.args.to_dict(flat=False).get("release", [""])[-1]
    try:
        body = orjson.loads(request.get_data())
    except orjson.JSONDecodeError:
        return ""
    return next(_releases(body), "") if isinstance(body, dict) else ""


def _releases(body: Mapping[str, Any]) -> Iterator[str]:
    """A page that holds a view sends its query; a visit sends what the address bar shows."""
    for part in (*_list(body, "inputs"), *_list(body, "state")):
        value = part.get("value") if isinstance(part, dict) else None
        for key in ("query", "search"):
            if isinstance(value, dict) and isinstance(value.get(key), str):
                found = query_of(value[key]).get("release", "")
                if found:
                    yield found


def _list(body: Mapping[str, Any], key: str) -> list[Any]:
    found = body.get(key)
    return found if isinstance(found, list) else []
