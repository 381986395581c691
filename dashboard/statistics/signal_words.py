"""The words of a signal, wherever it is told: alone, in a sentence, at a point of a chart."""

from dashboard.language.text import Text
from dashboard.statistics.xmr import PointType, Signal

SIGNAL_WORDS: dict[Signal, Text] = {
    "improvement": Text("förbättring", "improvement"),
    "deterioration": Text("försämring", "deterioration"),
    "changed": Text("förändring", "change"),
    "no_certain_change": Text("ingen säker förändring", "no certain change"),
    "cannot_be_decided": Text("kan inte avgöras", "cannot be decided"),
}
# Of the level that a control chart is at, rather than of what a value is compared with.
LEVEL_WORDS: dict[Signal, Text] = {
    **SIGNAL_WORDS,
    "changed": Text("förändrad nivå", "changed level"),
}
POINT_WORDS: dict[PointType, Text] = {
    "common_cause": Text("vanlig variation", "common variation"),
    "special_cause_improvement": SIGNAL_WORDS["improvement"],
    "special_cause_concern": SIGNAL_WORDS["deterioration"],
    "special_cause_neutral_high": Text("högre nivå", "higher level"),
    "special_cause_neutral_low": Text("lägre nivå", "lower level"),
}
WITHOUT_LIMITS = Text("utan gränser", "without limits")
SENTENCES_OF_THE_COUNTRY: dict[Signal, Text] = {
    "improvement": Text(
        "Det är en förbättring från tidigare nivå", "That is an improvement on the earlier level"
    ),
    "deterioration": Text(
        "Det är en försämring från tidigare nivå", "That is a deterioration from the earlier level"
    ),
    "changed": Text(
        "Det är en förändring från tidigare nivå", "That is a change from the earlier level"
    ),
    "no_certain_change": Text("Det är ingen säker förändring", "That is no certain change"),
    "cannot_be_decided": Text(
        "Om det är en säker förändring kan inte avgöras",
        "Whether that is a certain change cannot be decided",
    ),
}
CLAUSES_OF_A_REGION: dict[Signal, Text] = {
    "improvement": Text("en förbättring mot den egna nivån", "an improvement on its own level"),
    "deterioration": Text("en försämring mot den egna nivån", "a deterioration on its own level"),
    "changed": Text("en förändring mot den egna nivån", "a change from its own level"),
    "no_certain_change": Text("ingen säker förändring", "no certain change"),
}
