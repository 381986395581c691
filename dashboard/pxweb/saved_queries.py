"""Saved queries: the identifier is the query itself, packed, so that nothing is stored."""

import base64
import binascii
import zlib
from typing import Any

import orjson

Json = dict[str, Any]
# Of an identifier, which stands in addresses, and of the query that it packs.
MOST_CHARACTERS, MOST_BYTES = 1800, 64 * 1024
_VERSION = b"1"


def identifier(query: Json) -> str | None:
    """The identifier of a query, or None where the query is too long for one.

    The same query has the same identifier, for ever and on every server.
    """
    packed = zlib.compress(_VERSION + orjson.dumps(query, option=orjson.OPT_SORT_KEYS), 9)
    name = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return name if len(name) <= MOST_CHARACTERS else None


def query_of(name: str) -> Json | None:
    """The query of an identifier, or None where it is none of ours."""
    if len(name) > MOST_CHARACTERS or not name.isascii():
        return None
    try:
        packed = base64.b64decode(name + "=" * (-len(name) % 4), b"-_", validate=True)
        unpacking = zlib.decompressobj()
        # What is packed to be enormous is not unpacked whole.
        written = unpacking.decompress(packed, MOST_BYTES)
        if not unpacking.eof or not written.startswith(_VERSION):
            return None
        query = orjson.loads(written[len(_VERSION) :])
    except (binascii.Error, ValueError, zlib.error):
        return None
    return query if isinstance(query, dict) else None
