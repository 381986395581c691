"""When and where a row of a fact table applies."""

from collections.abc import Mapping

from dashboard.frozen import frozen
from dashboard.reference.periods import days_in, months_of

_OPEN_END = "9999-12"


@frozen
class Scope:
    """The series, care, regions and periods a row concerns; what is empty concerns all.

    `first_period` and `last_period` are months or years, both included.
    """

    series: tuple[str, ...] = ()
    care: str = ""
    regions: tuple[str, ...] = ()
    first_period: str = ""
    last_period: str = ""

    def concerns(self, series: str, care: str, region: str) -> bool:
        """Whether the row is about this series, care and region, in whatever period."""
        return (
            (not self.series or series in self.series)
            and self.care in ("", care)
            and (not self.regions or region in self.regions)
        )

    def covers(self, series: str, care: str, region: str, period: str) -> bool:
        """Whether the row applies; `period` is a month, a year, or empty for no period at all.

        Raises:
            ValueError: `period` is neither empty, a month nor a year.
        """
        return self.concerns(series, care, region) and self._spans(period)

    def _spans(self, period: str) -> bool:
        if not (self.first_period or self.last_period):
            return True
        if not period:
            return False
        months = months_of(period)
        first = months_of(self.first_period)[0] if self.first_period else ""
        last = months_of(self.last_period)[-1] if self.last_period else _OPEN_END
        return first <= months[-1] and months[0] <= last


def scope_of(row: Mapping[str, str]) -> Scope:
    """The scope columns of a row; `series` and `region` may name several, split by spaces."""
    return Scope(
        series=tuple(row["series"].split()),
        care=row["care"],
        regions=tuple(row["region"].split()),
        first_period=row["first_period"],
        last_period=row["last_period"],
    )


def in_force(valid_from: str, valid_to: str, month: str) -> bool:
    """Whether a row dated `YYYY-MM-DD` applies on the last day of a month; no end is open."""
    last_day = f"{month}-{days_in(month):02d}"
    return valid_from <= last_day and (not valid_to or last_day <= valid_to)
