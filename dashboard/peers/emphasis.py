"""Who is highlighted in a picture of all regions: the one chosen, and those it is compared with."""

from dashboard.figures.dot_plot import Role
from dashboard.peers.peers import peers_of
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View


def roles(dataset: Dataset, view: View) -> dict[str, Role]:
    """The role of each region by its code; peers that are all the others are no group."""
    peers = peers_of(dataset, view.region, view.peers)
    named = frozenset(peers if len(peers) < len(CODES) - 1 else ())
    return {code: _role(code, view.region, named) for code in CODES}


def _role(code: str, chosen: str, peers: frozenset[str]) -> Role:
    if code == chosen:
        return "selected"
    return "peer" if code in peers else "other"
