"""A selection of the tables as JSON, or all that is wrong with it."""

from collections.abc import Mapping
from typing import Any

import orjson
from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.api.problems import Fault, Refused
from dashboard.language.text import Text
from dashboard.pxweb.selection import VariableSelection, Wanted

MOST_BYTES = 64 * 1024

_BODY = Text("Innehållet kan inte användas som det står", "The body cannot be used as it stands")
_NOT_JSON = Text("Innehållet är ingen giltig JSON.", "The body is not valid JSON.")
_WRITE_JSON = Text(
    'Skriv {"selection": [{"variableCode": "Tid", "valueCodes": ["*"]}]}.',
    'Write {"selection": [{"variableCode": "Tid", "valueCodes": ["*"]}]}.',
)
_LARGE = Text("Innehållet är större än 64 kB.", "The body is larger than 64 kB.")
_SHORTEN = Text("Använd uttryck som * eller from(2020).", "Use expressions as * or from(2020).")
_KIND = Text("{} har inte rätt form.", "{} has the wrong form.")


def read_body() -> dict[str, Any]:
    """The body as a JSON object; an empty one where there is none.

    Raises:
        Refused: it is too large, or is none.
    """
    # A body that states no length is cut off silently at the limit, hence one byte more.
    request.max_content_length = MOST_BYTES + 1
    try:
        data = request.get_data()
    except RequestEntityTooLarge:
        raise bad_body("body", _LARGE, _SHORTEN) from None
    if len(data) > MOST_BYTES:
        raise bad_body("body", _LARGE, _SHORTEN)
    try:
        body = orjson.loads(data) if data.strip() else {}
    except orjson.JSONDecodeError:
        raise bad_body("body", _NOT_JSON, _WRITE_JSON) from None
    if not isinstance(body, dict):
        raise bad_body("body", _NOT_JSON, _WRITE_JSON)
    return body


def bad_body(name: str, what: Text, todo: Text) -> Refused:
    """The refusal of a body, for one reason."""
    return Refused(400, _BODY, (Fault("body", name, what, todo),))


def wanted_of(body: Mapping[str, Any]) -> Wanted:
    """The selection of a body: `selection` with its variables, and `placement`.

    Raises:
        Refused: a part has another form.
    """
    listed, placement = (
        [] if body.get("selection") is None else body["selection"],
        {} if body.get("placement") is None else body["placement"],
    )
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise bad_body("selection", _KIND.format("selection"), _WRITE_JSON)
    if not isinstance(placement, dict):
        raise bad_body("placement", _KIND.format("placement"), _WRITE_JSON)
    return Wanted(
        tuple(_asked(one) for one in listed),
        _strings("stub", placement.get("stub")),
        _strings("heading", placement.get("heading")),
    )


def _asked(entry: Mapping[str, Any]) -> VariableSelection:
    variable, codelist = entry.get("variableCode"), entry.get("codelist", entry.get("codeList"))
    if not isinstance(variable, str):
        raise bad_body("variableCode", _KIND.format("variableCode"), _WRITE_JSON)
    if codelist is not None and not isinstance(codelist, str):
        raise bad_body("codelist", _KIND.format("codelist"), _WRITE_JSON)
    return VariableSelection(
        variable, _strings("valueCodes", entry.get("valueCodes")), codelist or ""
    )


def _strings(name: str, values: Any) -> tuple[str, ...]:
    listed = [] if values is None else values
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise bad_body(name, _KIND.format(name), _WRITE_JSON)
    return tuple(listed)
