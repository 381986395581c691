"""What is demanded of our page, and how near one run came to it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import nan
from statistics import median

from benchmarks.rivals.run import Found
from benchmarks.rivals.variants import FAMILIES, LIMIT, OURS, RIVALS, UNCACHED, Variant
from benchmarks.rivals.visits import Seen

DOCUMENTED = {one.family: one for one in RIVALS if one.style == "documented"}
CACHED = [one for one in RIVALS if one.style == "cached"]
Measure = Callable[[Seen], float]


@dataclass(frozen=True)
class Demand:
    """A ratio or a figure with its limit; `values` has one per round, or is empty."""

    what: str
    limit: float
    values: Sequence[float]
    is_most: bool = False

    @property
    def middle(self) -> float:
        return median(self.values) if self.values else nan

    @property
    def is_reached(self) -> bool:
        return self.middle <= self.limit if self.is_most else self.middle >= self.limit

    def row(self) -> dict[str, str]:
        """The demand in words, for a table."""
        spread = f"{min(self.values):.3g}..{max(self.values):.3g}" if self.values else ""
        return {
            "what": self.what,
            "demanded": f"{'<=' if self.is_most else '>='} {self.limit:g}",
            "measured": f"{self.middle:.3g}" if self.values else "not measured",
            "least..most": spread,
            "reached": ("yes" if self.is_reached else "no") if self.values else "-",
        }


def touch_ms(seen: Seen) -> float:
    return _all(seen.touched)


def slow_touch_ms(seen: Seen) -> float:
    return _all(seen.slowly)


def opened_ms(seen: Seen) -> float:
    return seen.opened


def busy_ms(seen: Seen) -> float:
    return median(seen.busy)


def _all(times: dict[str, list[float]]) -> float:
    return median(one for each in times.values() for one in each)


def demands(found: Found) -> list[Demand]:
    """Every demand of the issue of speed, in its order."""
    return [
        *_touches(found), *_opening(found), *_server(found), *_wire(found), *_crowds(found),
        *_processes(found),
    ]  # fmt: skip


def _touches(found: Found) -> Iterator[Demand]:
    for name in FAMILIES:
        yield _times(found, "touch", DOCUMENTED[name], touch_ms, 3.5 if name == "vizro" else 2.2)
    yield _times(found, "touch", _fastest(found, touch_ms), touch_ms, 1.9)
    for name in FAMILIES:
        limit = 5 if name == "vizro" else 3
        yield _times(found, "touch, slow line", DOCUMENTED[name], slow_touch_ms, limit)
    yield _times(found, "touch, slow line", _fastest(found, slow_touch_ms), slow_touch_ms, 3)
    ours = found.visits.get(OURS, {}).values()
    ratios = [touch_ms(one) / median(one.repaint) for one in ours]
    yield Demand("touch / plotly's repaint", 2.4, ratios, is_most=True)


def _opening(found: Found) -> Iterator[Demand]:
    for name in FAMILIES:
        yield _times(found, "open", DOCUMENTED[name], opened_ms, 2.0 if name == "dash" else 2.4)
    ratios = _ratios(found, OURS, LIMIT, opened_ms)
    yield Demand("open / static page", 1.5, ratios, is_most=True)


def _server(found: Found) -> Iterator[Demand]:
    mine = [busy_ms(one) for one in found.visits.get(UNCACHED, {}).values()]
    yield Demand("server ms per touch, no cache", 4, mine, is_most=True)
    ratios = _ratios(found, DOCUMENTED["dash"], UNCACHED, busy_ms)
    # Of one touch the clock of processes may not have seen a tick.
    yield Demand("server ms: dash / ours, no cache", 40, ratios)


def _wire(found: Found) -> Iterator[Demand]:
    visits = list(found.visits.get(OURS, {}).values())
    posts = [max(map(max, one.posts.values())) for one in visits]
    yield Demand("requests of a touch", 1, posts, is_most=True)
    most = [max(median(each) for each in one.down.values()) / 1000 for one in visits]
    yield Demand("kB down of a touch, the largest", 8, most, is_most=True)
    period = [median(one.down["period"]) / 1000 for one in visits]
    yield Demand("kB down of a touch, period", 2, period, is_most=True)
    yield Demand("kB of a cold page", 900, [v.opened_bytes / 1000 for v in visits], is_most=True)
    yield Demand("kB of a warm page", 10, [v.warm_bytes / 1000 for v in visits], is_most=True)


def _crowds(found: Found) -> Iterator[Demand]:
    for mine in (OURS, UNCACHED):
        many = found.crowds.get((mine, 50), [])
        for name, limit in (("vizro", 60), ("dash", 50)):
            theirs = found.crowds.get((DOCUMENTED[name], 50), [])
            ratios = [a.per_second / b.per_second for a, b in zip(many, theirs, strict=False)]
            yield Demand(f"touches/s at 50, {mine.style}: ours / {name}", limit, ratios)
        streamlit = found.visits.get(DOCUMENTED["streamlit"], {}).values()
        most = [1000 / busy_ms(one) for one in streamlit if busy_ms(one)]
        ratios = [a.per_second / b for a, b in zip(many, most, strict=False)]
        # A process of Streamlit cannot do more than its processor time allows.
        yield Demand(f"touches/s at 50, {mine.style}: ours / streamlit's most", 50, ratios)
        for clients, limit in ((50, 150), (200, 500)):
            seen = found.crowds.get((mine, clients), [])
            p95 = [one.quantile(0.95) for one in seen]
            yield Demand(f"p95 ms at {clients}, {mine.style}", limit, p95, is_most=True)
            errors = [one.errors for one in seen]
            yield Demand(f"errors at {clients}, {mine.style}", 0, errors, is_most=True)


def _processes(found: Found) -> Iterator[Demand]:
    mine, dash = found.memory.get(OURS), found.memory.get(DOCUMENTED["dash"])
    for kind, words in (("own", "private memory"), ("pss", "share of memory")):
        ratios = [mine[kind] / dash[kind]] if mine and dash else []
        yield Demand(f"{words} of a worker: ours / dash", 0.4, ratios, is_most=True)
    starts = (found.starts.get(OURS, []), found.starts.get(DOCUMENTED["dash"], []))
    ratios = [ours / dash for ours, dash in zip(*starts, strict=False)]
    yield Demand("start to ready: ours / dash", 0.7, ratios, is_most=True)
    yield Demand("48 at once on a new server, refused", 0, [found.first_errors], is_most=True)
    pairs = zip(found.growth.get(100, []), found.growth.get(1, []), strict=True)
    yield Demand("touch, 100 wards per region / one", 1.3, [a / b for a, b in pairs], is_most=True)
    faster = found.unit_days.get("times_faster")
    yield Demand("unit-days to months: pandas / ours", 5, [faster] if faster else [])
    share = found.unit_days.get("share_of_memory")
    words = "unit-days to months, memory: ours / pandas"
    yield Demand(words, 0.1, [share] if share else [], is_most=True)


def _times(found: Found, what: str, rival: Variant | None, of: Measure, limit: float) -> Demand:
    name = rival.name if rival else "fastest cached"
    return Demand(f"{what}: {name} / ours", limit, _ratios(found, rival, OURS, of) if rival else [])


def _ratios(found: Found, above: Variant, below: Variant, of: Measure) -> list[float]:
    """The ratios of the rounds in which both were measured."""
    one, other = found.visits.get(above, {}), found.visits.get(below, {})
    return [of(one[turn]) / of(other[turn]) for turn in one if turn in other and of(other[turn])]


def _fastest(found: Found, of: Measure) -> Variant | None:
    measured = {v: found.visits[v].values() for v in CACHED if found.visits.get(v)}
    return min(measured, key=lambda v: median(map(of, measured[v])), default=None)
