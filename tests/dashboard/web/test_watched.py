"""A record is read where it has changed, and where it cannot be read that is said each time."""

import pytest

from dashboard.web.watched import Watched


class Record:
    """Something that others add to, and how often it was read."""

    def __init__(self) -> None:
        self.stamp, self.reads, self.is_away = 1, 0, False

    def stamped(self) -> int:
        if self.is_away:
            raise OSError("away")
        return self.stamp

    def read(self) -> int:
        self.reads += 1
        return self.stamp


def test_it_is_read_again_where_it_is_another() -> None:
    record = Record()
    known = Watched(record.stamped, record.read)
    assert [known.now(), known.now(), record.reads] == [1, 1, 1]
    record.stamp = 2
    assert [known.now(), known.now(), record.reads] == [2, 2, 2]


def test_where_it_cannot_be_read_that_is_raised_until_it_can() -> None:
    record = Record()
    known = Watched(record.stamped, record.read)
    record.is_away = True
    for _ in range(2):
        with pytest.raises(OSError, match="away"):
            known.now()
    record.is_away = False
    assert known.now() == 1


def test_between_its_looks_it_is_as_it_was() -> None:
    record = Record()
    known = Watched(record.stamped, record.read, every=3600, rest=3600)
    assert known.now() == 1
    record.stamp, record.is_away = 2, True
    assert known.now() == 1
    away = Watched(record.stamped, record.read, every=0, rest=3600)
    with pytest.raises(OSError, match="away"):
        away.now()
    record.is_away = False
    with pytest.raises(OSError, match="away"):
        away.now()
