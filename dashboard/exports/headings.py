"""The headings of the columns of files, and the words of their cells, from every subject."""

from dashboard.comparison import columns as comparison
from dashboard.effects import columns as effects
from dashboard.funding import columns as funding
from dashboard.language.text import Text
from dashboard.quality import columns as quality
from dashboard.situation import columns as situation
from dashboard.unit_targets import columns as unit_targets
from dashboard.values import columns as values

_SUBJECTS = (values, situation, comparison, effects, funding, unit_targets, quality)

HEADINGS: dict[str, Text] = {
    key: heading for subject in _SUBJECTS for key, heading in subject.HEADINGS.items()
}
WORDS: dict[str, dict[str, Text]] = {
    key: words for subject in _SUBJECTS for key, words in subject.WORDS.items()
}
