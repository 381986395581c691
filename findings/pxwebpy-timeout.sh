#!/bin/bash
# pxwebpy 0.6.0: the argument `timeout` of PxApi is kept and never used.
#
# The documentation: "The timeout in seconds to use when calling the API", 30 without saying. The
# value is only printed by repr(); requests are sent without any limit, so that a service that
# takes the question and does not answer is waited for as long as the connection lasts. Seen with
# timeout=1 and a service that answers after 4 s: no error, the answer after 4.0 s.
# On our side `vardplats fetch scb` ends after 120 s whatever the library does
# (dashboard/imports/fetched.py, `within`).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install pxwebpy==0.6.0
"$work/v/bin/python" -W ignore - <<'PY'
import http.server, json, threading, time

CONFIG = {"apiVersion": "2.0.0", "languages": [{"id": "sv", "label": "sv"}], "maxDataCells": 1000,
          "defaultLanguage": "sv", "maxCallsPerTimeWindow": 30, "timeWindow": 10}

class Service(http.server.BaseHTTPRequestHandler):
    def log_message(self, *told): ...
    def do_GET(self):
        if "/codelists/" in self.path:
            time.sleep(4)
        body = json.dumps(CONFIG if self.path.startswith("/config") else
                          {"page": {"totalElements": 1}, "tables": [], "id": "slow"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
threading.Thread(target=server.serve_forever, daemon=True).start()
from pxweb import PxApi

api = PxApi(f"http://127.0.0.1:{server.server_port}", timeout=1, disable_cache=True)
began = time.monotonic()
answer = api.get_code_list("slow")
took = time.monotonic() - began
print(f"timeout=1, answered after {took:.1f} s")
assert answer["id"] == "slow" and took > 3.9, took
PY
echo "as described"
