"""What stays at hand between views is what each of them would be computed as."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from dashboard.exports import pictures
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets import by_region, words
from dashboard.view.assumptions import SCALES, assumptions_of
from dashboard.view.usual import without
from dashboard.view.view import View, default_view
from layouts.document.pages import PAGES
from layouts.parts import at_hand
from tests.each import each

INTERACTIVE = [page.interactive for page in PAGES if page.interactive]
# All that an editor writes, each another than usual.
EDITED = {
    "rule": "than=month,threshold=5,top=4", "against": "than=limits,top=2", "events": "all",
    "assumptions": "size=30,risk=3,locked=1", "scenario": "beds=10", "beside": "beds=20",
    "peers": "all", "span": 24,
}  # fmt: skip


def as_it_is(view: View, keys: Iterable[str]) -> View:
    return view


@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
@pytest.mark.parametrize("data", ["estimated", "example"])
def test_a_part_is_kept_only_while_what_it_follows_is_the_same(
    page: Any, data: str, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = page.opened({"region": "14", "data": data}, dataset).view
    moved = replace(plain, **EDITED)
    kept = [page.shown(view, dataset, "sv") for view in (plain, moved)]
    for module in (pictures, at_hand):
        monkeypatch.setattr(module, "without", as_it_is)
    for view, values in each(list(zip((plain, moved), kept, strict=True))):
        assert page.shown(view, dataset, "sv") == values


def test_no_part_of_the_targets_misses_an_assumption_that_it_follows(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    (page,) = (one for one in INTERACTIVE if one.key == "targets")
    plain = page.opened({"region": "14"}, dataset).view
    alone = [f"{one}={scale.high:g}" for one, scale in SCALES.items()]
    with_risk = [f"risk=3,{said}" for said in alone if not said.startswith("risk")]
    for said in each([*alone, *with_risk]):
        moved = replace(plain, assumptions=said)
        kept = page.shown(moved, dataset, "sv")
        with monkeypatch.context() as patched:
            for module in (pictures, at_hand, words, by_region):
                patched.setattr(module, "assuming", as_it_is)
            assert page.shown(moved, dataset, "sv") == kept


def test_assumptions_that_are_not_named_are_left_out() -> None:
    said = "size=30,stay=5,risk=3,acute=70"
    assert assumptions_of(said, ("size", "acute")) == "size=30,acute=70"
    assert assumptions_of(said, ()) == assumptions_of("usual", ("size",)) == "usual"
    # The risk that is tolerated follows the stay.
    assert assumptions_of(said, ("risk",)) == "stay=5,risk=3"
    assert assumptions_of("size=30,stay=5", ("risk", "size")) == "size=30"


def test_a_view_without_some_fields_has_them_as_where_no_address_names_them(
    dataset: Dataset,
) -> None:
    usual = default_view(dataset)
    moved = replace(usual, rule="2024", sort="map-table.1-asc", region="14")
    assert without(moved, ["rule", "sort"]) == replace(usual, region="14")
    assert without(usual, pictures.FOLLOWED) is usual


def test_every_picture_that_is_said_to_follow_a_word_is_one() -> None:
    named = {name for names in pictures.FOLLOWED.values() for name in names}
    assert named <= set(pictures.PICTURES)
