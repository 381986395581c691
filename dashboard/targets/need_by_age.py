"""The population weighted by how much older people need beds: variant C, where ages are given."""

from collections.abc import Mapping

from dashboard.frozen import frozen

# A person aged 65-79 counts as three and one aged 80 or over as six; assumptions, to be edited
# (docs/methods.md 1.6).
FROM_65, FROM_80 = 3.0, 6.0


@frozen
class Ages:
    """Inhabitants of a region: all, those aged 65-79, and those aged 80 and over."""

    population: int
    from_65: int
    from_80: int


def needing(ages: Mapping[str, Ages], *, from_65: float = FROM_65, from_80: float = FROM_80
            ) -> dict[str, float]:  # fmt: skip
    """The population of each region in people under 65, the weight that `shortfall.needs` takes.

    Raises:
        ValueError: a weight or number below 0, or more old people than people.
    """
    if min(from_65, from_80) < 0:
        raise ValueError("a weight of age cannot be negative")
    found = {}
    for region, one in ages.items():
        under = one.population - one.from_65 - one.from_80
        if min(under, one.from_65, one.from_80) < 0:
            raise ValueError(f"region {region} has more people by age than inhabitants")
        found[region] = under + from_65 * one.from_65 + from_80 * one.from_80
    return found
