"""Each word of a verdict, declared once: how it is said, what it means, and when it holds."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.statistics.own_level import FEWEST_MONTHS

# The months that a word on the target is counted over, and the fewest that can be counted.
LATEST_MONTHS, FEWEST_COUNTED = 24, 12


@frozen
class Evidence:
    """The numbers beside a word, rounded as they are shown; None for what is not there.

    `now` stands against `level`, its own level in that month, and `target`; `change` is that on
    the same period last year. `better` is -1 where lower is better, 1 where higher is, else 0.
    `signal` says that the rules of docs/methods.md 3.8 find the series off its level. `met` of
    `months` have reached the target.
    """

    now: float | None = None
    change: float | None = None
    level: float | None = None
    target: float | None = None
    better: int = 0
    signal: bool = False
    met: int = 0
    months: int = 0

    def off_level(self) -> float:
        """How far the value lies above its own level; 0 where either is not there."""
        return 0.0 if self.now is None or self.level is None else self.now - self.level


@frozen
class VerdictWord:
    """A word, what it means to a reader, and whether it holds of numbers."""

    words: Text
    meaning: Text
    holds: Callable[[Evidence], bool]


def _both(side: int) -> Callable[[Evidence], bool]:
    """A signal off the level and a change on the year, both to one side of better."""

    def holds(evidence: Evidence) -> bool:
        level = evidence.better * evidence.off_level() * side > 0
        return (
            evidence.signal
            and level
            and (evidence.change is None or evidence.better * evidence.change * side > 0)
        )

    return holds


VERDICTS: Final = MappingProxyType({
    "improvement": VerdictWord(
        Text("förbättring", "improvement"),
        Text("En signal åt det håll som är bättre för måttet, och ett bättre värde än ett år "
             "tidigare.",
             "A signal in the direction that is better for the indicator, and a better value than "
             "a year before."),
        _both(1),
    ),
    "deterioration": VerdictWord(
        Text("försämring", "deterioration"),
        Text("En signal åt det håll som är sämre för måttet, och ett sämre värde än ett år "
             "tidigare.",
             "A signal in the direction that is worse for the indicator, and a worse value than a "
             "year before."),
        _both(-1),
    ),
    "changed": VerdictWord(
        Text("förändring", "change"),
        Text("En signal där inget håll i sig är bättre, eller där förändringen på ett år går åt "
             "andra hållet.",
             "A signal where neither direction is better in itself, or where the change on a year "
             "goes the other way."),
        lambda one: one.signal,
    ),
    "no_certain_change": VerdictWord(
        Text("ingen säker förändring", "no certain change"),
        Text("Rörelsen är inte större än seriens vanliga.",
             "The movement is not larger than usual for the series."),
        lambda one: not one.signal,
    ),
    "cannot_be_decided": VerdictWord(
        Text("kan inte avgöras", "cannot be decided"),
        Text("Månaderna är skattade, värdet saknas, serien har färre än {} månader, gränserna "
             "passar inte serien, eller värdena är årsvärden, som är för få.",
             "The months are estimated, the value is missing, the series has fewer than {} "
             "months, the limits do not fit the series, or the values are annual, which are too "
             "few.").format(FEWEST_MONTHS),
        lambda one: not one.signal,
    ),
    "over_level": VerdictWord(
        Text("över den egna nivån sedan {}", "above its own level since {}"),
        Text("En signal: månaderna sedan dess ligger över seriens egen nivå. Det säger inget om "
             "fjolåret.",
             "A signal: the months since then lie above the series' own level. It says nothing of "
             "the year before."),
        lambda one: one.signal and one.off_level() > 0,
    ),
    "under_level": VerdictWord(
        Text("under den egna nivån sedan {}", "below its own level since {}"),
        Text("En signal: månaderna sedan dess ligger under seriens egen nivå. Det säger inget om "
             "fjolåret.",
             "A signal: the months since then lie below the series' own level. It says nothing of "
             "the year before."),
        lambda one: one.signal and one.off_level() < 0,
    ),
    "more_than_last_year": VerdictWord(
        Text("{} fler än", "{} more than in"),
        Text("Värdet som visas är högre än det ett år tidigare.",
             "The value shown is higher than that of a year before."),
        lambda one: (one.change or 0) > 0,
    ),
    "fewer_than_last_year": VerdictWord(
        Text("{} färre än", "{} fewer than in"),
        Text("Värdet som visas är lägre än det ett år tidigare.",
             "The value shown is lower than that of a year before."),
        lambda one: (one.change or 0) < 0,
    ),
    "target_met": VerdictWord(
        Text("klarar målet", "meets the target"),
        Text("Värdet som visas ligger på målet eller på rätt sida om det.",
             "The value shown lies at the target or on its right side."),
        lambda one: one.now is not None and one.target is not None and one.now <= one.target,
    ),
    "target_missed": VerdictWord(
        Text("når inte målet", "misses the target"),
        Text("Värdet som visas ligger på fel sida om målet.",
             "The value shown lies on the wrong side of the target."),
        lambda one: one.now is not None and one.target is not None and one.now > one.target,
    ),
    "target_met_consistently": VerdictWord(
        Text("klarar målet konsekvent ({} av {} månader)",
             "meets the target consistently ({} of {} months)"),
        Text("Var och en av de senaste 24 månaderna klarade målet.",
             "Each of the latest 24 months met the target."),
        lambda one: one.months > 0 and one.met == one.months,
    ),
    "target_missed_consistently": VerdictWord(
        Text("missar målet konsekvent ({} av {} månader)",
             "misses the target consistently ({} of {} months)"),
        Text("Ingen av de senaste 24 månaderna klarade målet.",
             "None of the latest 24 months met the target."),
        lambda one: one.months > 0 and one.met == 0,
    ),
    "target_met_at_times": VerdictWord(
        Text("klarar målet i {} av {} månader", "meets the target in {} of {} months"),
        Text("Några av de senaste 24 månaderna klarade målet.",
             "Some of the latest 24 months met the target."),
        lambda one: 0 < one.met < one.months,
    ),
})  # fmt: skip
