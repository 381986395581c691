"""Slides of python-pptx with what it leaves out: alternative text, languages, row of headers."""

import io
import re
from collections.abc import Sequence
from typing import Any

from dashboard.dialogue.pack import Plot
from dashboard.dialogue.papers.svg import LABELS, STEPS, ends
from dashboard.dialogue.papers.words import column_weights, number_columns
from dashboard.figures.theme import LIGHT
from dashboard.language.text import Lang

_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
# The slide in inches, and where on it the content lies.
_WIDTH, _HEIGHT, _EDGE, _TOP, _ABOVE, _LINE = 13.333, 7.5, 0.6, 1.45, 1.27, 0.33
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_ACCENT = re.compile(rb'<a:accent1>\s*<a:srgbClr val="[0-9A-F]{6}"/>')
_COLOURS = {
    "selected": "selected", "own": "selected", "sweden": "ink", "mean": "muted",
    "limit": "muted", "target": "accent", "range": "selected",
}  # fmt: skip


class Deck:
    """A deck of wide slides in one language, each with a title and notes, and with a `mark`."""

    def __init__(self, lang: Lang, mark: str = "") -> None:
        from pptx import Presentation
        from pptx.util import Inches

        self._deck: Any = Presentation()
        self._inches: Any = Inches
        self._lang, self._mark = _LANGUAGES[lang], mark
        self._deck.slide_width, self._deck.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
        self._layout: Any = self._deck.slide_layouts[5]
        self._lay_title()
        self._colour()

    def slide(self, title: str, notes: str) -> Any:
        """A slide with a title in its placeholder, and notes."""
        slide = self._deck.slides.add_slide(self._layout)
        slide.shapes.title.text_frame.text = title
        slide.notes_slide.notes_text_frame.text = notes
        if self._mark:
            self.add_lines(slide, [(self._mark, 11, "accent")], _HEIGHT - 1.2 * _LINE)
        return slide

    def add_lines(self, slide: Any, lines: Sequence[tuple[str, int, str]], top: float) -> None:
        """Paragraphs of (words, points, name of a colour) in one box, `top` inches down."""
        from pptx.dml.color import RGBColor
        from pptx.util import Pt

        height = max(_LINE, _HEIGHT - top - 0.4)
        at = (self._inches(one) for one in (_EDGE, top, _WIDTH - 2 * _EDGE, height))
        frame = slide.shapes.add_textbox(*at).text_frame
        frame.word_wrap = True
        for place, (words, points, colour) in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text, run.font.size = words, Pt(points)
            run.font.color.rgb = RGBColor.from_string(LIGHT[colour][1:])
            paragraph.space_after = Pt(6)

    def add_table(
        self, slide: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], said: str,
        above: str = "",
    ) -> None:  # fmt: skip
        """A native table with a row of headers and a column of them; `said` describes it.

        `above` is the sentence that stands above it.
        """
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Pt

        width, height = _WIDTH - 2 * _EDGE, 0.36 * (len(rows) + 1)
        if above:
            self.add_lines(slide, [(above, 12, "muted")], _ABOVE)
        top = _ABOVE + _LINE if above else _TOP
        at = (self._inches(one) for one in (_EDGE, top, width, height))
        shape = slide.shapes.add_table(len(rows) + 1, len(heads), *at)
        _describe(shape, said)
        table = shape.table
        table.first_row = table.first_col = True
        weights = column_weights(heads, rows)
        for column, weight in zip(table.columns, weights, strict=True):
            column.width = self._inches(width * weight / sum(weights))
        are_numbers = number_columns(rows)
        for line, cells in zip(table.rows, (heads, *rows), strict=True):
            for cell, words, is_number in zip(line.cells, cells, are_numbers, strict=True):
                cell.text_frame.word_wrap = True
                paragraph = cell.text_frame.paragraphs[0]
                run = paragraph.add_run()
                run.text, run.font.size = words, Pt(12)
                if is_number:
                    paragraph.alignment = PP_ALIGN.RIGHT

    def add_chart(self, slide: Any, plot: Plot, said: str, top: float) -> None:
        """A native line chart with its numbers in a workbook; gaps stay gaps."""
        from pptx.chart.data import CategoryChartData
        from pptx.dml.color import RGBColor
        from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
        from pptx.util import Pt

        data = CategoryChartData(number_format="0" if plot.decimals == 0 else "0.0")
        data.categories = plot.periods
        for one in plot.series:
            data.add_series(one.name, one.values)
        at = (self._inches(one) for one in (_EDGE, top, _WIDTH - 2 * _EDGE, _HEIGHT - top - 0.4))
        frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *at, data)
        _describe(frame, said)
        chart = frame.chart
        chart.has_title, chart.has_legend = False, True
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.font.size = Pt(14)
        rule = RGBColor.from_string(LIGHT["rule"][1:])
        chart.value_axis.major_gridlines.format.line.color.rgb = rule
        _scale(chart, plot)
        chart.value_axis.has_title = True
        chart.value_axis.axis_title.text_frame.text = plot.unit
        for line, one in zip(chart.plots[0].series, plot.series, strict=True):
            _paint(line, one.role)

    def content(self, *, title: str, author: str, subject: str) -> bytes:
        """The deck as a file, every run of it in its language."""
        about = self._deck.core_properties
        about.title, about.author, about.subject = title, author, subject
        about.language, about.last_modified_by, about.revision = self._lang, author, 1
        for slide in self._deck.slides:
            for part in (slide, slide.notes_slide):
                _speak(part.element, self._lang)
            for shape in slide.shapes:
                if shape.has_chart:
                    _speak(shape.chart.part._element, self._lang)
        out = io.BytesIO()
        self._deck.save(out)
        return out.getvalue()

    def _colour(self) -> None:
        """Our accent in the place of the theme's, which tables and new shapes take theirs from."""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        theme = self._deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        own = f'<a:accent1><a:srgbClr val="{LIGHT["accent"][1:].upper()}"/>'
        theme._blob = _ACCENT.sub(own.encode(), theme.blob, count=1)

    def _lay_title(self) -> None:
        """The title of the layout over the whole width, so that each slide inherits it."""
        from pptx.enum.text import MSO_ANCHOR

        box = self._layout.placeholders[0]
        box.left, box.top = self._inches(_EDGE), self._inches(0.35)
        box.width, box.height = self._inches(_WIDTH - 2 * _EDGE), self._inches(1.0)
        box.text_frame.word_wrap = True
        box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        style = self._deck.slide_master.element.find(
            ".//{http://schemas.openxmlformats.org/presentationml/2006/main}titleStyle"
        )
        level = style.find(f"{_DRAWING}lvl1pPr")
        level.set("algn", "l")
        level.find(f"{_DRAWING}defRPr").set("sz", "2800")


