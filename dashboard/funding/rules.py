"""The grant for beds in 2024 as a rule with parameters, each with the reading it stands for."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from dashboard.language.text import Text
from dashboard.reference import csv_tables

Requirement = Literal["over", "out"]
Ties = Literal["inclusive", "strict"]
Bonus = Literal["pooled", "per-requirement"]

REQUIREMENTS: tuple[Requirement, ...] = ("over", "out")
REQUIREMENT_NAMES: dict[Requirement, Text] = {
    "over": Text("Överbeläggningar", "Overcrowding"),
    "out": Text("Utlokaliserade patienter", "Outplaced patients"),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """A pot of money as published, in whole kronor.

    `basis` is population, performance, equal (the same to each) or administration;
    `approximate` where the source says "about".
    """

    key: str
    year: int
    requirement: str
    amount: int
    approximate: bool
    basis: str
    months: tuple[int, ...]
    text: Text
    source_id: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a value of a parameter takes the decision to mean; `stands` marks our default."""

    parameter: str
    value: str
    stands: bool
    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The performance part of the grant: pots in kronor, months 1-12, threshold as a share.

    The defaults are the decision of 2024 (S2024/00483) as read in docs/methods.md 5.2.
    `decimals` rounds the rates before they are compared; None takes them as delivered.
    """

    months: tuple[int, ...] = tuple(range(2, 11))
    over_pot: int = 620_000_000
    out_pot: int = 620_000_000
    threshold: Fraction = Fraction(1, 200)
    top: int = 5
    ties: Ties = "inclusive"
    bonus: Bonus = "pooled"
    decimals: int | None = None

    def pot(self, requirement: Requirement) -> int:
        """The kronor set aside for a requirement over all months."""
        return self.over_pot if requirement == "over" else self.out_pot


def _months(first: str, last: str) -> tuple[int, ...]:
    return tuple(range(int(first), int(last) + 1)) if first else ()


GRANTS: tuple[Grant, ...] = tuple(
    Grant(
        key=row["key"],
        year=int(row["year"]),
        requirement=row["requirement"],
        amount=int(row["amount"]),
        approximate=row["approximate"] == "1",
        basis=row["basis"],
        months=_months(row["first_month"], row["last_month"]),
        text=Text(row["text_sv"], row["text_en"]),
        source_id=row["source_id"],
    )
    for row in csv_tables.rows("grants")
)

READINGS: tuple[Reading, ...] = tuple(
    Reading(
        parameter=row["parameter"],
        value=row["value"],
        stands=row["stands"] == "1",
        text=Text(row["text_sv"], row["text_en"]),
        source=row["source"],
    )
    for row in csv_tables.rows("grant_readings")
)


def reading(parameter: str, value: object) -> Reading:
    """The reading that a value of a parameter stands for; None is written as nothing.

    Raises:
        KeyError: there is no such reading.
    """
    cell = "" if value is None else str(value)
    for one in READINGS:
        if (one.parameter, one.value) == (parameter, cell):
            return one
    raise KeyError(f"no reading of {parameter} as {cell!r}")


def grant(key: str) -> Grant:
    """The pot with this key.

    Raises:
        KeyError: there is none.
    """
    return {one.key: one for one in GRANTS}[key]


def _decided() -> Rules:
    row = next(row for row in csv_tables.rows("grants") if row["key"] == "beds-2024-over")
    return Rules(
        months=_months(row["first_month"], row["last_month"]),
        over_pot=grant("beds-2024-over").amount,
        out_pot=grant("beds-2024-out").amount,
        threshold=Fraction(row["threshold_pct"]) / 100,
        top=int(row["top"]),
    )


RULES_2024 = _decided()
BASE_2024 = grant("beds-2024-base").amount
