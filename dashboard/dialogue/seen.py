"""Which of agreements and plans whoever asks may see."""

from dataclasses import replace

from dashboard.access.identity import Identity
from dashboard.dialogue.agreement_log import Agreements
from dashboard.frozen import frozen
from dashboard.settings import Settings


@frozen
class Seen:
    """Whether the agreements and the plan of a region are shown."""

    agreements: bool
    plans: bool


def seen(settings: Settings, who: Identity, region: str) -> Seen:
    """What is shown of a region; without a login plans are public, and agreements by a setting."""
    return Seen(
        settings.agreements or who.may("agreements", "read", region),
        settings.login == "off" or who.may("plan", "read", region),
    )


def agreements_seen(settings: Settings, who: Identity, all_: Agreements) -> Agreements:
    """The agreements of the regions that one may see."""
    known = (one for one in all_.known if seen(settings, who, one.region).agreements)
    return replace(all_, known=tuple(known))
