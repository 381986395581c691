"""What does not follow a view: indicators, regions, releases, targets and events."""

from dashboard.api.declared import Ground, Query, Result
from dashboard.indicators.registry import INDICATORS, Indicator
from dashboard.reference.regions import ALL_CODES, BY_CODE, SWEDEN, name_of
from dashboard.releases.catalogue import ReleaseNote, note_of, releases
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.targets.guidelines import GUIDELINES, Guideline
from dashboard.targets.occupancy_targets import TARGETS

# Populations, targets and guidelines stand as somebody has published them.
_PUBLISHED = "published"


def indicator_rows(ground: Ground, query: Query) -> Result:
    """Every indicator as it is declared."""
    return Result([_indicator(indicator) for indicator in INDICATORS])


def _indicator(indicator: Indicator) -> dict[str, object]:
    return {
        "indicator": indicator.key,
        "name": indicator.name,
        "unit": indicator.unit.long,
        "decimals": indicator.decimals,
        "good": indicator.good.name.lower(),
        "definition": indicator.definition,
        "rationale": indicator.rationale,
        "method": indicator.method,
        "numerator": indicator.numerator_words,
        "denominator": indicator.denominator_words,
        "factor": float(indicator.unit.per),
        "measured_at": indicator.measured_at,
        "caveat": indicator.caveats,
        "estimated_cares": indicator.cares("estimated"),
        "published_cares": indicator.cares("published"),
        "sources": tuple(series.source for series in indicator.published),
    }


def region_rows(ground: Ground, query: Query) -> Result:
    """Sweden and the regions, with the population that rates by inhabitant rest on."""
    return Result([_region(code) for code in ALL_CODES])


def _region(code: str) -> dict[str, object]:
    region = BY_CODE.get(code)
    people = sum(one.population for one in BY_CODE.values())
    return {
        "region": code,
        "name": name_of(code),
        "kind": "country" if code == SWEDEN else "region",
        "population": region.population if region else people,
        "healthcare_region": region.healthcare_region if region else None,
        "university_hospital": region.university_hospital if region else None,
        "status": _PUBLISHED,
    }


def release_rows(ground: Ground, query: Query) -> Result:
    """The releases in the folder, newest first; the one that answers is always among them."""
    found = releases(ground.home)
    if all(note.name != ground.dataset.release for note in found):
        found = (note_of(ground.dataset.release, ground.dataset.manifest), *found)
    return Result([_release(note, ground) for note in found])


def release_list(ground: Ground) -> object:
    """What the rows of releases change with: which there are, and what is withdrawn and why."""
    names = FilesystemRepository(ground.home).names()
    return names, sorted(ground.withdrawn.items())


def _release(note: ReleaseNote, ground: Ground) -> dict[str, object]:
    return {
        "name": note.name,
        "current": note.name == ground.dataset.release,
        "withdrawn": note.name in ground.withdrawn,
        "reason": ground.withdrawn.get(note.name),
        "created": note.created.isoformat(),
        "code_version": note.code_version,
        "published_values": note.counts.get("published"),
        "estimated_rows": note.counts.get("estimated"),
        "sources": dict(note.sources),
    }


def target_rows(ground: Ground, query: Query) -> Result:
    """The targets for occupancy, with the days they are in force."""
    return Result(
        [
            {
                "version": target.version,
                "region": target.region or None,
                "care": target.care,
                "stream": target.stream,
                "unit_size_class": target.unit_size_class or None,
                "geography": target.geography or None,
                "target_pct": target.target_pct,
                "valid_from": target.valid_from,
                "valid_to": target.valid_to or None,
                "source": target.source_id,
                "note": target.note,
                "status": _PUBLISHED,
            }
            for target in TARGETS
        ]
    )


def guideline_rows(ground: Ground, query: Query) -> Result:
    """The published numbers of missing beds, with the days they are in force."""
    return Result([_guideline(guideline) for guideline in GUIDELINES])


def _guideline(guideline: Guideline) -> dict[str, object]:
    return {
        "guideline": guideline.key,
        "valid_from": guideline.valid_from,
        "valid_to": guideline.valid_to or None,
        "care": guideline.care,
        "need_total": guideline.need_total,
        "baseline": guideline.baseline,
        "gap": guideline.gap,
        "margin": guideline.margin,
        "source": guideline.source_id,
        "note": guideline.note,
        "status": _PUBLISHED,
    }


def event_rows(ground: Ground, query: Query) -> Result:
    """What has happened around hospital beds, in order of date."""
    return Result(
        [
            {
                "event": one.key,
                "date": one.date,
                "end_date": one.end_date or None,
                "precision": one.precision,
                "kind": one.kind,
                "title": one.title,
                "text": one.text,
                "source": one.source,
                "url": one.url or None,
                "affects_reporting": one.affects_reporting,
                "secondary": one.secondary,
                "weight": one.weight,
            }
            for one in sorted(
                ground.dataset.reference.events, key=lambda event: (event.date, event.key)
            )
        ]
    )
