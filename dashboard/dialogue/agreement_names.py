"""What agreements are called by outside: by a name that tells nothing of other regions."""

from collections.abc import Mapping

from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_log import Agreements


def by_name(agreements: Agreements) -> Mapping[str, Agreement]:
    """Each agreement by its region and its number there, as `22-1`, in the order they were made."""
    counts: dict[str, int] = {}
    found = {}
    for one in agreements.known:
        counts[one.region] = counts.get(one.region, 0) + 1
        found[f"{one.region}-{counts[one.region]}"] = one
    return found
