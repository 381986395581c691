"""Ready-made selections of regions: the country, its regions, and each healthcare region."""

from collections.abc import Mapping

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.pxweb.variables import REGION
from dashboard.reference.regions import ALL_CODES, CODES, REGIONS, SWEDEN, name_of

_OF = Text("Sjukvårdsregion: {}", "Healthcare region: {}")


@frozen
class Codelist:
    """A set of values of a variable, each with its words."""

    id: str
    label: Text
    variable: str
    values: Mapping[str, Text]


def _of_regions(key: str, label: Text, codes: tuple[str, ...]) -> Codelist:
    return Codelist(f"vs_{key}", label, REGION, {code: name_of(code) for code in codes})


def _healthcare_regions() -> tuple[Codelist, ...]:
    names = dict.fromkeys(region.healthcare_region for region in REGIONS)
    return tuple(
        _of_regions(
            f"healthcare_region_{number}",
            _OF.format(name),
            tuple(region.code for region in REGIONS if region.healthcare_region == name),
        )
        for number, name in enumerate(names, start=1)
    )


CODELISTS: Mapping[str, Codelist] = {
    one.id: one
    for one in (
        _of_regions("regions", Text("Regioner", "Regions"), CODES),
        _of_regions("country", Text("Riket", "Sweden"), (SWEDEN,)),
        _of_regions("country_and_regions", Text("Riket och regionerna", "Sweden and its regions"),
                    ALL_CODES),
        *_healthcare_regions(),
    )
}  # fmt: skip


def codelists_of(variable: str) -> tuple[Codelist, ...]:
    """The codelists that a variable can be selected by."""
    return tuple(one for one in CODELISTS.values() if one.variable == variable)
