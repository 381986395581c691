"""What is not published is marked on every picture and in every row that it is in."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.exports.pictures import PICTURES
from dashboard.imports.drafts import drafts_of
from dashboard.ingest.unpublished import with_drafts
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.values.labels import UNPUBLISHED
from dashboard.view.view import default_view
from tests.each import each
from tests.tiers_made import MONTH, tiers_home


@pytest.fixture(scope="module")
def seen(home: Path, dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The store of the authority, with a month that three regions have handed in."""
    place = tiers_home(tmp_path_factory.mktemp("home") / "h", home / "releases", ("14", "12", "22"))
    return with_drafts(dataset, drafts_of(place), "authority")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("data", ["reported", "estimated"])
def test_a_picture_with_what_is_not_published_says_so(
    dataset: Dataset, seen: Dataset, data: str, lang: Lang
) -> None:
    unmarked, held = [], 0
    for name, painted in each(PICTURES.items()):
        view = replace(default_view(seen, data=data), period=MONTH, region="14")
        shown = painted(seen.showing(view.data), view, lang)
        said = " ".join((shown.title, shown.measure, shown.sentence, shown.source))
        holds = any("2026" in cell for row in shown.table.rows for cell in row) or (
            MONTH[:4] in shown.measure
        )
        held += holds
        if holds and UNPUBLISHED.in_(lang) not in said:
            unmarked.append(name)
    assert unmarked == []
    assert held > 8
