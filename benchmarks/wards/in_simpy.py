"""`PYTHON in_simpy.py BEDS LOAD STAY DAYS SEED`: when patients came and left, in simpy, as JSON.

Run by an interpreter that has simpy and nothing of ours; it prints its own seconds too.
"""

import json
import random
import sys
import time

import simpy


def main() -> None:
    """Walk the ward and print it."""
    load, stay, days = map(float, sys.argv[1:4])
    drawn = random.Random(int(sys.argv[4]))
    moves = []

    def patient(env):
        came = env.now
        yield env.timeout(drawn.expovariate(1 / stay))
        moves.append((came, env.now))

    def coming(env):
        while True:
            yield env.timeout(drawn.expovariate(load / stay))
            env.process(patient(env))

    began = time.process_time()
    ward = simpy.Environment()
    ward.process(coming(ward))
    ward.run(until=days + 24 * stay)
    took = time.process_time() - began
    json.dump({"seconds": took, "moves": moves}, sys.stdout)


main()
