"""Whole numbers in proportion to weights, exactly."""

from collections.abc import Mapping
from fractions import Fraction
from math import floor

Number = int | float | Fraction


def largest_remainder(total: int, weights: Mapping[str, Number]) -> dict[str, int]:
    """Whole numbers in proportion to the weights that sum to `total`, exactly.

    Each gets its quota rounded down; what is left goes one by one to the largest remainders,
    at a tie to the one that stands first (docs/methods.md 1.6 variant A).

    Raises:
        ValueError: a negative total or weight, or weights that sum to nothing.
    """
    exact = {key: Fraction(weight) for key, weight in weights.items()}
    whole = sum(exact.values())
    if total < 0 or whole <= 0 or min(exact.values()) < 0:
        raise ValueError("largest remainder needs a total >= 0 and weights >= 0, not all zero")
    quotas = {key: total * weight / whole for key, weight in exact.items()}
    seats = {key: floor(quota) for key, quota in quotas.items()}
    by_remainder = sorted(quotas, key=lambda key: seats[key] - quotas[key])
    for key in by_remainder[: total - sum(seats.values())]:
        seats[key] += 1
    return seats
