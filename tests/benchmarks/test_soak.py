"""A minute of the soak: readers, strangers and mishaps, and no answer that is wrong."""

from pathlib import Path

from benchmarks.soak.walk import walk

SECONDS, CLIENTS, EVERY = 60, 30, 5


def test_in_a_minute_of_strangers_and_mishaps_no_reader_is_answered_wrong(home: Path) -> None:
    found = walk(home, seconds=SECONDS, clients=CLIENTS, every=EVERY)
    assert found.quiet.wrong + found.loud.wrong == {}
    # Answers break off where the worker that sends one is killed, and nowhere else.
    assert found.loud.again <= found.happened
    # It was a walk: all were answered again and again, and nothing was left out.
    assert found.loud.answered > CLIENTS
    assert sum(found.loud.strangers.values()) > CLIENTS
    assert found.happened >= 3
    assert all(found.memory)
