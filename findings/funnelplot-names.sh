#!/bin/bash
# funnelplot 0.2.1: the names beside what lies outside the funnel are those of other groups.
#
# `funnel_plot(data_groups, labels=...)` asks for a name for each group. It draws the groups ordered by
# size, and takes the names in the order in which they were given. Seen: of four hospitals the one with
# 6 figures and the one with 16 lie outside; beside the point at 6 stands the name of the hospital with
# 40, and beside the point at 16 the name of the one with 6. Nobody is warned, and which points lie
# outside is right. Named rightly is what is given with the smallest first, or drawn by `funnel()`
# where the groups of the frame happen to come in that order.
# On our side a point of the funnel carries the code of its region, and its name is looked up by that
# (dashboard/comparison/funnel_picture.py).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"
"$work/v/bin/pip" -q install funnelplot==0.2.1 matplotlib==3.10.8 numpy==2.4.6 scipy==1.17.1
cd "$work"; MPLBACKEND=agg MPLCONFIGDIR="$work" "$work/v/bin/python" -W ignore - <<'PY'
import matplotlib.pyplot as plt
from funnelplot.core import funnel_plot

figures = {
    "of 40": [5.0, 5.2] * 20, "of 6": [9.0, 9.2] * 3, "of 16": [1.0, 1.2] * 8, "of 20": [5.0, 5.1] * 10,
}
ax = plt.figure().gca()
funnel_plot(list(figures.values()), ax=ax, labels=list(figures))
outside = [int(line.get_ydata()[0]) for line in ax.lines if line.get_marker() == "o"]
names = [text.get_text() for text in ax.texts if text.get_text() in figures]
print("outside are the groups of", outside, "and the names beside them are", names)
assert outside == [6, 16]
assert names == ["of 40", "of 6"]
ordered = dict(sorted(figures.items(), key=lambda one: len(one[1])))
ax = plt.figure().gca()
funnel_plot(list(ordered.values()), ax=ax, labels=list(ordered))
assert [text.get_text() for text in ax.texts if text.get_text() in figures] == ["of 6", "of 16"]
PY
echo "as described"
