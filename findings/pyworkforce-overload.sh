#!/bin/bash
# pyworkforce 0.5.1: a probability of waiting of 1.8, and one bed more than is needed.
#
# Its Erlang C is meant for a queue that is shorter than those who serve it. With more load than
# positions, as in a ward with more patients than beds, `waiting_probability` answers with a number
# above 1 (20.4 patients and 18 beds: 1.79) and `achieved_occupancy` with 1.13, and nothing is said;
# `service_level` is cut at 0.
# `required_positions` begins to look at the load plus one, rounded, which is often past the first number that
# will do: of a load of 2.5 it answers with 4 for a level of 0.2 that 3 hold (0.38), and its own
# `service_level(3)` says so. Of 3.5 the rounding goes down
# to 4, and 4 is right.
# On our side everybody waits where the load is at least the beds, and the usual model of a unit refuses
# nobody: its surplus is the overcrowding (docs/methods.md 2.1).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install pyworkforce==0.5.1
cd "$work"; "$work/v/bin/python" -W ignore - <<'PY'
from pyworkforce.queuing import ErlangC


def ward(load):
    return ErlangC(transactions=load, aht=1, asa=0.25, interval=1)


full = ward(20.4)
waits = [round(full.waiting_probability(beds), 2) for beds in (18, 20, 21)]
print("waits with 18, 20 and 21 beds:", waits, "occupancy with 18:", round(full.achieved_occupancy(18), 2))
assert waits == [1.79, 1.11, 0.85]
assert full.service_level(18) == 0
for load, answered, enough in ((2.5, 4, 3), (3.5, 4, 4)):
    said = ward(load).required_positions(service_level=0.2)["raw_positions"]
    print(f"a load of {load}: {said} required, and {enough} give {ward(load).service_level(enough):.2f}")
    assert said == answered
    assert ward(load).service_level(enough) >= 0.2
PY
echo "as described"
