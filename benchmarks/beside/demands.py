"""What is demanded on the phone, of every page, of a crowd and of the sums of unit-days."""

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.beside import days, phones
from benchmarks.beside.server import FRONT, Worked
from benchmarks.rivals.demands import Demand
from benchmarks.rivals.variants import BEFORE, LIMIT, OURS

_LARGEST, _SMALLEST = max(days.SIZES), min(days.SIZES)
# Of the run beside the peers, by the name that it has there: its limit here, whether that is most.
_OF_RIVALS = {
    "kB down of a touch, the largest": (6, True),
    "kB down of a touch, period": (3, True),
    "touches/s at 50, without cache: ours / vizro": (100, False),
    "p95 ms at 50, without cache": (150, True),
    "start to ready: ours / dash": (0.8, True),
    "private memory of a worker: ours / dash": (0.35, True),
    "share of memory of a worker: ours / dash": (0.4, True),
}


def demands(kept: Mapping[str, Mapping[str, Any]]) -> list[Demand]:
    """Every demand, from the parts of a run that there are; the others are not measured."""
    found = {part: one["found"] for part, one in kept.items()}
    return [
        *_of_phones(found.get("phones", {}).get("visits", {})),
        *_of_server(found.get("server", {})),
        *_of_rivals(found.get("rivals", {}).get("values", {})),
        *_of_days(found.get("days", {"runs": {}})),
    ]


def _of_phones(visits: phones.Rounds) -> Iterator[Demand]:
    peer = phones.fastest(visits)
    mine = visits.get(OURS.name, {}).values()

    def beside(what: str, key: str, other: str | None, limit: float, name: str) -> Demand:
        values = phones.ratios(visits, other, key)
        return Demand(f"phone, {what}: ours / {name}", limit, values, is_most=True)

    yield beside("largest paint", "lcp", BEFORE.name, 0.4, "before")
    yield beside("largest paint", "lcp", peer, 0.3, f"the fastest peer ({peer or 'none'})")
    yield beside("largest paint", "lcp", LIMIT.name, 1.3, "static page")
    yield beside("touch to next paint", "inp", BEFORE.name, 0.5, "before")
    yield beside("blocked by scripts", "blocking", BEFORE.name, 0.3, "before")
    rest = [one["kb"] for one in mine]
    yield Demand("phone, kB of a cold page at rest, nothing scrolled", 120, rest, is_most=True)
    chart = [one["chart_kb"] for one in mine]
    yield Demand("phone, kB before plotly's first chart, scrolled to", 120, chart, is_most=True)


def _of_server(found: Mapping[str, Any]) -> Iterator[Demand]:
    ours = Worked(**found["ours"]) if found else Worked()
    theirs = Worked(**found["before"]) if found else Worked()

    def over(mine: list[dict[str, float]], other: list[dict[str, float]], key: str) -> list[float]:
        pairs = zip(mine, other, strict=True)
        return [a[key] / b[key] for a, b in pairs if key in a and key in b]

    slowest = ours.slowest_to_front
    yield Demand("server, no cache: slowest page / front page", 1.5, slowest, is_most=True)
    front = over(ours.later, theirs.later, FRONT)
    yield Demand("server, no cache, front page: ours / before", 0.5, front, is_most=True)
    words = "server, no cache: first request of a worker / later ones, the worst page"
    yield Demand(words, 3, ours.first_to_later, is_most=True)
    for name, said in (("rule", "of the rule editor"), ("sliders", "of the targets' sliders")):
        values = over(ours.touches, theirs.touches, name)
        yield Demand(f"touch {said}, no cache: ours / before", 0.25, values, is_most=True)


def _of_rivals(values: Mapping[str, list[float]]) -> Iterator[Demand]:
    for what, (limit, is_most) in _OF_RIVALS.items():
        yield Demand(what, limit, values.get(what, []), is_most=is_most)


def _of_days(found: Mapping[str, Any]) -> Iterator[Demand]:
    words = f"{_LARGEST // 10**6} million unit-days to months"
    for name, said, limit in (("pandas", "pandas in chunks", 8), ("polars", "Polars", 1.2)):
        yield Demand(f"{words}: {said} / ours", limit, days.times_ours(found, name, _LARGEST))
    most, least = days.peaks(found, _LARGEST), days.peaks(found, _SMALLEST)
    yield Demand(f"{words}, peak MB", 400, most, is_most=True)
    grown = [a / b for a, b in zip(most, least, strict=False)]
    words = f"peak MB: {_LARGEST // 10**6} / {_SMALLEST // 10**6} million unit-days"
    yield Demand(words, 1.1, grown, is_most=True)
