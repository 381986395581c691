"""What came in 2025 and 2026 stands on the timeline with its source, and in the statement."""

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from layouts.accessibility import page as accessibility
from layouts.method import page as method
from tests.layouts.tree import Tree

NEW = (
    "operations-2026", "psychiatry-2026", "preparedness-hospitals", "medical-evacuation",
    "comparison-service", "summer-staffing-2026", "grant-conditions-2025",
)  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_new_events_stand_in_metod_with_what_they_are_known_from(
    lang: Lang, dataset: Dataset
) -> None:
    known = {event.key: event for event in dataset.reference.events}
    said = Tree.words(method.layout(dataset, lang, {}))
    for key in NEW:
        event = known[key]
        assert event.source
        for words in (event.title.in_(lang), event.text.in_(lang), event.source):
            assert words in said, key


@pytest.mark.parametrize("lang", LANGS)
def test_the_statement_names_the_standard_of_2026(lang: Lang, dataset: Dataset) -> None:
    said = Tree.words(accessibility.layout(dataset, lang, {}))
    assert "EN 301 549 V4.1.1" in said
    assert "2026" in said
