"""2,000 units of 4,000 days to months: the product's way beside the ordinary pandas way."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 8_000_000

_OURS = """
from dashboard.ingest.engines import of_files
from pathlib import Path
of_files([Path(FILE)])
"""
_PANDAS = """
import pandas as pd
days = pd.read_parquet(FILE)
days["month"] = pd.to_datetime(days["date"]).dt.strftime("%Y-%m")
counts = ["beds", "patients", "overcrowded", "outplaced"]
keys = ["region", "month", "care"]
parts = days.groupby([*keys, "stream"])[counts].sum(min_count=1)
whole = days.groupby(keys)[counts].sum(min_count=1)
doubled = days.duplicated(["region", "hospital", "unit", "date", "care", "stream"]).any()
"""
# The process says its own peak, and the seconds of clock and processor without its start.
_FRAME = """
import json, resource, time
{imports}
FILE = {file!r}
started, used = time.perf_counter(), time.process_time()
{body}
seconds, used = time.perf_counter() - started, time.process_time() - used
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({{"seconds": seconds, "processor": used, "peak_mb": peak}}))
"""


def measured(rounds: int = 3, rows: int = ROWS) -> dict[str, float]:
    """Medians of seconds and peak megabytes of both ways, turn by turn, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "unit_days.parquet"
        write(file, rows)
        runs: dict[str, list[dict[str, float]]] = {"ours": [], "pandas": []}
        for _ in range(rounds):
            runs["ours"].append(ours(file))
            runs["pandas"].append(timed(_PANDAS, "import pandas", file))
    found = {
        f"{name}_{what}": statistics.median(run[what] for run in each)
        for name, each in runs.items()
        for what in ("seconds", "processor", "peak_mb")
    }
    ratios = {
        "times_faster": found["pandas_seconds"] / found["ours_seconds"],
        "share_of_memory": found["ours_peak_mb"] / found["pandas_peak_mb"],
    }
    return {name: round(value, 3) for name, value in {**found, **ratios}.items()}


def ours(file: Path) -> dict[str, float]:
    """Seconds, processor seconds and peak megabytes of a process that sums a file as we do."""
    return timed(_OURS, "import dashboard.ingest.engines", file)


def write(file: Path, rows: int) -> None:
    """Reports of 2,000 units, as many days of them as there are rows."""
    import duckdb

    from dashboard.reference.regions import CODES

    with duckdb.connect(config={"memory_limit": "1GB"}) as engine:
        engine.execute("SET enable_progress_bar = false")
        engine.sql(f"""
        COPY (SELECT {list(CODES)}[1 + i % 2000 % 21] AS region, 'H' || i % 2000 // 20 AS hospital,
                     (i % 2000)::VARCHAR AS unit,
                     DATE '2015-01-01' + (i // 2000)::INTEGER AS date,
                     CASE WHEN i % 2000 % 5 = 0 THEN 'psychiatric' ELSE 'somatic' END AS care,
                     CASE WHEN i % 2000 % 3 = 0 THEN 'planned' ELSE 'acute' END AS stream,
                     (10 + i % 17)::DOUBLE AS beds, (9 + i % 19)::DOUBLE AS patients,
                     (i % 3)::DOUBLE AS overcrowded, (i % 2)::DOUBLE AS outplaced
              FROM range({rows}) t(i)) TO '{file}' (FORMAT parquet, COMPRESSION zstd)""")


def timed(
    body: str, imports: str, file: Path, *, python: str = sys.executable, patience: float = 120
) -> dict[str, float]:
    """Seconds, processor seconds and peak megabytes of a process that does this with `FILE`.

    Raises:
        TimeoutExpired: it is not done within the seconds of `patience`; it is ended.
        CalledProcessError: it failed.
    """
    script = _FRAME.format(imports=imports, file=str(file), body=body)
    done = subprocess.run(
        [python, "-c", script], capture_output=True, text=True, check=True, timeout=patience
    )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


if __name__ == "__main__":
    started = time.perf_counter()
    print(json.dumps(measured(), indent=1))
    print(f"{time.perf_counter() - started:.0f} s", file=sys.stderr)
