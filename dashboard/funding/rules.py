"""The grant for beds in 2024 as a rule with parameters, each with the reading it stands for."""

from fractions import Fraction
from functools import lru_cache
from typing import Literal

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.tables import Reference

Requirement = Literal["over", "out"]
Ties = Literal["inclusive", "strict"]
Bonus = Literal["pooled", "per-requirement"]

REQUIREMENTS: tuple[Requirement, ...] = ("over", "out")
REQUIREMENT_NAMES: dict[Requirement, Text] = {
    "over": Text("Överbeläggningar", "Overcrowding"),
    "out": Text("Utlokaliserade patienter", "Outplaced patients"),
}


@frozen
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


@frozen
class Reading:
    """What a value of a parameter takes the decision to mean; `stands` marks our default."""

    parameter: str
    value: str
    stands: bool
    text: Text
    source: str


@frozen
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


@lru_cache(maxsize=8)
def grants(reference: Reference) -> tuple[Grant, ...]:
    """Every pot as published, in the order of the table."""
    return tuple(
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
        for row in reference.rows("grants")
    )


@lru_cache(maxsize=8)
def readings(reference: Reference) -> tuple[Reading, ...]:
    """Every way to read the decision of 2024, in the order of the table."""
    return tuple(
        Reading(
            parameter=row["parameter"],
            value=row["value"],
            stands=row["stands"] == "1",
            text=Text(row["text_sv"], row["text_en"]),
            source=row["source"],
        )
        for row in reference.rows("grant_readings")
    )


def grants_of(reference: Reference, year: int) -> tuple[Grant, ...]:
    """The pots of a year, in the order of the table."""
    return tuple(grant for grant in grants(reference) if grant.year == year)


def grant(reference: Reference, key: str) -> Grant:
    """The pot with this key.

    Raises:
        KeyError: there is none.
    """
    return {one.key: one for one in grants(reference)}[key]


# What is computed with is declared, as it is a decision that is made: its terms are defaults of
# `Rules`, and this is the pot of the basic requirement in kronor (docs/methods.md 5.1).
RULES_2024 = Rules()
BASE_2024 = 750_000_000
