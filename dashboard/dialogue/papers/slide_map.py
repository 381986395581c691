"""The map of a slide: a shape for each region, which can be moved, coloured and read aloud."""

from typing import Any

from dashboard.dialogue.pack import Area, MapPlate
from dashboard.figures.theme import LIGHT

# So many parts of the map's height are its finest step, and so wide a line is drawn, in points.
_STEPS, _LINE, _CHOSEN_LINE = 20_000, 0.5, 2.25


def add_map(slide: Any, plate: MapPlate, left: float, top: float, high: float) -> None:
    """The regions in a group at a place in inches, and beside them what the colours mean."""
    from pptx.util import Inches

    group = slide.shapes.add_group_shape()
    _about(group, plate.measure, f"{plate.title}. {plate.sentence}")
    scale = float(Inches(high)) / _STEPS
    # The chosen region last, so that its outline lies on top.
    for area in sorted(plate.areas, key=lambda area: area.chosen):
        _add_area(group, area, scale, (Inches(left), Inches(top)), plate.steps[area.step + 1][0])
    # Outlines are added without the group hearing of it; of no size it would not be seen
    # (findings/python-pptx-group-of-outlines.sh).
    group._element.recalculate_extents()
    _add_key(slide, plate, left + high * 0.62, top)


def _add_area(group: Any, area: Area, scale: float, at: tuple[int, int], colour: str) -> None:
    from pptx.util import Pt

    from dashboard.dialogue.papers.outline import Outline

    first, *others = area.rings
    start, *rest = _placed(first)
    builder = Outline.new(group.shapes, *start, scale, scale)
    builder.add_line_segments(rest, close=True)
    for ring in others:
        start, *rest = _placed(ring)
        builder.move_to(*start)
        builder.add_line_segments(rest, close=True)
    shape = builder.convert_to_shape(*at)
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour)
    shape.line.color.rgb = _rgb(LIGHT["selected" if area.chosen else "paper"])
    shape.line.width = Pt(_CHOSEN_LINE if area.chosen else _LINE)
    shape.shadow.inherit = False
    _about(shape, area.name, f"{area.name}: {area.words}")


def _placed(ring: tuple[tuple[float, float], ...]) -> list[tuple[int, int]]:
    return [(round(x * _STEPS), round(y * _STEPS)) for x, y in ring]


def _add_key(slide: Any, plate: MapPlate, left: float, top: float) -> None:
    """A square of each colour with its words, and the region's own value with the sentence."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Inches

    for place, (colour, words) in enumerate((*plate.steps[1:], plate.steps[0])):
        down = top + 0.5 + place * 0.42
        square = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, *(Inches(size) for size in (left, down, 0.3, 0.3))
        )
        square.fill.solid()
        square.fill.fore_color.rgb = _rgb(colour)
        square.line.color.rgb = _rgb(LIGHT["rule"])
        square.shadow.inherit = False
        _about(square, words, words)
        _add_words(slide, words, (left + 0.4, down - 0.06, 6.0, 0.4), 14)
    own = next(area for area in plate.areas if area.chosen)
    said = f"{own.name}: {own.words}. {plate.sentence}"
    _add_words(slide, said, (left, top + 0.5 + 0.42 * (len(plate.steps) + 1), 7.4, 1.6), 20)


def _add_words(slide: Any, words: str, at: tuple[float, float, float, float], points: int) -> None:
    from pptx.util import Inches, Pt

    frame = slide.shapes.add_textbox(*(Inches(size) for size in at)).text_frame
    frame.word_wrap = True
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size = words, Pt(points)


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour[1:])


def _about(shape: Any, name: str, said: str) -> None:
    about = shape._element.xpath("./*/p:cNvPr")[0]
    about.set("name", name)
    about.set("descr", said)
