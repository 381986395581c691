"""Days of single units summed to months of regions, however many the days are."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

MEASURES = ("bed_days", "patient_days", "over_days", "out_days")
KEYS = ("region", "month", "care", "stream")
MEMORY = "256MB"
# A day that lacks a measure makes its month lack it: what is missing is never counted as zero.
_SUM = "CASE WHEN count({0}) = count(*) THEN sum({0}) END AS {0}"
_MONTHS = f"""
SELECT region, strftime(day, '%Y-%m') AS month, care, stream,
       {", ".join(_SUM.format(measure) for measure in MEASURES)}
FROM read_parquet($files)
GROUP BY ALL ORDER BY ALL
"""


def region_months(files: Sequence[Path]) -> pa.Table:
    """Sums of the measures by region, month, care and stream, sorted by these.

    `files` are Parquet with the columns `region`, `day` (date), `care`, `stream` and the
    measures, one row per unit and day, in bed-days and patient-days. They are streamed, so
    that memory does not grow with them. Sums only: rates come afterwards (methods 0.1).

    Raises:
        ValueError: a file cannot be read or lacks a column; the message names it.
    """
    with duckdb.connect(config={"memory_limit": MEMORY, "threads": 2}) as engine:
        engine.execute("SET enable_progress_bar = false")
        try:
            named = {"files": [str(file) for file in files]}
            return engine.sql(_MONTHS, params=named).to_arrow_table()
        except duckdb.Error as error:
            raise ValueError(f"the unit-days cannot be summed: {error}") from error
