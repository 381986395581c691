"""The papers of a meeting with a region as one value, from which every file is made."""

from dataclasses import replace
from datetime import datetime

from dashboard.frozen import frozen
from dashboard.language.table import Grid
from dashboard.language.text import Lang
from dashboard.values.labels import UNPUBLISHED_IN_NAMES


@frozen
class Series:
    """A line of a plot: a value for each of its periods, None where there is none."""

    name: str
    values: tuple[float | None, ...]
    role: str = "own"


@frozen
class Plot:
    """Lines over periods, which stand as people write them; `unit` is that of the values."""

    periods: tuple[str, ...]
    series: tuple[Series, ...]
    decimals: int
    unit: str


@frozen
class Plate:
    """A picture with its words: the finding, what is measured, one sentence, table and source."""

    key: str
    title: str
    measure: str
    sentence: str
    plot: Plot
    grid: Grid
    source: str


Ring = tuple[tuple[float, float], ...]


@frozen
class Area:
    """A region of a map: its words, its class (-1: none) and its outlines, each a closed ring."""

    code: str
    name: str
    words: str
    step: int
    rings: tuple[Ring, ...]
    chosen: bool


@frozen
class MapPlate:
    """A map with its words; `steps` are the colour and meaning of none and of each class."""

    title: str
    measure: str
    sentence: str
    areas: tuple[Area, ...]
    steps: tuple[tuple[str, str], ...]
    grid: Grid
    source: str


@frozen
class Section:
    """A table under a heading; where it has no rows the sentence says so."""

    key: str
    title: str
    sentence: str
    grid: Grid
    row_name: str = ""


@frozen
class Question:
    """A question to put to the region, the figures that raise it, and why it is asked.

    `key` is what the question is named by when it is struck.
    """

    key: str
    words: str
    figures: str
    why: str


@frozen
class Figure:
    """A figure with all it rests on, in words of the pack's language; numbers in `unit`.

    `low` and `high` are the range of an estimate; `before` is the same period a year earlier,
    `country` Sweden's value. Each is None where there is none.
    """

    name: str
    care: str
    period: str
    value: float | None
    low: float | None
    high: float | None
    before: float | None
    country: float | None
    unit: str
    decimals: int
    status: str
    verdict: str
    source: str
    definition: str


@frozen
class Pack:
    """All that stands in the papers, in one language; no file has a figure of its own.

    `day` is that of the meeting and `since` that of the one before, or nothing; `release_then`
    is what was shown then, or nothing. `created` is when the release was made, and `unpublished`
    says what in it not everybody may see, or nothing.
    """

    region: str
    name: str
    lang: Lang
    day: str
    since: str
    release: str
    release_then: str
    created: datetime
    title: str
    label: str
    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]
    key_figures: Section
    country: MapPlate
    plates: tuple[Plate, ...]
    changes: tuple[Section, ...]
    questions: tuple[Question, ...]
    agreements: Section
    plan: Section
    alike: Section
    sources: tuple[str, ...]
    unpublished: str = ""

    @property
    def kept(self) -> tuple[Section, ...]:
        """Agreements, the plan, and what regions alike have done where anything is known of it."""
        return (self.agreements, self.plan, *((self.alike,) if self.alike.sentence else ()))

    @property
    def stem(self) -> str:
        """The name of its files without their ending."""
        mark = f"_{UNPUBLISHED_IN_NAMES}" if self.unpublished else ""
        return f"dialog_{self.region}_{self.day}_{self.release[:6]}_{self.lang}{mark}"

    def asking(self, *, struck: tuple[str, ...] = (), added: tuple[str, ...] = ()) -> "Pack":
        """The pack without the questions struck, and with others that are one's own."""
        kept = [one for one in self.questions if one.key not in struck]
        own = [Question(f"own-{i}", words, "", "") for i, words in enumerate(added, start=1)]
        return replace(self, questions=(*kept, *own))
