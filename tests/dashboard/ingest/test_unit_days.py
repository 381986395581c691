"""Unit-days become region-months by sums alone."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.ingest.unit_days import KEYS, MEASURES, region_months


def unit_days(seed: int, rows: int = 4000) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "unit": rng.integers(0, 40, rows).astype(str),
            "region": rng.choice(["01", "14", "24"], rows),
            "day": pd.to_datetime("2024-01-01") + pd.to_timedelta(rng.integers(0, 90, rows), "D"),
            "care": rng.choice(["somatic", "psychiatric"], rows),
            "stream": rng.choice(["acute", "planned"], rows),
            **{measure: rng.integers(0, 30, rows).astype("float64") for measure in MEASURES},
        }
    )


def slowly(days: pd.DataFrame) -> pd.DataFrame:
    """The obvious version: every group in a loop."""
    found = []
    months = days.assign(month=days["day"].dt.strftime("%Y-%m"))
    for key, group in months.groupby(list(KEYS)):
        sums = {m: None if group[m].isna().any() else group[m].sum() for m in MEASURES}
        found.append(dict(zip(KEYS, key, strict=True)) | sums)
    return pd.DataFrame(found).sort_values(list(KEYS), ignore_index=True)


@pytest.mark.parametrize("seed", range(3))
def test_the_sums_equal_the_slow_and_obvious_version(tmp_path: Path, seed: int) -> None:
    days = unit_days(seed)
    days.loc[days.index[::997], "over_days"] = None
    halves = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    days.iloc[:1500].to_parquet(halves[0])
    days.iloc[1500:].to_parquet(halves[1])
    found = region_months(halves).to_pandas()
    pd.testing.assert_frame_equal(found, slowly(days), check_dtype=False)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    unit_days(1).drop(columns="stream").to_parquet(tmp_path / "a.parquet")
    with pytest.raises(ValueError, match="stream"):
        region_months([tmp_path / "a.parquet"])
