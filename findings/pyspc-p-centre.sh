#!/bin/bash
# pyspc 0.4: the centre of a p chart weighs a month of fifty patients like one of a thousand.
#
# The centre of a p chart is what was counted of all that was looked at. Here it is the plain mean of the
# shares, so that a small unit-month draws it: 100 of 1 000 in eleven months and 40 of 50 in one give
# 0.158 where 0.103 is right, and the lower limit then lies above the eleven months that are alike.
# The u chart of the same package sums before it divides. Where sizes differ neither is searched for
# runs, whichever rules are added.
# On our side the centre is the sum of the one by the sum of the other (docs/methods.md 3.6).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"
"$work/v/bin/pip" -q install pyspc==0.4 numpy==2.4.6 pandas==3.1.1 matplotlib==3.10.8 scipy==1.17.1
cd "$work"; MPLBACKEND=agg MPLCONFIGDIR="$work" "$work/v/bin/python" -W ignore - <<'PY'
import numpy as np
from pyspc import p, u

sizes = [1000] * 11 + [50]
counted = [100] * 11 + [40]
data = np.array([sizes, counted]).T
shares, centre, lower, upper, _ = p().plot(data, 1)
rate, mean, *_ = u().plot(data, 1)
print(f"p: {centre:.3f}, u: {mean:.3f}, right: {sum(counted) / sum(sizes):.3f}, lower: {lower[0]:.3f}")
assert round(centre, 3) == round(float(np.mean(shares)), 3) == 0.158
assert round(mean, 3) == round(sum(counted) / sum(sizes), 3)
assert all(share < limit for share, limit in zip(shares[:11], lower[:11]))
PY
echo "as described"
