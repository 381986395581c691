"""A rule that fired: on which figure, and the number it judged."""

from dashboard.checks.rules import BY_ID, Rule
from dashboard.frozen import frozen
from dashboard.indicators.registry import Care, Data


@frozen
class RuleHit:
    """A rule that fired on a figure; `number` is in the rule's unit, None where it judged none."""

    rule_id: str
    indicator: str
    region: str
    period: str
    care: Care
    data: Data
    number: float | None

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return BY_ID[self.rule_id]
