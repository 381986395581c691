"""Whoever asks: an organisation, a person in it, and what the two together may do."""

from dataclasses import field
from typing import Final, Literal

from dashboard.access.tiers import ROLES, TIERS, Act, Tier, What, reach_of
from dashboard.frozen import frozen
from dashboard.reference.regions import CODES

Way = Literal["", "session", "proxy", "token"]


@frozen
class Identity:
    """Who asks, and by which way that is known.

    `organisation` is the number of the organisation, `region` the code of a region's tier and
    nothing of another, `person` as person@organisation or the name of a token, `acts` what its
    role allows. `key` is a secret of the session that forms must repeat.
    """

    tier: Tier = "public"
    organisation: str = ""
    region: str = ""
    person: str = ""
    acts: frozenset[Act] = field(default_factory=lambda: ROLES["reader"])
    way: Way = ""
    key: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it is anybody but the public."""
        return bool(self.way)

    @property
    def scope(self) -> str:
        """The name of the store that it reads, nothing for the public one."""
        if self.tier == "region":
            return f"region-{self.region}"
        return "" if self.tier == "public" else self.tier

    def may(self, what: What, act: Act = "read", region: str = "") -> bool:
        """Whether it may do this of a region, or of any where none is named.

        Of a reach that depends on what a region has released, only that there may be some is
        answered; what holds the figures leaves out the others.
        """
        reach = reach_of(self.tier, what, act)
        if reach is None or act not in self.acts:
            return False
        return reach != "own" or region in ("", self.region)


NOBODY: Final = Identity()


def of_scope(scope: str) -> Identity:
    """Whoever reads the store of this name, as `region-14` or `authority`; it may only read.

    Raises:
        ValueError: there is no such store.
    """
    tier, _, region = scope.partition("-")
    for one in TIERS:
        found = Identity(one, region=region, way="token")
        if one == tier and found.scope == scope and (region in CODES or not region):
            return found
    raise ValueError(scope)
