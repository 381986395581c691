"""The national guidelines as published, and the one the distance is measured to."""

from dataclasses import FrozenInstanceError

import pytest

from dashboard.targets.guidelines import GUIDELINES, guideline_at, guidelines_at

BY_KEY = {one.key: one for one in GUIDELINES}


def test_there_is_no_guideline_before_the_first_was_published():
    assert guideline_at("2023-04") is None
    assert guidelines_at("2023-04") == ()


@pytest.mark.parametrize("month", ["2023-05", "2024-04", "2024-06", "2026-01"])
def test_the_distance_is_always_measured_to_the_figure_of_the_government(month):
    guideline = guideline_at(month)
    assert guideline is not None
    assert (guideline.need_total, guideline.gap, guideline.margin) == (17_660, 2_360, 50)


def test_the_parts_add_up_as_the_press_release_says():
    total = BY_KEY["total-2023"]
    assert BY_KEY["without-icu-2023"].gap + BY_KEY["icu-2023"].gap == total.gap
    assert total.need_total == total.baseline + total.gap
    assert BY_KEY["without-icu-2023"].gap - BY_KEY["without-icu-2024"].gap == 70


def test_the_update_of_2024_replaces_the_parts_but_stands_beside_the_total():
    before = {one.key for one in guidelines_at("2024-04")}
    after = {one.key for one in guidelines_at("2024-06")}
    assert before == {"total-2023", "without-icu-2023", "icu-2023"}
    assert after == {"total-2023", "without-icu-2024", "icu-2024"}


def test_every_guideline_explains_itself_in_both_languages():
    assert all(one.note.sv and one.note.en for one in GUIDELINES)


def test_a_guideline_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        BY_KEY["total-2023"].gap = 0
