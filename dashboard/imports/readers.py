"""The sources whose files can be imported; what is peculiar to each is said here and only here."""

from collections.abc import Mapping
from dataclasses import field

from dashboard.frozen import frozen
from dashboard.language.text import Text


@frozen
class Reader:
    """How a source writes its tables.

    `measures` are its own headings (lower case, without rings and accents) for measures,
    `regions` the scheme of its region numbers in `region_aliases`, empty for county codes, and
    `usual` what holds where a table does not say (care, stream).
    """

    key: str
    name: Text
    measures: Mapping[str, str] = field(default_factory=dict)
    regions: str = ""
    usual: Mapping[str, str] = field(default_factory=dict)


_WHOLE_SOMATIC = {"care": "somatic", "stream": "all"}

REGIONS = Reader(
    key="regions",
    name=Text("Regionernas egna uppgifter", "The regions' own figures"),
    usual=_WHOLE_SOMATIC,
)
# The export of the old site: headings without their unit, per 100 beds (docs/methods.md 10.4).
VANTETIDER = Reader(
    key="vantetider",
    name=Text("vantetider.se (SKR)", "vantetider.se (SKR)"),
    measures={
        "overbelaggning": "over_per_100",
        "overbelaggningar": "over_per_100",
        "utlokaliserade patienter": "out_per_100",
        "utlokaliserade": "out_per_100",
    },
    regions="vantetider",
    usual=_WHOLE_SOMATIC,
)
READERS: dict[str, Reader] = {one.key: one for one in (REGIONS, VANTETIDER)}
