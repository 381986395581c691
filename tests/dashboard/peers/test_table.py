"""The table of peers says who they are, how far away, and what of it is each feature's."""

import pytest

from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.text import LANGS
from dashboard.peers.peers import neighbours, peers_of
from dashboard.peers.table import peer_table
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.peer_choice import FEATURES
from dashboard.view.view import View

LAST = View(OVERCROWDING.key, "2025-12", "14")


def test_the_similar_stand_nearest_first_with_their_parts(dataset: Dataset) -> None:
    found = peer_table(dataset, LAST, "sv")
    near = neighbours(dataset, "14")
    assert [row.code for row in found.rows] == [one.region for one in near.peers]
    assert found.title == "Mest lika Västra Götaland: Skåne, Halland, Jönköping, Uppsala"
    for row, peer in zip(found.rows, near.peers, strict=True):
        assert row.distance == f"{peer.distance:.2f}".replace(".", ",")
        parts = [cell.part for cell in row.cells if cell.part is not None]
        assert len(parts) == len(FEATURES)
        assert sum(parts) == pytest.approx(1, abs=0.003)
        assert row.mutual == peer.mutual
    assert found.own is not None
    assert [cell.part for cell in found.own.cells] == [None] * len(FEATURES)
    assert found.own.cells[0].words == "1\u00a0767\u00a0641"
    assert found.remark == ""


def test_a_weight_of_nothing_leaves_a_feature_without_a_part(dataset: Dataset) -> None:
    view = View(OVERCROWDING.key, "2025-12", "14", peers="similar:k=2,population=0")
    found = peer_table(dataset, view, "sv")
    assert len(found.rows) == 2
    assert [row.cells[0].part for row in found.rows] == [0.0, 0.0]


def test_a_region_far_from_all_says_so(dataset: Dataset) -> None:
    view = View(OVERCROWDING.key, "2025-12", "25")
    distance = f"{neighbours(dataset, '25').peers[0].distance:.2f}"
    assert peer_table(dataset, view, "en").remark == (
        f"No near comparison: the nearest is {distance} away."
    )


@pytest.mark.parametrize("peers", ["healthcare", "university", "size", "all", "01,03"])
def test_other_groups_have_distances_and_no_mutual_mark(dataset: Dataset, peers: str) -> None:
    view = View(OVERCROWDING.key, "2025-12", "05", peers=peers)
    found = peer_table(dataset, view, "sv")
    assert {row.code for row in found.rows} == set(peers_of(dataset, "05", peers))
    distances = [float(row.distance.replace(",", ".")) for row in found.rows]
    assert distances == sorted(distances)
    assert {row.mutual for row in found.rows} <= {None}
    assert name_of("05").sv in found.title


def test_without_anyone_to_compare_with_there_are_words(dataset: Dataset) -> None:
    for lang in LANGS:
        for view in (View(OVERCROWDING.key, "2025-12"),
                     View(OVERCROWDING.key, "2025-12", "14", peers="healthcare")):  # fmt: skip
            found = peer_table(dataset, view, lang)
            assert found.rows == ()
            assert found.remark
    country = peer_table(dataset, View(OVERCROWDING.key, "2025-12", peers="01,03"), "sv")
    assert [row.distance for row in country.rows] == ["–", "–"]
    assert country.own is None


def test_every_feature_names_its_source_and_year(dataset: Dataset) -> None:
    source = peer_table(dataset, LAST, "sv").source
    assert source.startswith("Källor: Folkmängd (")
    assert source.count(";") >= len(FEATURES)
