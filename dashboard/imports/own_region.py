"""A file of one region: figures of another are not for it to hand in."""

from dashboard.imports.collected import Collected
from dashboard.imports.reading import Reading
from dashboard.language.text import Text
from dashboard.reference.regions import name_of
from dashboard.spreadsheets.faults import Unreadable

_OTHERS = Text(
    "Filen har siffror för {}, och den som lämnar den är {}. Ta bort de andras rader.",
    "The file has figures of {}, and who hands it in is {}. Remove the rows of the others.",
)


def refuse_others(reading: Reading, region: str) -> None:
    """Refuse the whole file where any figure is of another region; any may be with an empty one."""
    others = sorted({row[0] for row in reading.collected.figures()} - {region}) if region else []
    if others:
        names = Text(*(", ".join(name_of(one).in_(lang) for one in others[:3])
                       for lang in ("sv", "en")))  # fmt: skip
        reading.fault(Unreadable("other_region", _OTHERS.format(names, name_of(region))).fault)
        reading.blocked, reading.collected, reading.questions = True, Collected(), []