def _scale(chart: Any, plot: Plot) -> None:
    """The values from end to end, and so many periods named, as in the plots of the report."""
    axis, (low, top) = chart.value_axis, ends(plot)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, top, (top - low) / STEPS
    axis.tick_labels.number_format = "#,##0.0" if top - low < 2 * STEPS else "#,##0"
    axis.tick_labels.number_format_is_linked = False
    after = chart._chartSpace.catAx_lst[0].find(f"{_CHART}lblOffset")
    every = str(max(1, -(-len(plot.periods) // LABELS)))
    for name in ("tickMarkSkip", "tickLblSkip"):
        after.addnext(after.makeelement(f"{_CHART}{name}", {"val": every}))


def _describe(shape: Any, said: str) -> None:
    """What the shape shows, for whoever does not see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", said)


def _paint(line: Any, role: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    line.smooth = False
    line.format.line.color.rgb = RGBColor.from_string(LIGHT[_COLOURS[role]][1:])
    line.format.line.width = Pt(2.5 if role in ("selected", "own", "sweden") else 1.5)
    styles = {"limit": MSO_LINE.DASH, "target": MSO_LINE.ROUND_DOT, "range": MSO_LINE.SQUARE_DOT}
    if role in styles:
        line.format.line.dash_style = styles[role]


def _speak(element: Any, language: str) -> None:
    """Give every run, break and default of the text a language, where PowerPoint looks for it."""
    for run in [*element.iter(f"{_DRAWING}r"), *element.iter(f"{_DRAWING}fld")]:
        if run.find(f"{_DRAWING}rPr") is None:
            run.insert(0, run.makeelement(f"{_DRAWING}rPr", {}))
    for name in ("rPr", "endParaRPr", "defRPr"):
        for one in element.iter(f"{_DRAWING}{name}"):
            one.set("lang", language)
