"""The page in Evidence: `python -m benchmarks.rivals.evidence_site` builds its site of files.

Evidence 39 is the newest whose DuckDB-Wasm (1.28.0) has Parquet in it: those of later ones ask a
host of their makers for it when the data are made, and again in each reader's browser. Packages
run no script when they are installed, and the site is what Evidence's own commands make of it.
"""

import gzip
import os
import shutil
import subprocess
from pathlib import Path

from dashboard.paths import ROOT

SITE = ROOT / "var" / "evidence"
SERVED = SITE / "build"
_DECLARED = Path(__file__).with_name("evidence")
_MADE = SITE / ".made"
_QUIET = {"EVIDENCE_DISABLE_TELEMETRY": "1", "SEND_ANONYMOUS_USAGE_STATS": "no"}
_PACKED = {".html", ".js", ".css", ".json", ".geojson", ".svg", ".wasm", ".arrow", ".parquet"}


def is_made() -> bool:
    """Whether there is a site to serve."""
    return _MADE.is_file()


def make(python: Path, said: dict[str, str]) -> None:
    """Build the site anew of the release that `said` tells the peers of; takes about five minutes.

    Raises:
        CalledProcessError: npm or Evidence did not come to an end.
    """
    shutil.rmtree(SITE, ignore_errors=True)
    shutil.copytree(_DECLARED, SITE)
    data = [str(python), str(Path(__file__).parent / "sites" / "with_evidence.py"), str(SITE)]
    for words in (
        data,
        # `npm ci` wants the packages of every kind of machine in the lock, which not every registry has.
        ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"],
        ["npx", "evidence", "sources"],
        ["npx", "evidence", "build"],
    ):
        subprocess.run(words, cwd=SITE, env={**said, **_QUIET}, check=True, stdout=subprocess.DEVNULL)
    for file in list(SERVED.rglob("*")):
        if file.is_file() and file.suffix in _PACKED:
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), 9))
    _MADE.touch()


if __name__ == "__main__":
    from benchmarks.rivals.variants import PYTHON, told_of_the_release

    make(PYTHON, {**os.environ, **told_of_the_release("documented")})
    print(SITE)
