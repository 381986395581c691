"""Eight million unit-days to months: the product's way beside the ordinary pandas way."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 8_000_000

_OURS = """
from dashboard.ingest.unit_days import region_months
from pathlib import Path
region_months([Path(FILE)])
"""
_PANDAS = """
import pandas as pd
days = pd.read_parquet(FILE)
days["day"] = pd.to_datetime(days["day"])
days["month"] = days["day"].dt.strftime("%Y-%m")
days.groupby(["region", "month", "care", "stream"])[
    ["bed_days", "patient_days", "over_days", "out_days"]
].sum()
"""
# The process says its own peak, and the seconds without its start.
_FRAME = """
import json, resource, time
{imports}
FILE = {file!r}
started = time.perf_counter()
{body}
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({{"seconds": seconds, "peak_mb": peak}}))
"""


def measured(rounds: int = 3, rows: int = ROWS) -> dict[str, float]:
    """Medians of seconds and peak megabytes of both ways, turn by turn, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "unit_days.parquet"
        _write(file, rows)
        runs: dict[str, list[dict[str, float]]] = {"ours": [], "pandas": []}
        for _ in range(rounds):
            runs["ours"].append(_run(_OURS, file))
            runs["pandas"].append(_run(_PANDAS, file))
    found = {
        f"{name}_{what}": statistics.median(run[what] for run in each)
        for name, each in runs.items()
        for what in ("seconds", "peak_mb")
    }
    ratios = {
        "times_faster": found["pandas_seconds"] / found["ours_seconds"],
        "share_of_memory": found["ours_peak_mb"] / found["pandas_peak_mb"],
    }
    return {name: round(value, 3) for name, value in {**found, **ratios}.items()}


def _write(file: Path, rows: int) -> None:
    import duckdb

    with duckdb.connect(config={"memory_limit": "1GB"}) as engine:
        engine.sql(f"""
        COPY (SELECT (i % 2000)::VARCHAR AS unit,
                     lpad((1 + i % 21)::VARCHAR, 2, '0') AS region,
                     DATE '2015-01-01' + (i // 2000)::INTEGER AS day,
                     CASE WHEN i % 5 = 0 THEN 'psychiatric' ELSE 'somatic' END AS care,
                     CASE WHEN i % 3 = 0 THEN 'planned' ELSE 'acute' END AS stream,
                     (10 + i % 17)::DOUBLE AS bed_days, (9 + i % 19)::DOUBLE AS patient_days,
                     (i % 3)::DOUBLE AS over_days, (i % 2)::DOUBLE AS out_days
              FROM range({rows}) t(i)) TO '{file}' (FORMAT parquet, COMPRESSION zstd)""")


def _run(body: str, file: Path) -> dict[str, float]:
    imports = "import dashboard.ingest.unit_days" if "region_months" in body else "import pandas"
    script = _FRAME.format(imports=imports, file=str(file), body=body)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


if __name__ == "__main__":
    started = time.perf_counter()
    print(json.dumps(measured(), indent=1))
    print(f"{time.perf_counter() - started:.0f} s", file=sys.stderr)
