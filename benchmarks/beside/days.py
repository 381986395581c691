"""Ten and a hundred million unit-days to months: ours, pandas in chunks and Polars streaming."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import unit_days
from benchmarks.rivals.run import say
from benchmarks.rivals.variants import PYTHON

SIZES = (10_000_000, 100_000_000)
_MOST_ROUNDS = 3
# A file of a hundred million is 0.3 GB, and an engine may set aside what its memory does not hold.
_FREE_BYTES = 8 * 10**9
_PATIENCE = 400

_CHUNKS = """
counts = ["beds", "patients", "overcrowded", "outplaced"]
keys = ["region", "month", "care"]
sums, wholes, doubled = [], [], False
for batch in pq.ParquetFile(FILE).iter_batches(batch_size=2_000_000):
    days = batch.to_pandas()
    days["month"] = pd.to_datetime(days["date"]).dt.strftime("%Y-%m")
    sums.append(days.groupby([*keys, "stream"])[counts].sum(min_count=1))
    wholes.append(days.groupby(keys)[counts].sum(min_count=1))
    named = ["region", "hospital", "unit", "date", "care", "stream"]
    doubled = doubled or days.duplicated(named).any()
parts = pd.concat(sums).groupby([*keys, "stream"]).sum(min_count=1)
whole = pd.concat(wholes).groupby(keys).sum(min_count=1)
"""
# The days of a unit as bits of a number, as ours has them, which is quicker than to count them.
_STREAMING = """
counts = ["beds", "patients", "overcrowded", "outplaced"]
keys = ["region", "month", "care"]
date = pl.col("date")
bit = pl.lit(2).pow(date.dt.day() - 1).cast(pl.Int64)
units = (
    pl.scan_parquet(FILE)
    .with_columns(month=date.dt.truncate("1mo"), day=bit)
    .group_by([*keys, "hospital", "unit", "stream"])
    .agg(*(pl.col(one).sum() for one in counts),
         doubled=pl.col("day").bitwise_or().bitwise_count_ones() < pl.len())
)
parts = units.group_by([*keys, "stream"]).agg(pl.col(*counts).sum(), pl.col("doubled").any())
whole = units.group_by(keys).agg(pl.col(*counts).sum(), pl.col("doubled").any())
parts, whole = pl.collect_all([parts, whole], engine="streaming")
"""


def measure(rounds: int, _budget: float, sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    """Runs by size and way, each a process of its own: seconds and peak megabytes.

    Pandas goes once through each size and the others up to three times; what failed, or took
    longer than it may, is there in words.
    """
    found: dict[str, Any] = {"runs": {}, "failed": {}}
    for rows in sizes:
        free = shutil.disk_usage(tempfile.gettempdir()).free
        if free < _FREE_BYTES:
            found["failed"][str(rows)] = f"{free / 10**9:.0f} GB are free"
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "unit_days.parquet"
            say(f"writing {rows} unit-days")
            unit_days.write(file, rows)
            runs = found["runs"][str(rows)] = {}
            for turn in range(min(rounds, _MOST_ROUNDS)):
                _round(file, turn, runs, found["failed"])
    return found


def _round(file: Path, turn: int, runs: dict[str, Any], failed: dict[str, str]) -> None:
    rivals = str(PYTHON)
    ways = {
        "ours": ("from dashboard.ingest.engines import of_files\nfrom pathlib import Path\n"
                 "of_files([Path(FILE)])", "import dashboard.ingest.engines", None),
        "polars": (_STREAMING, "import polars as pl", rivals),
        "pandas": (_CHUNKS, "import pandas as pd, pyarrow.parquet as pq", rivals),
    }  # fmt: skip
    for name, (body, imports, python) in ways.items():
        if name in failed or (name == "pandas" and turn):
            continue
        say(f"unit-days by {name}")
        where = {"python": python} if python else {}
        try:
            one = unit_days.timed(body, imports, file, patience=_PATIENCE, **where)
        except subprocess.CalledProcessError as error:
            failed[name] = (error.stderr.strip().splitlines() or ["it ended"])[-1][:200]
        except OSError:
            failed[name] = "is not installed"
        except subprocess.TimeoutExpired:
            failed[name] = f"not done in {_PATIENCE} s"
        else:
            runs.setdefault(name, []).append(one)


def times_ours(found: dict[str, Any], name: str, rows: int) -> list[float]:
    """How many times as long a way takes as ours, by round."""
    runs = found["runs"].get(str(rows), {})
    theirs, ours = runs.get(name, []), runs.get("ours", [])
    if len(theirs) == 1:
        theirs = theirs * len(ours)
    return [a["seconds"] / b["seconds"] for a, b in zip(theirs, ours, strict=False)]


def peaks(found: dict[str, Any], rows: int) -> list[float]:
    """Megabytes at most of ours, by round."""
    return [one["peak_mb"] for one in found["runs"].get(str(rows), {}).get("ours", [])]


def table(found: dict[str, Any]) -> Iterator[dict[str, str]]:
    """A row for each size and way."""
    for rows, ways in found["runs"].items():
        for name, runs in ways.items():
            yield {
                "unit-days": f"{int(rows):,}".replace(",", " "),
                "by": {"pandas": "pandas in chunks", "polars": "Polars streaming"}.get(name, name),
                "s": f"{median(one['seconds'] for one in runs):.1f}",
                "processor s": f"{median(one['processor'] for one in runs):.1f}",
                "peak MB": f"{median(one['peak_mb'] for one in runs):.0f}",
                "runs": str(len(runs)),
            }
