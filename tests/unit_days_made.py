"""Random reports of units, and the slow and obvious way to sum them."""

from typing import Any

import numpy as np
import pandas as pd

COUNTED = {
    "bed_days": "beds", "patient_days": "patients", "over_days": "overcrowded",
    "out_days": "outplaced",
}  # fmt: skip


def unit_days(seed: int, rows: int = 3000) -> pd.DataFrame:
    """A row for a unit, day, care and stream, none of them twice; some counts are missing.

    In region 24 some units do not tell acute from planned.
    """
    rng = np.random.default_rng(seed)
    regions = rng.choice(["01", "14", "24"], rows)
    streams = rng.choice(["acute", "planned"], rows)
    streams[(regions == "24") & (rng.random(rows) < 0.02)] = "all"
    patients = rng.integers(0, 30, rows)
    days = pd.DataFrame(
        {
            "region": regions,
            "hospital": rng.choice(["A", "B"], rows),
            "unit": rng.integers(0, 12, rows).astype(str),
            "date": [
                f"{2024 + day // 365}-{1 + day % 3:02}-{1 + day % 28:02}"
                for day in rng.integers(0, 500, rows)
            ],
            "care": rng.choice(["somatic", "psychiatric"], rows, p=[0.8, 0.2]),
            "stream": streams,
            "beds": rng.integers(0, 30, rows).astype(float),
            "patients": patients.astype(float),
            "overcrowded": np.where(rng.random(rows) < 0.002, np.nan, patients // 9),
            "outplaced": np.where(rng.random(rows) < 0.002, np.nan, rng.integers(0, 3, rows)),
        }
    )
    days["date"] = pd.to_datetime(days["date"]).dt.date
    keys = ["region", "hospital", "unit", "date", "care", "stream"]
    return days.drop_duplicates(keys).reset_index(drop=True)


def in_loops(days: pd.DataFrame) -> list[dict[str, Any]]:
    """The sums by region, month, care and stream, group by group."""
    found = []
    months = days.assign(month=[day.strftime("%Y-%m") for day in days["date"]])
    for (region, month, care), all_of_it in months.groupby(["region", "month", "care"]):
        parts = {"all": all_of_it}
        if "all" not in set(all_of_it["stream"]):
            parts |= dict(iter(all_of_it.groupby("stream")))
        for stream, part in parts.items():
            row = {"region": region, "month": month, "care": care, "stream": stream}
            for measure, count in COUNTED.items():
                row[measure] = None if part[count].isna().any() else float(part[count].sum())
            row["units"] = len(set(zip(part["hospital"], part["unit"], strict=True)))
            found.append(row | {"reports": len(part), "doubled": 0, "negative": 0})
    return sorted(
        found, key=lambda row: [row[key] for key in ("region", "month", "care", "stream")]
    )
