"""A checker of others finds no error in the tagged files of a pack."""

import json
import subprocess
from pathlib import Path

import pytest

from dashboard.dialogue.agreement_log import agree, agreements_of
from dashboard.dialogue.pack_content import NOTHING_KEPT, Kept, make_pack
from dashboard.dialogue.papers.files import files
from dashboard.dialogue.plan_log import keep, plans_of
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.targets.plans import Planned
from tests.dashboard.dialogue.test_agreement_log import FORM
from tests.each import each
from tests.servers import ROOT

PROGRAM = ROOT / "var" / "outloud-env" / "bin" / "outloud"


# A table of one row has more cells of heads than of figures, and is none the worse for it.
SKIPPED = "TBL-010"


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_and_the_brief_have_no_error(
    dataset: Dataset, tmp_path: Path, lang: Lang
) -> None:
    checked(dataset, tmp_path, lang, NOTHING_KEPT)


def test_nor_have_they_with_agreements_and_a_plan_of_two_years(
    dataset: Dataset, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for _ in range(2):
        agree(home, {**FORM, "due": "2026-10-01"}, by="Anna")
    keep(home, [Planned("22", month, 400.0, 90.0) for month in dataset.months[-24:]], "plan.csv")
    kept = Kept(agreements_of(home), plans_of(home))
    checked(dataset, tmp_path, "sv", kept, "--skip", SKIPPED)


def checked(dataset: Dataset, tmp_path: Path, lang: Lang, kept: Kept, *more: str) -> None:
    if not PROGRAM.exists():
        pytest.fail(f"{PROGRAM} is missing: run `make test` once")
    papers = files(make_pack(dataset, "22", lang, day="2099-12-01", kept=kept))
    paths = [tmp_path / name for name in papers if name.endswith(".pdf")]
    for path in each(paths):
        path.write_bytes(papers[path.name])
    told = tmp_path / "told.json"
    done = subprocess.run(
        [PROGRAM, "--json", told, *more, *paths], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    found = json.loads(told.read_text(encoding="utf-8"))
    assert found
    assert done.stdout.count("0 error(s)") == len(paths) == 2
