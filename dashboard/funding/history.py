"""The grants of 2022 and 2025 as far as their rules are published, and other payouts as facts."""

from collections.abc import Mapping
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.funding.payout import POPULATIONS, base_amounts
from dashboard.funding.rules import grant
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.reference.tables import Reference


@frozen
class Allocated:
    """What a region got in 2025 as published, beside the rule computed; kronor.

    `off` is the difference in per cent of the part that follows the population.
    """

    region: str
    published: int
    computed: int
    off: float


@frozen
class OtherPayout:
    """Money that is not the grant for beds, as published; never compared with its model.

    `region` is a code or `"00"`; `unit` as the source has it (kronor, million, per cent).
    """

    name: Text
    region: str
    first: str
    last: str
    value: float
    unit: str
    source_id: str
    note: str


_OTHERS = {
    "fund_waiting_time_payout_sek": Text(
        "Väntetidsmedel, inte vårdplatsmedel", "Waiting-time money, not money for beds"
    ),
    "fund_operations_max_msek": Text(
        "Operationssatsningen, högsta belopp", "The operations effort, highest amount"
    ),
    "fund_operations_share_of_max_pct": Text(
        "Operationssatsningen, andel av högsta beloppet",
        "The operations effort, share of the highest amount",
    ),
}
_MIXED_2022 = Text(
    "Uppskjuten vård och vårdplatser 2022 tillsammans",
    "Postponed care and beds of 2022 together",
)


def capacity_2025(
    reference: Reference, populations: Mapping[str, int] = POPULATIONS
) -> tuple[Allocated, ...]:
    """The 5 886.5 million of 2025: 100 million to each region, the rest by population.

    Computed with the population given; the decision used a newer one, so each part by
    population differs a little from what is published (docs/methods.md 10.5, test 2).
    """
    rest = base_amounts(grant(reference, "capacity-2025-population").amount, populations)
    fixed = grant(reference, "capacity-2025-fixed").amount // len(CODES)
    published = _published_2025(reference)
    return tuple(
        Allocated(
            region=code,
            published=published[code],
            computed=fixed + rest[code],
            off=100 * (published[code] - fixed - rest[code]) / rest[code],
        )
        for code in CODES
    )


def _published_2025(reference: Reference) -> dict[str, int]:
    return {
        row["region_code"]: int(row["value"])
        for row in reference.published
        if row["indicator"] == "fund_allocation_sek" and row["period_start"].startswith("2025")
    }


@lru_cache(maxsize=8)
def other_payouts(reference: Reference) -> tuple[OtherPayout, ...]:
    """Every other payout in the published figures, as it stands there."""
    payouts = []
    for row in reference.published:
        name = _OTHERS.get(row["indicator"])
        if row["indicator"] == "fund_allocation_sek" and row["period_start"].startswith("2022"):
            name = _MIXED_2022
        if name is not None:
            payouts.append(OtherPayout(
                name, row["region_code"], row["period_start"], row["period_end"],
                float(row["value"]), row["unit"], row["source_id"], row["note"],
            ))  # fmt: skip
    return tuple(payouts)
