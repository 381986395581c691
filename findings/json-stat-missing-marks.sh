#!/bin/bash
# pxwebpy 0.6.0, pxstatspy 1.0.1 and pyjstat 2.4.0: why a cell is empty does not come through.
#
# JSON-stat and PxWebApi 2 say beside a missing value which kind it is: ".." for not available, "."
# for what cannot exist. All three read the answer, drop its `status`, and give None or NaN for
# both. Who counts missing reports counts too many: in the answer below one is missing and one
# cannot exist, and each client shows two alike.
# On our side a status is a value of its own, a code that can be asked for like any other
# (contents `status` of every table of /api/v2/).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"
"$work/v/bin/pip" -q install pxwebpy==0.6.0 pxstatspy==1.0.1 pyjstat==2.4.0 pandas==3.1.1
"$work/v/bin/python" -W ignore - <<'PY'
import http.server, json, threading

def dimension(label, values):
    index = {code: place for place, code in enumerate(values)}
    return {"label": label, "category": {"index": index, "label": values},
            "extension": {"elimination": False}}

ANSWER = {
    "version": "2.0", "class": "dataset", "label": "Vårdplatser", "updated": "2025-10-31T05:00:00Z",
    "id": ["Region", "ContentsCode", "Tid"], "size": [3, 1, 1],
    "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]},
    "dimension": {
        "Region": dimension("region", {"01": "Stockholm", "09": "Gotland", "25": "Norrbotten"}),
        "ContentsCode": dimension("innehåll", {"A": "Vårdplatser"}),
        "Tid": dimension("år", {"2025": "2025"}),
    },
    "value": [11, None, None], "status": {"1": "..", "2": "."},
}
CONFIG = {"apiVersion": "2.0.0", "languages": [{"id": "sv", "label": "sv"}], "maxDataCells": 1000,
          "defaultLanguage": "sv", "maxCallsPerTimeWindow": 30, "timeWindow": 10}

class Service(http.server.BaseHTTPRequestHandler):
    def log_message(self, *told): ...
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()
    def do_GET(self):
        body = json.dumps(
            CONFIG if self.path.startswith("/config")
            else {"page": {"totalElements": 1}, "tables": []} if self.path.startswith("/tables?")
            else ANSWER).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}"
from pxstatspy import PxAPI, PxAPIConfig
from pxweb import PxApi
from pyjstat import pyjstat

codes = {"Region": ["01", "09", "25"], "ContentsCode": ["A"], "Tid": ["2025"]}
one = PxApi(address, disable_cache=True).get_table_data("T1", codes)
print("pxwebpy", one)
assert [row["value"] for row in one] == [11, None, None]
assert all(set(row) == {"region", "innehåll", "år", "value"} for row in one)
two = PxAPI(PxAPIConfig(address, language="sv")).get_data_as_dataframe("T1", codes)
three = pyjstat.Dataset.read(json.dumps(ANSWER)).write("dataframe")
for name, frame in (("pxstatspy", two), ("pyjstat", three)):
    print(name, frame.to_dict("list"))
    assert frame.iloc[:, -1].isna().tolist() == [False, True, True]
    assert not any("status" in column.lower() for column in frame.columns)
PY
echo "as described"
