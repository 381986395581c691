"""A checker of others finds no error in the tagged files of a pack."""

import json
import subprocess
from pathlib import Path

import pytest

from dashboard.dialogue.pack_content import make_pack
from dashboard.dialogue.papers.files import files
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from tests.each import each
from tests.servers import ROOT

PROGRAM = ROOT / "var" / "outloud-env" / "bin" / "outloud"


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_and_the_brief_have_no_error(
    dataset: Dataset, tmp_path: Path, lang: Lang
) -> None:
    if not PROGRAM.exists():
        pytest.fail(f"{PROGRAM} is missing: run `make test` once")
    papers = files(make_pack(dataset, "22", lang, day="2026-12-01"))
    paths = [tmp_path / name for name in papers if name.endswith(".pdf")]
    for path in each(paths):
        path.write_bytes(papers[path.name])
    told = tmp_path / "told.json"
    done = subprocess.run(
        [PROGRAM, "--json", told, *paths], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    found = json.loads(told.read_text(encoding="utf-8"))
    assert found
    assert done.stdout.count("0 error(s)") == len(paths) == 2
