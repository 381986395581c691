"""Unit-days of Parquet files summed in one reading: what `unit_days` has engines compute."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyarrow as pa

from dashboard.ingest.grouping import Grouped, Groups
from dashboard.ingest.unit_day_parquet import ALL, WORDS, Batch, Unfit, Words, batches, pieces
from dashboard.ingest.unit_days import COLUMNS, COUNTED, KEYS, TALLIES

THREADS = 2
_AHEAD = 1
# Months of units that are added together at a time, and how many may be unfinished, of 0.1 kB each.
_TOGETHER, _MOST = 50_000, 400_000
_COUNTS = tuple(COUNTED.values())
# The rows of what is summed: counts, how many lack one, and the days as bits of their own.
_MISSING, _REPORTS, _NEGATIVE, _LAST = 4, 8, 9, 10
_MONTH = ("month", "region", "care")
_UNIT = (*WORDS, "month")
_FROM_1970 = 1970 * 12


def months_of(files: Sequence[Path]) -> pa.Table:
    """`unit_days.region_months` of Parquet files whose columns are of the kinds that reports have.

    Each file is read once. What is held at a time are the months that later rows may still add to.

    Raises:
        Unfit: the files are of another form, or so many months are unfinished at a time that an
            engine does better, which sets aside what its memory does not hold.
    """
    try:
        words = {name: Words(name) for name in WORDS}
        found = Grouped.of(list(_finished(batches(pieces(files), words))))
    except (pa.ArrowException, OSError, UnicodeError) as error:
        raise Unfit(str(error)) from error
    # What reading took is free again, but kept.
    pa.default_memory_pool().release_unused()
    return _table(found, words)


def _finished(rows: Iterator[Batch]) -> Iterator[Grouped]:
    """Sums of months that no later row adds to, some at a time."""
    held: list[Grouped] = []
    for part, until in _ahead(rows):
        held.append(part)
        if until is not None and sum(map(len, held[1:])) < max(_TOGETHER, len(held[0]) // 2):
            continue
        whole = Grouped.of(held)
        held.clear()
        whole = whole.summed(_UNIT)
        done = whole.keys["month"] < (np.inf if until is None else _month(until))
        if done.any():
            yield _regions(whole.where(done))
        held = [whole.where(~done)]
        if len(held[0]) > _MOST:
            raise Unfit("the rows are not in the order of days")


def _ahead(rows: Iterator[Batch]) -> Iterator[tuple[Grouped, int | None]]:
    """The sums of each batch in turn; some are computed while the next ones are read."""
    waiting: deque[tuple[Future[Grouped], int | None]] = deque()
    with ThreadPoolExecutor(THREADS) as pool:
        for batch in rows:
            waiting.append((pool.submit(_units, batch), batch.until))
            if len(waiting) > _AHEAD:
                future, until = waiting.popleft()
                yield future.result(), until
        for future, until in waiting:
            yield future.result(), until


def _units(batch: Batch) -> Grouped:
    """The sums of each unit, month, care and stream in a batch."""
    start = int(batch.days.min())
    calendar = np.arange(start, int(batch.days.max()) + 1).astype("M8[D]")
    months = calendar.astype("M8[M]")
    since = batch.days - start
    first = int(months[0].astype(int))
    month = (months.astype(int) - first).astype(np.int32)[since]
    groups = Groups.of([*(batch.words[name] for name in WORDS), month])
    sums = np.zeros((_LAST + 1, len(groups.first)))
    for row, name in enumerate(_COUNTS):
        column = batch.counts[name]
        if column.null_count:
            sums[_MISSING + row] = groups.sum(column.is_null().to_numpy(zero_copy_only=False))
            column = column.fill_null(0)
        counts = column.to_numpy()
        sums[row] = groups.sum(counts)
        if (below := counts < 0).any():
            sums[_NEGATIVE] += groups.sum(below)
    sums[_REPORTS] = groups.count()
    sums[_LAST] = groups.sum(np.exp2((calendar - months).astype(int))[since])
    keys = {name: batch.codes[name][batch.words[name][groups.first]] for name in WORDS}
    return Grouped({**keys, "month": month[groups.first] + first + _FROM_1970}, sums)


def _regions(units: Grouped) -> Grouped:
    """The sums of regions by stream and of all streams, of which the last one counts units."""
    days, reports = units.sums[_LAST].astype(np.int64), units.sums[_REPORTS]
    # Of powers of two that were added there are as many bits, unless one was there twice.
    doubled = np.bitwise_count(days) < reports
    ones, negative = np.ones(len(days)), units.sums[_NEGATIVE]
    told = Grouped(units.keys, np.vstack([units.sums[:_NEGATIVE], doubled, negative, ones]))
    streams = told.summed((*_MONTH, "stream"))
    mixed = Groups.of([streams.keys[name] for name in _MONTH])
    apart = mixed.sum(streams.keys["stream"] == ALL)[mixed.group] == 0
    each = told.summed((*_MONTH, "hospital", "unit"))
    each.sums[-1] = 1
    whole = each.summed(_MONTH)
    every = {**whole.keys, "stream": np.full(len(whole), ALL, np.int32)}
    return Grouped.of([streams.where(apart), Grouped(every, whole.sums)])


def _month(day: int) -> int:
    """The months from the year 0 to that of a day from 1970."""
    return int(np.datetime64(day, "D").astype("M8[M]").astype(int)) + _FROM_1970


def _table(found: Grouped, words: Mapping[str, Words]) -> pa.Table:
    """Sums as the columns of `region_months`, in its order."""
    month, places = np.unique(found.keys["month"], return_inverse=True)
    texts = {name: words[name].texts() for name in ("region", "care", "stream")}
    texts["month"] = [f"{one // 12}-{one % 12 + 1:02}" for one in month.tolist()]
    keys = {**found.keys, "month": places}
    ranks = [np.argsort(np.argsort(np.array(texts[name])))[keys[name]] for name in KEYS]
    order = np.lexsort(ranks[::-1])
    columns = {name: pa.DictionaryArray.from_arrays(keys[name][order], texts[name]).cast("string")
               for name in KEYS}  # fmt: skip
    sums, missing = found.sums[:, order], found.sums[_MISSING:_REPORTS, order] > 0
    columns |= {name: pa.array(sums[row], mask=missing[row]) for row, name in enumerate(COUNTED)}
    columns |= {name: pa.array(sums[_REPORTS + row].astype(np.int64))
                for row, name in enumerate((*TALLIES, "units"))}  # fmt: skip
    return pa.table(columns).select(list(COLUMNS))
