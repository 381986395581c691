"""`vardplats peers`: the regions most like one, how far they are, and in what."""

import sys
from typing import Any

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.peers import peers
from dashboard.peers.features import readings
from dashboard.peers.peers import Neighbours, Peer
from dashboard.reference.regions import BY_CODE, CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.peer_choice import FEATURES, Feature, PeerChoice, peer_choice


def print_peers(region: str, count: int, weights: str, fmt: Format) -> None:
    """Print the nearest regions with distances, parts and the features behind them.

    Raises:
        Refused: there is no release, no such region, or an option cannot be used.
    """
    if region not in CODES:
        raise Refused(f"region={region[:40]} does not exist; there is {', '.join(CODES)}.")
    choice = _choice(count, weights)
    dataset = given.dataset(given.settings())
    nearest = peers.neighbours(dataset, region, choice)
    if fmt == "json":
        printing.print_json(_answer(dataset, nearest))
        return
    printing.print_numbers([_row(peer) for peer in nearest.peers], fmt)
    if nearest.no_near:
        # On stderr, so that stdout holds nothing but the rows.
        print(f"{name_of(region).en}: {peers.NO_NEAR.en}.", file=sys.stderr)


def _choice(count: int, weights: str) -> PeerChoice:
    options = ",".join(part for part in (f"k={count}", weights) if part)
    try:
        return peer_choice(f"similar:{options}")
    except ValueError as error:
        raise Refused(f"{error}.") from error


def _answer(dataset: Dataset, nearest: Neighbours) -> dict[str, Any]:
    return {
        "region": nearest.region,
        "weights": nearest.weights,
        "no_near": nearest.no_near,
        "features": {feature: _reading(dataset, feature, nearest.region) for feature in FEATURES},
        "peers": [
            {
                "region": peer.region,
                "name": BY_CODE[peer.region].name.sv,
                "distance": peer.distance,
                "mutual": peer.mutual,
                "parts": {feature: peer.parts.get(feature) for feature in FEATURES},
                "features": {f: _reading(dataset, f, peer.region) for f in FEATURES},
            }
            for peer in nearest.peers
        ],
    }


def _reading(dataset: Dataset, feature: Feature, region: str) -> dict[str, Any] | None:
    reading = readings(dataset, feature).get(region)
    if reading is None:
        return None
    return {"value": reading.value, "year": reading.year, "sources": reading.sources}


def _row(peer: Peer) -> dict[str, Any]:
    parts = {f"part_{feature}": peer.parts.get(feature) for feature in FEATURES}
    return {
        "region": peer.region,
        "name": BY_CODE[peer.region].name.sv,
        "distance": peer.distance,
        "mutual": peer.mutual,
        **parts,
    }
