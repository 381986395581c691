"""Who the peers are and why: their distance, each feature's part, and whether it is mutual."""

from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.formatting import capitalised
from dashboard.language.text import Lang, Text
from dashboard.peers.features import FEATURE_NAMES, FEATURE_UNITS, readings
from dashboard.peers.group_names import GROUPS, NO_PEERS
from dashboard.peers.peers import NO_NEAR, Neighbours, Peer, neighbours, peers_of
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.peer_choice import FEATURES, MOST_PEERS, Feature, PeerChoice, peer_choice
from dashboard.view.view import View

_ALIKE = Text("Mest lika {}: {}", "Most like {}: {}")
_NOBODY = Text("{} har ingen att jämföras med", "{} has none to be compared with")
_GROUP = Text("{} jämförs med {}", "{} is compared with {}")
_MEASURE = Text(
    "Avstånd i standardavvikelser över fyra publicerade egenskaper. Stapeln är egenskapens del av "
    "avståndet i kvadrat: lång stapel är stor olikhet.",
    "Distance in standard deviations over four published features. The bar is the feature's part "
    "of the squared distance: a long bar is a large difference.",
)
_SOURCE = Text("Källor: {}.", "Sources: {}.")
_AREA = Text(
    "Befolkningstätheten är räknad på kartans konturer, {} km², som är {} procent mer än SCB:s "
    "landareal, cirka {} km².",
    "The population density is counted on the outlines of the map, {} km², which is {} per cent "
    "more than the land area that SCB states, about {} km².",
)
_OF_FEATURE = Text("{} ({}; {})", "{} ({}; {})")
_FAR = Text("{}: den närmaste är {} bort", "{}: the nearest is {} away")
_MOST_NAMES = 6


@frozen
class Cell:
    """A feature of a region in words, and its part (0-1) in the squared distance."""

    words: str
    part: float | None


@frozen
class PeerRow:
    """A region compared: `distance` is a dash where there is none, `mutual` None likewise."""

    code: str
    name: str
    distance: str
    cells: tuple[Cell, ...]
    mutual: bool | None


@frozen
class PeerTable:
    """The region itself, those it is compared with, nearest first, and the words around."""

    title: str
    measure: str
    own: PeerRow | None
    rows: tuple[PeerRow, ...]
    remark: str
    source: str


def peer_table(dataset: Dataset, view: View, lang: Lang) -> PeerTable:
    """The regions that `View.peers` compares the view's region with (docs/methods.md 4.1).

    Groups that are no nearest neighbours are shown with their distances too, at equal weights
    and without the mutual mark, which depends on the number of neighbours.
    """
    choice = peer_choice(view.peers)
    codes = peers_of(dataset, view.region, view.peers)
    nearest_peers = _near(dataset, view.region, choice)
    by_code = {peer.region: peer for peer in nearest_peers.peers} if nearest_peers else {}
    nearest = sorted(codes, key=lambda code: by_code[code].distance if code in by_code else 99.0)
    mutual = choice.group == "similar"
    rows = [_row(dataset, code, by_code.get(code), lang, mutual=mutual) for code in nearest]
    region_row = (
        None if view.region == SWEDEN else _row(dataset, view.region, None, lang, mutual=False)
    )
    remark = _remark(nearest_peers, lang) if mutual and nearest_peers else ""
    return PeerTable(
        title=_title(view, choice, nearest, lang),
        measure=_MEASURE.in_(lang),
        own=region_row,
        rows=tuple(rows),
        remark=remark if rows else NO_PEERS.in_(lang),
        source=_source(dataset, lang),
    )


def _near(dataset: Dataset, region: str, choice: PeerChoice) -> Neighbours | None:
    if region == SWEDEN:
        return None
    everyone = PeerChoice(count=MOST_PEERS)
    return neighbours(dataset, region, choice if choice.group == "similar" else everyone)


def _row(dataset: Dataset, code: str, peer: Peer | None, lang: Lang, *, mutual: bool) -> PeerRow:
    total = sum(peer.parts.values()) if peer else 0.0
    return PeerRow(
        code=code,
        name=name_of(code).in_(lang),
        distance=formatting.number(peer.distance if peer else None, 2, lang),
        cells=tuple(_cell(dataset, code, feature, peer, total, lang) for feature in FEATURES),
        mutual=peer.mutual if mutual and peer else None,
    )


def _cell(
    dataset: Dataset, code: str, feature: Feature, peer: Peer | None, total: float, lang: Lang
) -> Cell:
    reading = readings(dataset, feature).get(code)
    words = formatting.number(reading.value if reading else None, _decimals(feature), lang)
    if peer is None or feature not in peer.parts:
        return Cell(words, None)
    return Cell(words, round(peer.parts[feature] / total, 3) if total else 0.0)


def _decimals(feature: Feature) -> int:
    return 0 if feature == "population" else 1


def _title(view: View, choice: PeerChoice, codes: list[str], lang: Lang) -> str:
    if choice.group == "similar" and codes:
        names = ", ".join(name_of(code).in_(lang) for code in codes[:_MOST_NAMES])
        more = " …" if len(codes) > _MOST_NAMES else ""
        return _ALIKE.in_(lang).format(name_of(view.region).in_(lang), names + more)
    if not codes:
        return _NOBODY.in_(lang).format(name_of(view.region).in_(lang))
    group = GROUPS[choice.group].in_(lang)
    return _GROUP.in_(lang).format(name_of(view.region).in_(lang), group)


def _remark(nearest: Neighbours, lang: Lang) -> str:
    if not nearest.no_near or not nearest.peers:
        return ""
    distance = formatting.number(nearest.peers[0].distance, 2, lang)
    return f"{capitalised(_FAR.in_(lang).format(NO_NEAR.in_(lang), distance))}."


def _source(dataset: Dataset, lang: Lang) -> str:
    lines = [_of_feature(dataset, feature, lang) for feature in FEATURES]
    told = _SOURCE.in_(lang).format("; ".join(one for one in lines if one))
    return f"{told} {_areas(dataset, lang)}".rstrip()


def _areas(dataset: Dataset, lang: Lang) -> str:
    """What the density is counted on, and how far that is from the land area.

    A release from before the land area was among its tables says nothing of it.
    """
    land = [row["land_area_km2"] for row in dataset.reference.rows("land_areas")
            if row["code"] == SWEDEN]  # fmt: skip
    if not land:
        return ""
    outlines = sum(float(row["area_km2"]) for row in dataset.reference.rows("region_areas"))
    stated = float(land[-1])
    more = 100 * (outlines / stated - 1)
    numbers = (formatting.number(one, 0, lang) for one in (outlines, more, stated))
    return _AREA.in_(lang).format(*numbers)


def _of_feature(dataset: Dataset, feature: Feature, lang: Lang) -> str:
    known = list(readings(dataset, feature).values())
    if not known:
        return ""
    years = sorted({reading.year for reading in known})
    ids = dict.fromkeys(id_ for reading in known for id_ in reading.sources)
    labels = ", ".join(dataset.reference.sources[id_].label for id_ in ids)
    span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return _OF_FEATURE.in_(lang).format(feature_name(feature, lang), labels, span)


def feature_name(feature: Feature, lang: Lang) -> str:
    """The name of a feature as a heading."""
    return FEATURE_NAMES[feature].in_(lang)


def feature_unit(feature: Feature, lang: Lang) -> str:
    """The unit of a feature, empty where its name says it."""
    unit = FEATURE_UNITS[feature].in_(lang)
    return "" if unit.lower() in feature_name(feature, lang).lower() else unit
