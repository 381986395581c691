"""An agreement of a dialogue: the measure, what it is expected to lead to, who and by when."""

from collections.abc import Mapping
from typing import Literal

from dashboard.frozen import frozen
from dashboard.indicators.registry import Care, Good, Indicator, Stream, indicator
from dashboard.language.text import Text

Mark = Literal["needs", "goal", "followed_up", "operations"]
Side = Literal["at_most", "at_least"]
State = Literal["open", "carried_out", "stopped"]

# What tells purposeful work: Vårdanalys found all four in a third of the regions.
MARKS: Mapping[Mark, Text] = {
    "needs": Text("behov analyserade", "needs analysed"),
    "goal": Text("mål satt", "goal set"),
    "followed_up": Text("följs upp", "followed up"),
    "operations": Text("verksamheten är med", "operations involved"),
}
KINDS: Mapping[str, Text] = {
    "beds": Text("vårdplatser", "beds"),
    "staff": Text("bemanning", "staff"),
    "discharge": Text("utskrivning", "discharge"),
    "acute_flow": Text("akuta flöden", "acute flows"),
    "planned_care": Text("planerad vård", "planned care"),
    "reporting": Text("rapportering", "reporting"),
    "other": Text("annat", "other"),
}
STATES: Mapping[State, Text] = {
    "open": Text("pågår", "open"),
    "carried_out": Text("genomförd", "carried out"),
    "stopped": Text("avbruten", "stopped"),
}
SIDES: Mapping[Side, Text] = {
    "at_most": Text("högst", "at most"),
    "at_least": Text("minst", "at least"),
}
USUAL_SIDE: Mapping[Good, Side] = {Good.LOWER: "at_most", Good.HIGHER: "at_least"}


@frozen
class Expected:
    """The result that is expected: `value`, in the indicator's unit, at most or at least, `until`.

    `until` is a month or a year.
    """

    indicator: str
    care: Care
    stream: Stream
    side: Side
    value: float
    until: str

    @property
    def of(self) -> Indicator:
        """The indicator itself."""
        return indicator(self.indicator)


@frozen
class FollowUp:
    """What somebody wrote of an agreement, `at` in ISO 8601 (UTC); `state` is what it is since."""

    at: str
    by: str
    note: str
    state: State


@frozen
class Agreement:
    """What was agreed with a region, by whom and when it was written down, and what followed.

    `due` is the day by which the measure is carried out, `plan` the address of the production
    plan or nothing, `kind` what sort of measure it is, `marks` those of purposeful work.
    """

    number: int
    at: str
    by: str
    region: str
    measure: str
    kind: str
    expected: Expected
    owner: str
    due: str
    plan: str
    marks: frozenset[Mark]
    followed: tuple[FollowUp, ...] = ()

    @property
    def state(self) -> State:
        """What it is now."""
        return self.followed[-1].state if self.followed else "open"

    def overdue(self, today: str) -> bool:
        """Whether it is open after its day."""
        return self.state == "open" and self.due < today
