"""Which release a request asks for, be it a page, a file or a touch."""

import re
from typing import Any

import orjson
from flask import request

from dashboard.view.view import query_of
from dashboard.web.protection.guard import PATH

_FILE = re.compile(r"/opendata/([0-9a-f]{6,16})/", re.ASCII)


def release_asked() -> str:
    """The `release` of the address, or of the view that a touch starts from or goes back to.

    Files of a release have its name as a folder.
    """
    in_path = _FILE.match(request.path)
    if in_path:
        return in_path[1]
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
