#!/bin/bash
# python-pptx 1.0.2: a group whose shapes are freeforms has the size 0 x 0.
#
# A shape that is added to a group makes the group as large as what it holds: an oval, a text box.
# One that is drawn with `build_freeform` does not; seen, a group of one outline of 2 x 1 inches is
# 0 x 0 at (0, 0), and with an oval added after it is of the right size, since that makes it
# measured anew. A group's size is that by which its shapes are scaled (DrawingML, `a:chExt` to
# `a:ext`), so a reader that keeps to it has nothing to draw; LibreOffice 7.4 draws it all the same, which
# hides the fault where slides are tried.
# On our side the map of a pack measures its group when every region is drawn
# (dashboard/dialogue/papers/slide_map.py), and a test holds the group to its regions.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install python-pptx==1.0.2
"$work/v/bin/python" -W ignore - <<'PY'
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[6])
group = slide.shapes.add_group_shape()
drawn = group.shapes.build_freeform(0, 0, scale=Inches(1))
drawn.add_line_segments([(2, 0), (2, 1), (0, 1)], close=True)
shape = drawn.convert_to_shape(Inches(1), Inches(1))
print("outline", shape.width, shape.height, "in a group of", group.width, group.height)
assert (shape.width, shape.height) == (Inches(2), Inches(1))
assert (group.width, group.height) == (0, 0)
group.shapes.add_shape(MSO_SHAPE.OVAL, Inches(1), Inches(1), Inches(1), Inches(1))
print("with an oval added", group.width, group.height)
assert (group.width, group.height) == (Inches(2), Inches(1))
PY
echo "as described"
