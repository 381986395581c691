"""A figure with its words, complete: what the screen, a file and a report all show."""

from dataclasses import dataclass

from dashboard.figures.theme import Figure
from dashboard.indicators.registry import Indicator


@dataclass(frozen=True, slots=True)
class Picture:
    """The finding as title, what is measured, one computed sentence, the figure, the source.

    `explained` stands where a figure shows no indicator's values, in place of the definition.
    `notes` are title and text of the known traps in the values shown, `events` date with
    title and text with source of what is marked on the time axis, `icons` image address and words.
    """

    title: str
    measure: str
    sentence: str
    figure: Figure
    source: str
    indicator: Indicator
    notes: tuple[tuple[str, str], ...] = ()
    events: tuple[tuple[str, str], ...] = ()
    icons: tuple[tuple[str, str], ...] = ()
    explained: tuple[tuple[str, str], ...] = ()
