"""A chart with its words, complete: what the screen, a file and a report all show."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.figures.painting import Chart, to_plotly
from dashboard.figures.theme import Figure
from dashboard.indicators.registry import Indicator
from dashboard.language.figure_table import Table
from dashboard.language.text import Lang


@dataclass(frozen=True)
class Picture:
    """The finding as title, what is measured, one computed sentence, the chart, the source.

    `chart` is what every format is painted from, `table` the rows behind it, both in words of
    `lang`; `file` is the name a saved picture gets, without its ending. `explained` stands where a
    chart shows no indicator's values, in place of the definition. `notes` are title and text of
    the known traps in the values shown, `events` date with title and text with source of what is
    marked on the time axis, `icons` image address and words. `repeats` says that the sentence is
    what the chart already has in words, so that it is only heard.
    """

    title: str
    measure: str
    sentence: str
    chart: Chart
    table: Table
    source: str
    indicator: Indicator
    file: str
    lang: Lang
    notes: tuple[tuple[str, str], ...] = ()
    events: tuple[tuple[str, str], ...] = ()
    icons: tuple[tuple[str, str], ...] = ()
    explained: tuple[tuple[str, str], ...] = ()
    repeats: bool = False

    @cached_property
    def figure(self) -> Figure:
        """The chart as a plotly figure, painted when it is first asked for."""
        painted = to_plotly(self.chart, self.lang)
        if self.file:
            meta = painted["layout"].get("meta", {})
            painted["layout"]["meta"] = {**meta, "file": self.file}
        return painted
