"""The words of a signal, wherever it is told: alone, in a sentence, at a point of a chart."""

from typing import get_args

from dashboard.language.text import Text
from dashboard.statistics.verdict_words import VERDICTS
from dashboard.statistics.xmr import PointType, Signal

SIGNAL_WORDS: dict[Signal, Text] = {key: VERDICTS[key].words for key in get_args(Signal)}
# Of the level that a control chart is at, rather than of what a value is compared with.
LEVEL_WORDS: dict[Signal, Text] = {
    **SIGNAL_WORDS,
    "changed": Text("förändrad nivå", "changed level"),
}
# Where a verdict is a signal: from when the value has lain off the series' own level. How it
# changed on a year is another statement.
OFF_LEVEL: dict[bool, Text] = {
    True: VERDICTS["over_level"].words,
    False: VERDICTS["under_level"].words,
}
POINT_WORDS: dict[PointType, Text] = {
    "common_cause": Text("vanlig variation", "common variation"),
    "special_cause_improvement": Text("avviker åt det bättre hållet", "stands out for the better"),
    "special_cause_concern": Text("avviker åt det sämre hållet", "stands out for the worse"),
    "special_cause_neutral_high": Text("högre nivå", "higher level"),
    "special_cause_neutral_low": Text("lägre nivå", "lower level"),
}
WITHOUT_LIMITS = Text("utan gränser", "without limits")
SENTENCES_OF_THE_COUNTRY: dict[Signal, Text] = {
    "no_certain_change": Text(
        "Det är ingen säker skillnad mot den egna nivån",
        "That is no certain difference from its own level",
    ),
    "cannot_be_decided": Text(
        "Om det är en säker skillnad mot den egna nivån kan inte avgöras",
        "Whether that is a certain difference from its own level cannot be decided",
    ),
}
THAT_IS = Text("Det är {}", "That is {}")
NO_CERTAIN_CHANGE = Text(
    "ingen säker skillnad mot den egna nivån", "no certain difference from its own level"
)
