"""`python -m benchmarks.calls`: what an address costs, counted: calls of functions, and bytes.

Both are the same on every machine, however much else it has to do. Run in two checkouts with the
same release under `VARDPLATS_HOME` the answers stand beside each other.
"""

import json
import sys
from types import FrameType

from flask.testing import FlaskClient

from app import create_app
from dashboard.settings import settings_from_environment

ADDRESSES = (
    "/", "/min-region?region=14", "/jamfor", "/malnivaer", "/effekter", "/scenario", "/data",
    "/metod", "/en/about", "/files/regions.csv",
)  # fmt: skip
_BROTLI = {"Accept-Encoding": "br"}


def counted(client: FlaskClient, path: str) -> dict[str, int]:
    """Calls that answering takes once all is imported, and bytes over the wire and as they are."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    for _ in range(2):
        client.get(path, headers=_BROTLI)
    sys.setprofile(count)
    try:
        answer = client.get(path, headers=_BROTLI)
    finally:
        sys.setprofile(None)
    heads = sum(len(name) + len(value) + 4 for name, value in answer.headers)
    whole = len(client.get(path).data)
    return {"calls": calls, "wire": len(answer.data) + heads, "bytes": whole}


def main() -> int:
    """The counts of each address as JSON, computed anew and as it is kept."""
    found = {}
    for cache in ("NullCache", "SimpleCache"):
        asked = {"cache": cache, "prewarm": False}
        settings = settings_from_environment().model_copy(update=asked)
        client = create_app(settings).server.test_client()
        found[cache] = {path: counted(client, path) for path in ADDRESSES}
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
