"""The words of a signal, wherever it is told: alone, in a sentence, at a point of a chart."""

from typing import get_args

from dashboard.language.text import Text
from dashboard.statistics.verdict_words import VERDICTS
from dashboard.statistics.xmr import PointType, Signal
from dashboard.statistics.xmr_rules import SpecialCause

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
# What a point of a control chart breaks, where no limit is named beside it.
CAUSE_WORDS: dict[SpecialCause, Text] = {
    "Common Cause": Text("ingen", "none"),
    "Above UCL": Text("över övre gränsen", "above the upper limit"),
    "Below LCL": Text("under nedre gränsen", "below the lower limit"),
    "7 Point Trend (Increasing)": Text("sju i rad uppåt", "seven in a row upward"),
    "7 Point Trend (Decreasing)": Text("sju i rad nedåt", "seven in a row downward"),
    "2 in 3 Above CL": Text("två av tre nära övre gränsen", "two of three near the upper limit"),
    "2 in 3 Below CL": Text("två av tre nära nedre gränsen", "two of three near the lower limit"),
    "7 Points Above CL": Text("sju i rad över medelnivån", "seven in a row above the mean"),
    "7 Points Below CL": Text("sju i rad under medelnivån", "seven in a row below the mean"),
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
