"""What each tier may do with what of which region: the one declaration, and all else is denied."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from dashboard.frozen import frozen
from dashboard.language.text import Text

Tier = Literal["public", "region", "authority", "ministry"]
What = Literal["unpublished", "plan", "agreements", "preparedness", "audit"]
Act = Literal["read", "write", "publish"]
Role = Literal["reader", "reporter", "publisher"]
# Of which regions: one's own, those that released it, or every one.
Reach = Literal["own", "released", "every"]

TIERS: Final[tuple[Tier, ...]] = get_args(Tier)
TIER_NAMES: Mapping[Tier, Text] = {
    "public": Text("Alla", "Everybody"),
    "region": Text("Region", "Region"),
    "authority": Text("Socialstyrelsen", "National Board of Health and Welfare"),
    "ministry": Text("Socialdepartementet", "Ministry of Health and Social Affairs"),
}
ROLE_NAMES: Mapping[Role, Text] = {
    "reader": Text("läser", "reads"),
    "reporter": Text("läser och lämnar", "reads and hands in"),
    "publisher": Text("läser, lämnar och släpper", "reads, hands in and releases"),
}


@frozen
class Permission:
    """One act on one thing, of the regions within reach."""

    what: What
    act: Act
    reach: Reach


# What is public needs no permission, and the public tier has none. `publish` of what is
# unpublished is to release it, for a region its own, and for the authority to all; of preparedness
# it is to release it to the ministry.
PERMISSIONS: Mapping[Tier, frozenset[Permission]] = {
    "public": frozenset(),
    "region": frozenset(
        {
            Permission("unpublished", "read", "own"),
            Permission("unpublished", "write", "own"),
            Permission("unpublished", "publish", "own"),
            Permission("plan", "read", "own"),
            Permission("agreements", "read", "own"),
            Permission("agreements", "write", "own"),
            Permission("preparedness", "read", "own"),
            Permission("preparedness", "write", "own"),
            Permission("preparedness", "publish", "own"),
        }
    ),
    "authority": frozenset(
        {
            Permission("unpublished", "read", "every"),
            Permission("unpublished", "write", "every"),
            Permission("unpublished", "publish", "released"),
            Permission("plan", "read", "every"),
            Permission("agreements", "read", "every"),
            Permission("agreements", "write", "every"),
            Permission("preparedness", "read", "every"),
            Permission("audit", "read", "every"),
        }
    ),
    "ministry": frozenset(
        {
            Permission("unpublished", "read", "released"),
            Permission("preparedness", "read", "released"),
        }
    ),
}
# What a person of the tier may do of it: a tier is the organisation's, a role the person's.
ROLES: Mapping[Role, frozenset[Act]] = {
    "reader": frozenset({"read"}),
    "reporter": frozenset({"read", "write"}),
    "publisher": frozenset({"read", "write", "publish"}),
}


def reach_of(tier: Tier, what: What, act: Act) -> Reach | None:
    """The regions of which a tier may do this, or None where it may not at all."""
    for one in PERMISSIONS[tier]:
        if (one.what, one.act) == (what, act):
            return one.reach
    return None
