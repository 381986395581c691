#!/bin/bash
# pyjstat 2.4.0 with pandas 3: a dimension of one category is KeyError: 0.
#
# JSON-stat 2.0 lets a dimension of one category leave out `category.index`. pyjstat looks such a
# category up by place in a table that is labelled by code; up to pandas 2 that fell back to the
# place, from pandas 3 on it does not. Seen with pandas 3.1.1: KeyError: 0 and no word of what was
# wrong; with 2.3.3 the table.
# On our side every dimension is written with its index (tests of /api/v2/).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install pyjstat==2.4.0 pandas==3.1.1
cat >"$work/read.py" <<'PY'
import json
from pyjstat import pyjstat

answer = {
    "version": "2.0", "class": "dataset", "id": ["region", "year"], "size": [2, 1],
    "dimension": {
        "region": {"category": {"index": ["01", "09"], "label": {"01": "Stockholm", "09": "Gotland"}}},
        "year": {"category": {"label": {"2025": "2025"}}},
    },
    "value": [11, 21],
}
try:
    print(pyjstat.Dataset.read(json.dumps(answer)).write("dataframe")["value"].tolist())
except KeyError as error:
    print("KeyError:", error)
PY
new=$("$work/v/bin/python" -W ignore "$work/read.py")
"$work/v/bin/pip" -q install pandas==2.3.3
old=$("$work/v/bin/python" -W ignore "$work/read.py")
echo "pandas 3.1.1: $new; pandas 2.3.3: $old"
[ "$new" = "KeyError: 0" ] && [ "$old" = "[11, 21]" ]
echo "as described"
