#!/bin/bash
# pycontrolcharts 0.1.2: six rising months are a trend only where the series begins, and above zero.
#
# Test 3 is said to find six consecutive increasing or decreasing points. The first value of a series
# counts as a step upwards if it is above zero, downwards if it is below, and each later one as a step
# from the one before: so a series of rates that begins with six rising months has a trend, the same
# six turned upside down have none, nor have they after a single other month, where seven are needed.
# Less 8 from every month, which changes no difference between them, and there is no trend either.
# On our side a trend is counted in points, and a test moves any series and turns it upside down
# (tests/dashboard/statistics/test_xmr.py).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install pycontrolcharts==0.1.2 pandas==3.1.1
cd "$work"; "$work/v/bin/python" -W ignore - <<'PY'
from pycontrolcharts import RunTestConfig, calc_xmr

ALONE = RunTestConfig(test1=False, test2=False, test5=False, test6=False)


def trend(values):
    found = calc_xmr(values, run_tests=ALONE)["violations"]
    return [at for at, one in enumerate(found) if one]


rising = [3.1, 3.4, 3.8, 4.0, 4.3, 4.9, 4.2, 3.7, 4.1]
found = {
    "six rise": trend(rising),
    "six fall": trend([8 - one for one in rising]),
    "moved below zero": trend([one - 8 for one in rising]),
    "after another month": trend([4.0, *rising]),
    "seven after another month": trend([4.0, 3.0, *rising]),
}
print(found)
assert found == {
    "six rise": [0, 1, 2, 3, 4, 5], "six fall": [], "moved below zero": [], "after another month": [],
    "seven after another month": [2, 3, 4, 5, 6, 7],
}
PY
echo "as described"
