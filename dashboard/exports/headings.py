"""The headings of the columns of files, and the words of their cells, from every subject."""

from collections.abc import Mapping
from functools import lru_cache

from dashboard.comparison import columns as comparison
from dashboard.effects import columns as effects
from dashboard.effects.agreement import areas
from dashboard.funding import columns as funding
from dashboard.language.text import Text
from dashboard.quality import columns as quality
from dashboard.reference.tables import Reference
from dashboard.scenario import columns as scenario
from dashboard.situation import columns as situation
from dashboard.unit_targets import columns as unit_targets
from dashboard.values import columns as values

_SUBJECTS = (values, situation, comparison, effects, funding, unit_targets, scenario, quality)

HEADINGS: dict[str, Text] = {
    key: heading for subject in _SUBJECTS for key, heading in subject.HEADINGS.items()
}
# Two subjects may have words of their own for a column of the same name.
WORDS: dict[str, dict[str, Text]] = {}
for _subject in _SUBJECTS:
    for _key, _words in _subject.WORDS.items():
        WORDS[_key] = WORDS.get(_key, {}) | _words


@lru_cache(maxsize=8)
def words_of(reference: Reference) -> Mapping[str, Mapping[str, Text]]:
    """`WORDS`, and those of what only the tables of a release name."""
    labels = {key: Text(one.label, one.label) for key, one in reference.sources.items()}
    named = {area.key: area.name for area in areas(reference)}
    return {**WORDS, "source": labels, "other_source": labels, "area": named}
