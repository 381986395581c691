"""What is said of a region's effect where its months are estimated: that it cannot be decided."""

from dataclasses import replace

from dashboard.effects.judged import Evaluation
from dashboard.effects.verdict import Effect, undecided
from dashboard.values.may_be_said import CANNOT_BE_DECIDED


def withheld(evaluation: Evaluation) -> Evaluation:
    """The evaluation without a number: no effect, no fit and nothing expected.

    The months of a region follow its published years by a season that all share, so a per cent
    would say nothing of the region that its years do not (docs/methods.md 9.7).
    """
    nothing = (None,) * len(evaluation.fitted)
    return replace(
        evaluation,
        fitted=nothing,
        counterfactual=nothing,
        terms=(),
        checks=None,
        auto=None,
        main=_without(evaluation.main),
        at_ends=tuple(_without(one) for one in evaluation.at_ends),
        sensitivities=tuple(_without(one) for one in evaluation.sensitivities),
        verdict=undecided(),
    )


def _without(effect: Effect) -> Effect:
    return replace(effect, percent=None, low=None, high=None, problem=CANNOT_BE_DECIDED)
