"""The official targets for bed occupancy, and the beds they ask for."""

from collections.abc import Mapping, Sequence
from typing import Literal

from dashboard.frozen import frozen
from dashboard.indicators.registry import Stream
from dashboard.language.text import Text
from dashboard.reference.scopes import in_force
from dashboard.targets.diversion import geography_of

TargetStream = Literal["acute", "planned"]


@frozen
class Target:
    """A target for average occupancy, in per cent; empty columns are every region and size."""

    version: str
    region: str
    care: str
    stream: Stream
    unit_size_class: str
    geography: str
    target_pct: float
    valid_from: str
    valid_to: str
    source_id: str
    note: Text


def target_of(row: Mapping[str, str]) -> Target:
    """The target in a row of a table.

    Raises:
        ValueError: a stream that has no target, or a target that is no number.
    """
    if row["stream"] not in ("acute", "planned"):
        raise ValueError(f"not a stream with a target: {row['stream']!r}")
    return Target(
        version=row["version"],
        region=row["region"],
        care=row["care"],
        stream="acute" if row["stream"] == "acute" else "planned",
        unit_size_class=row["unit_size_class"],
        geography=row["geography"],
        target_pct=float(row["target_pct"]),
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        source_id=row["source_id"],
        note=Text(row.get("note_sv", ""), row.get("note_en", "")),
    )


# The version that is declared here: the guideline as it was published. Like an indicator it is part
# of what is computed, with days in force of its own, and does not change with a release.
PUBLISHED = "v1"
TARGETS: tuple[Target, ...] = (
    Target(
        version="v1",
        region="",
        care="somatic",
        stream="acute",
        unit_size_class="",
        geography="",
        target_pct=85.0,
        valid_from="2023-05-31",
        valid_to="",
        source_id="regeringen-uppdrag-att-bidra-till-att-starka",
        note=Text(
            "Riktvärde för genomsnittlig beläggning på nationell nivå: 85 procent i oplanerad "
            "(akut) vård. Gäller tills ett nytt riktvärde beslutas.",
            "National guideline for average occupancy: 85 per cent in unplanned (acute) care. In "
            "force until a new guideline is decided.",
        ),
    ),
    Target(
        version="v1",
        region="",
        care="somatic",
        stream="planned",
        unit_size_class="",
        geography="",
        target_pct=95.0,
        valid_from="2023-05-31",
        valid_to="",
        source_id="regeringen-uppdrag-att-bidra-till-att-starka",
        note=Text(
            "Riktvärde för genomsnittlig beläggning på nationell nivå: 95 procent i planerad "
            "vård. Gäller tills ett nytt riktvärde beslutas.",
            "National guideline for average occupancy: 95 per cent in planned care. In force "
            "until a new guideline is decided.",
        ),
    ),
)


@frozen
class Shares:
    """The target of each stream as a share of the beds: 0.85, not 85."""

    acute: float
    planned: float


def target_at(
    month: str,
    stream: Stream,
    levels: Sequence[Target] = TARGETS,
    *,
    region: str = "",
    beds: int | None = None,
) -> float | None:
    """The target of a stream at the end of a month, as a share of the beds, in somatic care.

    `levels` are a version of the table; where it says nothing, the published targets stand. Of
    its rows in force the most particular counts: for this region, this size of unit, the class
    of its neighbours. None before the first target (31 May 2023), and for all streams together:
    that one depends on the mix of patients, see `mixed_target` (docs/methods.md 1.6).
    """
    place = geography_of(region)
    wanted = {"region": ("", region), "geography": ("", place), "care": ("", "somatic")}
    for table in (levels, TARGETS):
        fitting = [
            one
            for one in table
            if one.stream == stream
            and in_force(one.valid_from, one.valid_to, month)
            and all(getattr(one, column) in cells for column, cells in wanted.items())
            and holds_size(one.unit_size_class, beds)
        ]
        if fitting:
            return max(fitting, key=_particular).target_pct / 100
    return None


def holds_size(size_class: str, beds: int | None) -> bool:
    """Whether a size class as `16-30` or `31-` holds a unit; what is empty holds all."""
    if not size_class or beds is None:
        return not size_class
    low, _, high = size_class.partition("-")
    return int(low) <= beds <= int(high or beds)


def _particular(target: Target) -> tuple[int, str]:
    return sum(
        map(bool, (target.region, target.unit_size_class, target.geography))
    ), target.valid_from


def shares_at(
    month: str, levels: Sequence[Target] = TARGETS, *, region: str = ""
) -> tuple[Shares, bool]:
    """Both targets at the end of a month, and whether they were in force.

    Before the first target today's stand as a comparison only.
    """
    acute, planned = (target_at(month, one, levels, region=region) for one in _STREAMS)
    in_force_then = acute is not None and planned is not None
    return Shares(acute or OFFICIAL.acute, planned or OFFICIAL.planned), in_force_then


_STREAMS: tuple[Stream, ...] = ("acute", "planned")


def steps(
    months: Sequence[str], stream: Stream, levels: Sequence[Target] = TARGETS, *, region: str = ""
) -> tuple[float | None, ...]:
    """The target of each month in per cent, for a stepped line; None before the first."""
    shares = (target_at(month, stream, levels, region=region) for month in months)
    return tuple(None if one is None else 100 * one for one in shares)


def _newest(stream: Stream) -> float:
    ours = (one for one in TARGETS if one.stream == stream)
    return max(ours, key=lambda one: one.valid_from).target_pct / 100


OFFICIAL = Shares(acute=_newest("acute"), planned=_newest("planned"))


def required_beds(
    patients_acute: float, patients_planned: float, targets: Shares = OFFICIAL
) -> float:
    """The beds that put each stream at its target: R = N_a/t_a + N_p/t_p (docs/methods.md 1.6).

    Patients are daily averages including the overcrowded, best over twelve months; outplaced
    patients are among them already and must not be added.
    """
    return patients_acute / targets.acute + patients_planned / targets.planned


def mixed_target(
    patients_acute: float, patients_planned: float, targets: Shares = OFFICIAL
) -> float | None:
    """The target for both streams together: (N_a + N_p) / R, as a share (docs/methods.md 1.6).

    This is the harmonic mean weighted by patients; the arithmetic one is wrong. None without
    patients.
    """
    patients = patients_acute + patients_planned
    return patients / required_beds(patients_acute, patients_planned, targets) if patients else None


def gap(required: float, beds: float) -> float:
    """Beds that are missing: G = R - B, negative for a surplus (docs/methods.md 1.6).

    This follows from occupancy and is never added to the official 2 360 (docs/methods.md 0.3).
    """
    return required - beds
