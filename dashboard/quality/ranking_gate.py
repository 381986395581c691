"""What the grades keep out of rankings, lists and verdicts, each with the reason."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from dashboard.indicators.registry import BY_KEY
from dashboard.language.text import Text
from dashboard.quality.grades import grades
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View, default_view

_REASON = Text("Betyg {}: {}.", "Grade {}: {}.")


def gate(dataset: Dataset, view: View) -> Mapping[str, Text]:
    """The regions whose figure in the view has grade C or D, with the reason.

    They are hatched on the map, get no rank, stand on no list and are marked in the table of the
    grant (docs/methods.md 8). Empty for Sweden, which is a sum of what can be summed.
    """
    return _gate(dataset, view.anywhere)


def gated(dataset: Dataset, region: str, indicator: str, period: str = "") -> Text | None:
    """Why a region's figure cannot bear a verdict, or None where it can.

    `indicator` is a key; the care, data and period are those that it opens with, but for another
    `period`.

    Raises:
        KeyError: there is no such indicator.
    """
    view = default_view(dataset, indicator=BY_KEY[indicator].key)
    if period:
        data = "published" if len(period) == 4 and not view.of.cares("estimated") else view.data
        view = View(view.indicator, period, care=view.care, data=data)
    return gate(dataset, view).get(region)


@lru_cache(maxsize=256)
def _gate(dataset: Dataset, view: View) -> Mapping[str, Text]:
    return MappingProxyType(
        {
            code: _REASON.format(one.grade, _joined(one.grave))
            for code, one in grades(dataset, view).items()
            if one.gates
        }
    )


def _joined(reasons: tuple[Text, ...]) -> Text:
    return Text(
        "; ".join(reason.sv for reason in reasons), "; ".join(reason.en for reason in reasons)
    )
