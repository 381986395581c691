"""A series judged by the model that was declared for it: what an evaluation holds."""

from dashboard.effects.model import Declared, Design
from dashboard.effects.series import Series
from dashboard.effects.verdict import Effect, Verdict
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.statistics.regression import Term
from dashboard.statistics.residual_checks import AutoFit, Checks


@frozen(eq=False)
class Evaluation:
    """A series judged by the model that was declared for it.

    `fitted` and `counterfactual` (levels and slopes of the policy set to nothing) are in the
    unit of the series, None where a point is not used. `main` is the effect at `EFFECT_AT`
    (for years, 2024), `at_ends` the effect at the last point of each period. `terms` are on
    the scale of the model. `remarks` always hold series breaks, coverage and other
    explanations (docs/methods.md 6.4).
    """

    series: Series
    declared: Declared
    design: Design
    fitted: tuple[float | None, ...]
    counterfactual: tuple[float | None, ...]
    terms: tuple[Term, ...]
    checks: Checks | None
    auto: AutoFit | None
    main: Effect
    at_ends: tuple[Effect, ...]
    sensitivities: tuple[Effect, ...]
    verdict: Verdict
    remarks: tuple[Text, ...]
