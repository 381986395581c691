"""Days of single units summed to months of regions: one expression, whatever engine computes it."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import IntegerValue, NumericValue, StringValue, Table

# The measure that a count of a unit and day adds up to (docs/methods.md 1.1).
COUNTED = {
    "bed_days": "beds",
    "patient_days": "patients",
    "over_days": "overcrowded",
    "out_days": "outplaced",
}
REPORT = ("region", "hospital", "unit", "date", "care", "stream", *COUNTED.values())
KEYS = ("region", "month", "care", "stream")
TALLIES = ("reports", "doubled", "negative")
COLUMNS = (*KEYS, *COUNTED, "units", *TALLIES)
# Room for a month of days that are each there 500 times.
_PLACES = 40
_MONTH = ("region", "year", "number", "care")
_NAMED = ("hospital", "unit")
_UNIT = (*_MONTH, "hospital", "unit")


def region_months(reports: Table) -> Table:
    """Sums by region, month, care and stream, sorted by these, of a table with `REPORT`.

    A row is a unit, a day and a stream: `beds` and the patients at 06:00, of whom some are
    `overcrowded` or `outplaced`. The sums are bed-days and patient-days; rates come afterwards
    (docs/methods.md 0.1). A day that lacks a count makes its month lack it: missing is no zero.
    Stream `all` is everything; `acute` and `planned` are there where every unit tells them
    apart. `units` are those that reported, `reports` their rows; `doubled` counts the units with
    a day twice and `negative` the counts below zero, which are both faults.
    """
    units = _units(reports)
    streams = _added(units, (*_MONTH, "stream"))
    mixed = (streams.stream == "all").any().over(ibis.window(group_by=list(_MONTH)))
    apart = streams.mutate(mixed=mixed).filter(lambda table: ~table.mixed)
    everything = _added(_added(units, _UNIT), _MONTH).mutate(stream=ibis.literal("all"))
    both = ibis.union(_labelled(apart), _labelled(everything))
    return both.order_by(list(KEYS))


def _units(reports: Table) -> Table:
    """One row for each unit, month, care and stream."""
    day = reports.date.cast("date")
    words = ("region", "care", "stream")
    table = reports.select(
        **{name: reports[name].cast("string").fill_null("") for name in (*_NAMED, *words)},
        **{name: reports[count].cast("float64") for name, count in COUNTED.items()},
        year=day.year().cast("int64"),
        number=day.month().cast("int64"),
        # Each day of a month as a bit of its own, which 32 of them have room for.
        day=ibis.literal(1) << (day.day().cast("int64") - 1).cast("int32"),
    )
    spelled = table.group_by([*_UNIT, "stream"]).aggregate(
        **{name: _whole(table[name]) for name in COUNTED},
        reports=table.count(),
        days=table.day.sum().cast("int64"),
        negative=sum((_below_zero(table[name]) for name in COUNTED), ibis.literal(0, "int64")),
    )
    # A name is made one once a month and not once a day, which would take three times the rest.
    named = spelled.mutate(**{name: _one_name(spelled[name]) for name in _NAMED})
    sums = named.group_by([*_UNIT, "stream"]).aggregate(
        **{name: _whole(named[name]) for name in COUNTED},
        **{name: named[name].sum().cast("int64") for name in ("reports", "negative")},
        # PostgreSQL adds whole numbers to a decimal, which has no bits.
        days=named.days.cast("float64").sum().cast("int64"),
    )
    return sums.mutate(doubled=(_bits(sums.days) < sums.reports).ifelse(1, 0)).drop("days")


def _one_name(name: StringValue) -> StringValue:
    """A ward is the same however its name is spaced, and in capitals or not."""
    return name.re_replace(r"\s+", " ").strip().lower()


def _bits(number: IntegerValue) -> IntegerValue:
    """How many bits are set. Of powers of two that were added it is their number, unless one of
    them was there twice; to count the days themselves would take longer than all the rest."""
    return sum((((number >> place) & 1) for place in range(_PLACES)), ibis.literal(0, "int64"))


def _added(table: Table, by: Sequence[str]) -> Table:
    return table.group_by(list(by)).aggregate(
        **{name: _whole(table[name]) for name in COUNTED},
        **{name: table[name].sum().cast("int64") for name in TALLIES},
        units=table.count(),
    )


def _whole(column: NumericValue) -> NumericValue:
    """The sum where every row has a number, else nothing."""
    return ibis.cases((column.isnull().sum() == 0, column.sum()))


def _below_zero(column: NumericValue) -> IntegerValue:
    return (column < 0).ifelse(1, 0).sum().cast("int64")


def _labelled(table: Table) -> Table:
    month = table.year.cast("string") + "-" + table.number.cast("string").lpad(2, "0")
    return table.mutate(month=month).select(list(COLUMNS))
