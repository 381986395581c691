#!/bin/bash
# waitress 3.0.2: with `send_bytes` set, a core works for as long as an answer's beginning waits.
#
# `send_bytes` is how much has to be there before waitress sends, so that small pieces go out together.
# What is less than that counts as something to send all the same: the thread that reads asks the
# system whether the connection can take it, is told yes at once, sends nothing, and asks again, until
# the application goes on. An answer of two pieces four seconds apart takes about three seconds
# of the processor (the first second passes in one wait) where the usual `send_bytes` of 1 takes a thousandth.
# On our side a channel with less than that to send has nothing to send while its answer is being made
# (`dashboard/web/buffered_worker.py`); a test counts how often the thread looks around.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install waitress==3.0.2
cd "$work"; "$work/v/bin/python" - <<'PY'
import http.client
import threading
import time

from waitress.server import create_server


def answer(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "4")])
    yield b"ab"
    time.sleep(4)
    yield b"cd"


def worked(send_bytes):
    """Seconds of the processor that the thread that reads takes for one answer."""
    server = create_server(answer, host="127.0.0.1", port=0, threads=2, send_bytes=send_bytes)
    found = []

    def read():
        began = time.thread_time()
        server.run()
        found.append(time.thread_time() - began)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    asked = http.client.HTTPConnection("127.0.0.1", server.effective_port, timeout=30)
    asked.request("GET", "/")
    assert asked.getresponse().read() == b"abcd"
    asked.close()
    server.close()
    thread.join(30)
    return found[0]


usual, gathered = worked(1), worked(18000)
print(f"processor of the thread that reads: {usual:.3f} s with send_bytes=1, {gathered:.2f} s with 18000")
assert usual < 0.2
assert gathered > 1
PY
echo "as described"
