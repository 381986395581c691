#!/bin/bash
# frictionless 5.21.0: months of pandas become null, and months of a Table Schema become [2025, 9].
#
# Table Schema has a type for a month, `yearmonth`. Read so, "2025-09" is a pair of numbers, in pandas a
# column of tuples and in Parquet a list of two integers: no tool that reads Parquet then knows a month,
# and none can be joined to "2025-09". CSV and SQLite get "2025-09" back.
# The other way a frame whose months are periods, as pandas has them, is read as rows whose month is None:
# the type is said to be a string, nothing is refused, and what is written has an empty column.
# On our side a month is a string everywhere ("2025-09"), in the data package and in Parquet
# (dashboard/open_data/).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"
"$work/v/bin/pip" -q install "frictionless[pandas,parquet]==5.21.0" pandas==3.1.1 pyarrow==26.0.1
cd "$work"; "$work/v/bin/python" -W ignore - <<'PY'
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
from frictionless import Resource, Schema

Path("beds.csv").write_text("month,value\n2025-09,5.1\n2025-10,4.9\n")
schema = Schema.from_descriptor({"fields": [
    {"name": "month", "type": "yearmonth"}, {"name": "value", "type": "number"},
]})
frame = Resource(path="beds.csv", schema=schema).to_pandas()
Resource(path="beds.csv", schema=schema).write(Resource(path="beds.parquet"))
written = pq.read_table("beds.parquet")
print(frame["month"].tolist(), written.schema.field("month").type, written["month"].to_pylist())
assert frame["month"].tolist() == [(2025, 9), (2025, 10)]
assert written["month"].to_pylist() == [[2025, 9], [2025, 10]]
periods = pd.DataFrame({"month": pd.period_range("2025-09", periods=2, freq="M"), "value": [5.1, 4.9]})
resource = Resource(periods)
rows = [row.to_dict() for row in resource.read_rows()]
resource.infer()
print(rows, resource.schema.get_field("month").type)
assert [row["month"] for row in rows] == [None, None]
assert resource.schema.get_field("month").type == "string"
PY
echo "as described"
