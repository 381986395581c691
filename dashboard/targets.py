"""The official targets for bed occupancy, and the beds they ask for."""

from dataclasses import dataclass

from dashboard import facts
from dashboard.indicators import Stream
from dashboard.lang import Text
from dashboard.scopes import in_force


@dataclass(frozen=True, slots=True)
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


def _stream(cell: str) -> Stream:
    if cell == "acute":
        return "acute"
    if cell == "planned":
        return "planned"
    raise ValueError(f"data/targets.csv: not a stream with a target: {cell!r}")


TARGETS: tuple[Target, ...] = tuple(
    Target(
        version=row["version"],
        region=row["region"],
        care=row["care"],
        stream=_stream(row["stream"]),
        unit_size_class=row["unit_size_class"],
        geography=row["geography"],
        target_pct=float(row["target_pct"]),
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        source_id=row["source_id"],
        note=Text(row["note_sv"], row["note_en"]),
    )
    for row in facts.rows("targets")
)


@dataclass(frozen=True, slots=True)
class Shares:
    """The target of each stream as a share of the beds: 0.85, not 85."""

    acute: float
    planned: float


def target_at(month: str, stream: Stream) -> float | None:
    """The target of a stream at the end of a month, as a share of the beds.

    None before the first target (31 May 2023), and for all streams together: that target
    depends on the mix of patients, see `mixed_target` (methods.md 1.6).
    """
    for one in TARGETS:
        if one.stream == stream and in_force(one.valid_from, one.valid_to, month):
            return one.target_pct / 100
    return None


def _newest(stream: Stream) -> float:
    ours = (one for one in TARGETS if one.stream == stream)
    return max(ours, key=lambda one: one.valid_from).target_pct / 100


OFFICIAL = Shares(acute=_newest("acute"), planned=_newest("planned"))


def required_beds(
    patients_acute: float, patients_planned: float, targets: Shares = OFFICIAL
) -> float:
    """The beds at which each stream lies at its target: R = N_a/t_a + N_p/t_p (methods.md 1.6).

    Patients are daily averages including the overcrowded, best over twelve months; outplaced
    patients are among them already and must not be added.
    """
    return patients_acute / targets.acute + patients_planned / targets.planned


def mixed_target(
    patients_acute: float, patients_planned: float, targets: Shares = OFFICIAL
) -> float | None:
    """The target for both streams together: (N_a + N_p) / R, as a share (methods.md 1.6).

    This is the harmonic mean weighted by patients; the arithmetic one is wrong. None without
    patients.
    """
    patients = patients_acute + patients_planned
    return patients / required_beds(patients_acute, patients_planned, targets) if patients else None


def gap(required: float, beds: float) -> float:
    """Beds that are missing: G = R - B, negative for a surplus (methods.md 1.6).

    This follows from occupancy and is never added to the official 2 360 (methods.md 0.3).
    """
    return required - beds
