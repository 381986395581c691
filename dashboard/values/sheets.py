"""What a file of rows is; each room declares its own in `SHEETS`, beside the rows."""

from collections.abc import Callable, Mapping

from dashboard.frozen import frozen
from dashboard.indicators.registry import Indicator
from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset
from dashboard.values import trends
from dashboard.values.rows import Row
from dashboard.view.view import View


def _same(view: View) -> View:
    return view


@frozen
class Sheet:
    """What a file holds: `of` turns the page's view into the file's, `rows` reads that.

    All rows of a sheet have the same keys. `path` is the address of the page it stands on.
    """

    rows: Callable[[Dataset, View], list[Row]]
    path: Text
    of: Callable[[View], View] = _same


Sheets = Mapping[str, Sheet]


def of_indicator(indicator: Indicator) -> Callable[[View], View]:
    """Turns a view into that of `indicator`, in a care area where that exists."""
    return lambda view: trends.of_indicator(view, indicator.key)
