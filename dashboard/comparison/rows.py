"""The regions side by side as rows: intervals and places, the funnel, the peers, the exceptions."""

from dataclasses import replace
from typing import Literal

from dashboard.comparison.better_peers import better_alike
from dashboard.comparison.comparison import Compared, comparison
from dashboard.comparison.exceptions import Attention, Judged, attention
from dashboard.comparison.funnel import average_beds, region_funnel
from dashboard.indicators.registry import BEDS_PER_1000, OVERCROWDING, PER_100
from dashboard.peers.features import readings
from dashboard.peers.peers import Neighbours, Peer, neighbours, peers_of
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics.funnel import FunnelRow
from dashboard.values import trends, values
from dashboard.values.published_year import compared_view
from dashboard.values.rows import Row, rows, span_rows
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import COMPARE, OVERVIEW
from dashboard.view.peer_choice import FEATURES, MOST_PEERS, PeerChoice, peer_choice
from dashboard.view.view import View

YesNo = Literal["yes", "no"]


def dots_rows(dataset: Dataset, view: View) -> list[Row]:
    """Sweden and the regions as they are compared, with interval, place and the year before.

    `basis` is `twelve_months` where the value is that of the last twelve together.
    """
    view = compared_view(dataset, view)
    found = comparison(dataset, view)
    return [
        {
            **_of(view, one.region),
            "value": one.value,
            "low": one.interval[0] if one.interval else None,
            "high": one.interval[1] if one.interval else None,
            "year_before": one.before,
            "rank_low": one.rank.low if one.rank else None,
            "rank_high": one.rank.high if one.rank else None,
            "top_five": one.rank.top if one.rank else None,
            "told_from_sweden": _yes(one.told),
            "basis": "twelve_months" if found.rolled else "period",
            **_about(dataset, view, one),
        }
        for one in (found.country, *found.regions)
    ]


def funnel_rows(dataset: Dataset, view: View) -> list[Row]:
    """Each region with its beds, and its verdict where there is a funnel."""
    view = compared_view(dataset, view)
    found = region_funnel(dataset, view) if view.of.unit is PER_100 else None
    judged = {row.group: row for row in found.rows} if found else {}
    beds = average_beds(dataset, view) if found else {}
    return [{**row, **_verdict(judged.get(str(row["region"])), beds)}
            for row in rows(dataset, view, CODES)]  # fmt: skip


def scatter_rows(dataset: Dataset, view: View) -> list[Row]:
    """Beds per 1 000 inhabitants, then overcrowding, of Sweden and the regions."""
    beds = replace(trends.of_indicator(view, BEDS_PER_1000.key), stream="all")
    over = trends.of_indicator(view, OVERCROWDING.key)
    return [*rows(dataset, beds, ALL_CODES), *rows(dataset, over, ALL_CODES)]


def peer_rows(dataset: Dataset, view: View) -> list[Row]:
    """Each feature of each region compared: its reading, and its part in the distance.

    Groups that are no nearest neighbours have their distances at equal weights. Without a
    region to compare with there is one row without a peer.
    """
    near = _near(dataset, view)
    by_code = {one.region: one for one in near.peers} if near else {}
    codes = peers_of(dataset, view.region, view.peers)
    found = [
        row for code in codes for row in _features(dataset, view, near, by_code.get(code), code)
    ]
    return found or [{**_peer(view, None), **_feature(None, None, None, None)}]


def better_rows(dataset: Dataset, view: View) -> list[Row]:
    """The peers better in two measures or more; one row without a peer where there is none."""
    found: list[Row] = [
        {
            "region": view.region,
            "peer": one.region,
            "period": compared_view(dataset, trends.of_indicator(view, indicator.key)).period,
            "indicator": indicator.key,
            "value": own,
            "peer_value": value,
            "unit": indicator.unit.long.en,
            "status": _status(
                dataset,
                compared_view(dataset, trends.of_indicator(view, indicator.key)),
                one.region,
            ),
        }
        for one in better_alike(dataset, view)
        for indicator, value, own in one.measures
    ]
    nobody: Row = dict.fromkeys(
        ("region", "peer", "period", "indicator", "value", "peer_value", "unit", "status")
    )
    return found or [nobody | {"region": view.region, "period": view.period, "status": "missing"}]


