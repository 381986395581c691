"""The words for whom a region is compared with are few, and each has one reading."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.regions import CODES
from dashboard.view.peer_choice import (
    EXAMPLES,
    FEATURES,
    PEER_GROUPS,
    PeerChoice,
    peer_choice,
    peers_text,
    weights_of,
)

weights = (
    st.dictionaries(st.sampled_from(FEATURES), st.integers(0, 9999).map(lambda n: n / 100))
    .map(lambda given: tuple((one, given[one]) for one in FEATURES if given.get(one, 1) != 1))
    .filter(lambda kept: len(kept) < 4 or any(weight for _, weight in kept))
)
choices = (
    st.sampled_from(PEER_GROUPS).map(PeerChoice)
    | st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(
        lambda codes: PeerChoice("own", tuple(codes))
    )
    | st.builds(PeerChoice, count=st.integers(1, 20), weights=weights)
)


@given(choices)
def test_a_choice_can_be_written_and_read_again(choice: PeerChoice) -> None:
    assert peer_choice(peers_text(choice)) == choice


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_can_be_read(text: str) -> None:
    assert peers_text(peer_choice(text)) == text


@given(choices)
def test_the_weights_have_mean_one(choice: PeerChoice) -> None:
    found = choice.weight_of
    assert tuple(found) == FEATURES
    assert sum(found.values()) == pytest.approx(len(FEATURES))


def test_a_feature_without_a_weight_has_one() -> None:
    assert peer_choice("similar:k=5,density=0").weight_of == {
        "population": 4 / 3, "density": 0, "beds": 4 / 3, "discharge_ready": 4 / 3,
    }  # fmt: skip


def test_a_region_named_twice_counts_once() -> None:
    assert peer_choice("14,01,14").codes == ("14", "01")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no group"),
        ("alike", "no group and no region: alike"),
        ("14,02", "no region: 02"),
        ("00", "no region: 00"),
        ("14,", "no region"),
        ("size:k=5", "no group"),
        ("similar:", "no feature ''"),
        ("similar:k=0", "k must be from 1 to 20"),
        ("similar:k=21", "k must be"),
        ("similar:k=٥", "k must be"),
        ("similar:k=4,k=5", "twice"),
        ("similar:age=2", "no feature 'age'; there is population"),
        ("similar:density=-1", "density must have a weight from 0"),
        ("similar:density=nan", "density must"),
        ("similar:density=1e3", "density must"),
        ("similar:density", "density must"),
        ("similar:population=0,density=0,beds=0,discharge_ready=0", "more than 0"),
        ("14," * 80, "more than 200"),
    ],
)
def test_anything_else_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        peer_choice(text)


def refusal(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except ValueError as problem:
        return str(problem)
    return ""


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_in_a_short_sentence(text: str) -> None:
    assert len(refusal(peer_choice, text)) < 200
    assert len(refusal(weights_of, text)) < 200
