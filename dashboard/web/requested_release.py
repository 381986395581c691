"""Which release a request asks for, be it a page, a file or a touch."""

from typing import Any

import orjson
from flask import request

from dashboard.view.view import query_of
from dashboard.web.protection.guard import PATH


def release_asked() -> str:
    """The `release` of the address, or of the view that a touch starts from or goes back to."""
    if request.path != PATH:
        return request.args.to_dict(flat=False).get("release", [""])[-1]
    try:
        query = _query(orjson.loads(request.get_data()))
    except (orjson.JSONDecodeError, LookupError, TypeError):
        return ""
    return query_of(query).get("release", "") if isinstance(query, str) else ""


def _query(body: Any) -> Any:
    asked = body["inputs"][0]["value"]
    return asked["held"]["query"] if asked["address"] is None else asked["address"]
