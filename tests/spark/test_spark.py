"""The same expression on Spark, which runs in an environment of its own."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.servers import ROOT
from tests.unit_days_made import in_loops, unit_days

HERE = Path(__file__).parent
PYTHON = ROOT / "var" / "spark-env" / "bin" / "python"


def test_spark_gives_the_sums_of_the_slow_and_obvious_version(tmp_path: Path) -> None:
    if not PYTHON.exists():
        pytest.fail(f"{PYTHON} is missing: run `make test` once")
    days = unit_days(6)
    files = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    days.iloc[:900].to_parquet(files[0])
    days.iloc[900:].to_parquet(files[1])
    settings = {"SPARK_CONF_DIR": str(HERE), "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    command = [PYTHON, HERE / "summed.py", *files, tmp_path / "out.json"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads((tmp_path / "out.json").read_text()) == in_loops(days)
