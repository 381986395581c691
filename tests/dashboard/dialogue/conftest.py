"""A pack of a region with agreements and a plan, and its files, each made once."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from dashboard.dialogue.agreement_log import agree, agreements_of, follow_up
from dashboard.dialogue.pack import Pack
from dashboard.dialogue.pack_content import Kept, make_pack
from dashboard.dialogue.papers.files import files
from dashboard.dialogue.plan_log import keep, plans_of
from dashboard.releases.dataset import Dataset
from dashboard.targets.plans import Planned

DAY = "2099-12-01"
AGREED = {
    "region": "22", "measure": "Utskrivningsteam <i> & Co", "indicator": "overcrowding",
    "value": "3,0", "until": "2025", "owner": "Anna Ek", "due": "2026-10-01", "marks": "needs",
}  # fmt: skip


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Two agreements and a plan that was changed when its month had ended."""
    home: Path = tmp_path_factory.mktemp("agreed")
    agree(home, AGREED, by="Åsa")
    agree(home, {**AGREED, "measure": "=1+1", "until": "2025-10"}, by="Åsa")
    follow_up(home, 1, "Teamet är på plats", by="Bo")
    for beds in (400.0, 380.0):
        keep(home, [Planned("22", "2025-10", beds, 90.0)], "plan.csv", by="Bo")
    return Kept(agreements_of(home), plans_of(home))


@pytest.fixture(scope="session")
def pack(dataset: Dataset, kept: Kept) -> Pack:
    return make_pack(dataset, "22", "sv", day=DAY, kept=kept)


@pytest.fixture(scope="session")
def papers(pack: Pack) -> Mapping[str, bytes]:
    """The files of the pack by the end of their names."""
    return MappingProxyType(
        {name.removeprefix(pack.stem): content for name, content in files(pack).items()}
    )
