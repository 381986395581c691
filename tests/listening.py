"""The application on loopback in a thread of the tests' own process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from app import create_app
from dashboard.settings import Settings
from dashboard.web.protection import limits


@contextmanager
def any_number_of_calls() -> Iterator[None]:
    """Tables of applications made within are asked without a limit, as no visitor may."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "CALLS", 1_000_000)
        yield


@contextmanager
def listening(home: Path) -> Iterator[str]:
    """Its address; it ends with the block."""
    server = create_app(Settings(home=home, prewarm=False)).server
    served = make_server("127.0.0.1", 0, server, threaded=True)
    thread = Thread(target=served.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{served.server_port}"
    finally:
        served.shutdown()
        thread.join()
        served.server_close()
