#!/bin/bash
# pycontrolcharts 0.1.2: one month without a figure, and no month of the chart has limits.
#
# Where one value is NaN, the mean and every limit of an XmR chart are NaN for all months, and no point
# is outside them: a month five times as high as the others is found without the gap and not with it.
# Nothing is raised or warned. In a p chart a month with nobody in it (size 0) is no gap but a point at
# 0 with both limits at 0, counted as a month below the mean by the runs.
# On our side a month that was not reported parts the runs and has no moving range, and the limits are
# those of the months that there are (docs/methods.md 3.1).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install pycontrolcharts==0.1.2 pandas==3.1.1
cd "$work"; "$work/v/bin/python" -W ignore - <<'PY'
from math import nan

from pycontrolcharts import calc_p, calc_xmr

months = [5.0, 4.5, 5.2, 6.0, 5.1, 4.2, 25.0, 5.3, 4.9, 5.4, 4.8, 5.0]
whole = calc_xmr(months)
gap = calc_xmr([*months[:2], nan, *months[3:]])
print("whole:", whole["ucl"].iloc[0], [at for at, one in enumerate(whole["violations"]) if one])
print("with a gap:", gap["ucl"].unique(), [at for at, one in enumerate(gap["violations"]) if one])
assert whole["ucl"].notna().all() and whole["violations"].iloc[6]
assert gap[["center_line", "lcl", "ucl"]].isna().all().all()
assert not any(gap["violations"])
closed = calc_p([5, 4, 0, 6, 5], sample_size=[100, 90, 0, 110, 100]).iloc[2]
print("nobody in it:", closed["value"], closed["lcl"], closed["ucl"])
assert (closed["value"], closed["lcl"], closed["ucl"]) == (0.0, 0.0, 0.0)
PY
echo "as described"