def attention_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every region judged against itself, its reference and the year before, largest first."""
    view = compared_view(dataset, view)
    found = attention(dataset, view)
    judged = [_judged(dataset, view, one) for one in found.judged]
    return [*judged, *_not_judged(view, found)]


def _of(view: View, region: str) -> Row:
    return {
        "indicator": view.indicator,
        "region": region,
        "period": view.period,
        "care": view.care,
        "stream": view.stream,
    }


def _about(dataset: Dataset, view: View, compared: Compared) -> Row:
    return {
        "unit": view.of.unit.long.en,
        "status": "missing" if compared.value is None else _status(dataset, view, compared.region),
        "release": dataset.release,
    }


def _status(dataset: Dataset, view: View, region: str) -> str:
    return values.status(dataset, view, region)


def _yes(told: bool | None) -> YesNo | None:
    if told is None:
        return None
    return "yes" if told else "no"


def _verdict(row: FunnelRow | None, beds: dict[str, float]) -> Row:
    return {
        "beds": beds.get(row.group) if row else None,
        "z_unadjusted": row.z_unadjusted if row else None,
        "z_adjusted": row.z_adjusted if row else None,
        "verdict": row.verdict if row else None,
    }


def _near(dataset: Dataset, view: View) -> Neighbours | None:
    if view.region == SWEDEN:
        return None
    choice = peer_choice(view.peers)
    similar = choice.group == "similar"
    return neighbours(dataset, view.region, choice if similar else PeerChoice(count=MOST_PEERS))


def _features(
    dataset: Dataset, view: View, near: Neighbours | None, peer: Peer | None, code: str
) -> list[Row]:
    found: list[Row] = []
    for feature in FEATURES:
        reading = readings(dataset, feature).get(code)
        part = peer.parts.get(feature) if peer else None
        value, year = (reading.value, reading.year) if reading else (None, None)
        weight = near.weights[feature] if near and peer else None
        found.append(
            {**_peer(view, code, peer), **_feature(feature, value, part, year), "weight": weight}
        )
    return found


def _peer(view: View, code: str | None, peer: Peer | None = None) -> Row:
    similar = peer_choice(view.peers).group == "similar"
    return {
        "region": view.region,
        "peer": code,
        "distance": peer.distance if peer else None,
        "mutual": _yes(peer.mutual) if peer and similar else None,
    }


def _feature(
    feature: str | None, reading: float | None, part: float | None, year: str | None
) -> Row:
    status = "missing" if reading is None else "published"
    return {
        "feature": feature, "reading": reading, "year": year, "part": part, "weight": None,
        "status": status,
    }  # fmt: skip


def _judged(dataset: Dataset, view: View, judged: Judged) -> Row:
    return {
        **_of(view, judged.region),
        "value": judged.value,
        **_limits(judged),
        "limits_of": "change_from_last_year" if judged.of_change else "value",
        "reference": judged.reference,
        "reference_is": "target" if judged.against_target else "sweden",
        "year_before": judged.year_before,
        "outside": _yes(judged.outside),
        "worse": _yes(judged.worse),
        "worsening": _yes(judged.worsening),
        "needs_attention": _yes(judged.needs_attention),
        "reason": None,
        "status": _status(dataset, view, judged.region),
    }


def _limits(judged: Judged) -> Row:
    """The limits of its own months, or of a year the limit of the funnel on the side of concern."""
    if judged.point is not None:
        point = judged.point
        return {"lpl": point.lpl, "upl": point.upl, "special_cause": point.special_cause}
    high = judged.direction < 0
    return {
        "lpl": None if high else judged.limit, "upl": judged.limit if high else None,
        "special_cause": "funnel_95" if judged.beyond else None,
    }  # fmt: skip


def _not_judged(view: View, attention: Attention) -> list[Row]:
    keys = ("value", "lpl", "upl", "special_cause", "limits_of", "reference", "reference_is",
            "year_before", "outside", "worse", "worsening", "needs_attention")  # fmt: skip
    return [
        {**_of(view, code), **dict.fromkeys(keys), "reason": why.en, "status": view.data}
        for code, why in attention.not_judged
    ]


# The exceptions stand on two pages.
OVERVIEW_SHEETS: Sheets = {"attention": Sheet(attention_rows, OVERVIEW)}
SHEETS: Sheets = {
    "cmp-dots": Sheet(dots_rows, COMPARE),
    "cmp-funnel": Sheet(funnel_rows, COMPARE),
    "cmp-panels": Sheet(span_rows, COMPARE),
    "cmp-scatter": Sheet(scatter_rows, COMPARE),
    "cmp-peers": Sheet(peer_rows, COMPARE),
    "cmp-better": Sheet(better_rows, COMPARE),
    "cmp-attention": Sheet(attention_rows, COMPARE),
}
