"""Run by Spark's own Python: the unit-days of files summed by the product's expression, as JSON."""

import json
import sys
from pathlib import Path

from dashboard.ingest.engines import of_files

if __name__ == "__main__":
    *files, out = map(Path, sys.argv[1:])
    rows = of_files(files, "pyspark://").to_pylist()
    out.write_text(json.dumps(rows), encoding="utf-8")
