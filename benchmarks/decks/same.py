"""What our slides hold, read back from the file, so that others can make the same deck of it."""

import io
import json
from typing import Any

from pptx import Presentation

from dashboard.dialogue.pack import Pack


def slides_of(deck: bytes, pack: Pack) -> str:
    """JSON of the slides: title, notes, lines, tables and charts, and the regions of the map."""
    slides = [_slide(one, pack) for one in Presentation(io.BytesIO(deck)).slides]
    return json.dumps({"slides": slides}, ensure_ascii=False)


def _slide(slide: Any, pack: Pack) -> dict[str, Any]:
    title, shapes = slide.shapes.title, list(slide.shapes)
    boxes = [one for one in shapes if one.has_text_frame and one.shape_id != title.shape_id]
    grouped = any(one.shape_type == 6 for one in shapes)
    return {
        "title": title.text_frame.text,
        "notes": slide.notes_slide.notes_text_frame.text,
        "lines": [line.text for one in boxes for line in one.text_frame.paragraphs if line.text],
        "tables": [[[cell.text for cell in row.cells] for row in one.table.rows]
                   for one in shapes if one.has_table],
        "charts": [_chart(one.chart) for one in shapes if one.has_chart],
        "areas": [{"name": one.name, "rings": one.rings} for one in pack.country.areas]
        if grouped else [],
    }  # fmt: skip


def _chart(chart: Any) -> dict[str, Any]:
    plot = chart.plots[0]
    series = [{"name": one.name, "values": list(one.values)} for one in plot.series]
    return {"labels": [str(one) for one in plot.categories], "series": series}
