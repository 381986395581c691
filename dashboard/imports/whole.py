"""Whether the rows of a file are whole and each at its place: none lacking, swapped or repeated."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from dashboard.imports.beside import Beside, beside
from dashboard.imports.collected import CARES, MONTHS, STREAMS, Collected, Place
from dashboard.imports.levels import Known, Levels
from dashboard.imports.measures import COUNTS, KEPT, NAMES
from dashboard.imports.plausible import lower
from dashboard.imports.questions import Question, no, yes
from dashboard.language.text import Text
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES, name_of

# A month that most regions deliver is one of the whole country.
_MOST_REGIONS = 17
# As many regions tell together that two columns have changed places.
_SOME_REGIONS = 5
# How much better the other order must fit, in squares of the spread of the file: of two columns in
# all regions, of two rows, and of two cells alone.
_BETTER, _BETTER_ROWS, _BETTER_CELLS, _MOST = 9.0, 14.0, 18.0, 40.0
# And how well it must fit by itself, for two figures.
_FITS = 8.0

_LACKS = Text(
    "{} saknar {} i {}, som {} andra regioner har lämnat. Har regionen inte rapporterat?",
    "{} lacks {} in {}, which {} other regions have delivered. Has the region not reported?",
)
_LACKS_YES = Text("regionen har inte rapporterat", "the region has not reported")
_LACKS_NO = Text("raden saknas; filen ska lämnas på nytt", "the row is lacking; send the file anew")
_SWAPPED = Text(
    "{} och {} i {}: siffrorna passar bättre om raderna byter plats. Är de förväxlade?",
    "{} and {} in {}: the figures fit better with the rows exchanged. Are they mixed up?",
)
_SWAPPED_CELLS = Text(
    "{} och {} i {}: {} passar bättre om de två siffrorna byter plats. Är de förväxlade?",
    "{} and {} in {}: {} fit better with the two figures exchanged. Are they mixed up?",
)
_MIXED = Text(
    "{} i {}: {} och {} passar bättre om de byter plats. Är de förväxlade?",
    "{} in {}: {} and {} fit better exchanged. Are they mixed up?",
)
_MIXED_ALL = Text(
    "{}: kolumnerna {} och {} passar bättre om de byter plats. Är rubrikerna förväxlade?",
    "{}: the columns {} and {} fit better exchanged. Are the headings mixed up?",
)
_REPEATED = Text(
    "{} i {} har samma siffror som {}. Är det månaden före som har lämnats igen?",
    "{} in {} has the same figures as {}. Is it the month before, delivered again?",
)
_STANDS = Text("siffrorna står rätt", "the figures stand right")
_CORRECT = Text("filen rättas och lämnas på nytt", "the file is corrected and sent anew")


def questions_of_whole(collected: Collected, known: Known) -> Iterator[Question]:
    """Regions lacking from a month of the country; rows or columns exchanged; a month twice."""
    there = np.isfinite(collected.values)
    for t, c, s in np.argwhere(there.any(axis=(0, 1))).tolist():
        yield from _lacking(collected, (t, c, s))
        if known.is_rough:
            continue
        month = beside(collected, known, (t, c, s))
        squares = month.squares(_MOST)
        yield from _exchanged(collected, (t, c, s), squares)
        yield from _exchanged_cells(collected, (t, c, s), squares)
        yield from _mixed(collected, (t, c, s), month)
        days = collected.values[: len(COUNTS), :, t, c, s] / days_in(MONTHS[t])
        yield from _repeated(collected, (t, c, s), days, known)


def _lacking(collected: Collected, at: tuple[int, int, int]) -> Iterator[Question]:
    t, c, s = at
    there = np.isfinite(collected.values[:, :, t, c, s])
    whole = there.sum(axis=1) >= _MOST_REGIONS
    for r in range(len(CODES)):
        gone = [m for m in np.flatnonzero(whole & ~there[:, r]).tolist()
                if not collected.declared[m, r, t, c, s]]  # fmt: skip
        if not gone:
            continue
        names = _listed([lower(NAMES[KEPT[m]]) for m in gone])
        others = int(there[gone[0]].sum())
        message = _LACKS.format(name_of(CODES[r]), names, MONTHS[t], others)
        yield _asked("lacking", (gone[0], r, *at), message, (_LACKS_YES, _LACKS_NO))


def _gains(squares: Levels) -> tuple[Levels, Levels]:
    """How much better each pair of regions fits exchanged, and how well; axes as in `squares`."""
    own = np.diagonal(squares, axis1=-2, axis2=-1)
    turned = squares + np.swapaxes(squares, -1, -2)
    return own[..., :, None] + own[..., None, :] - turned, turned


def _exchanged(
    collected: Collected, at: tuple[int, int, int], squares: Levels
) -> Iterator[Question]:
    """Two rows whose figures fit better with the regions exchanged."""
    t, c, s = at
    gain, turned = _gains(np.nansum(squares, axis=0))
    held = np.isfinite(collected.values[:, :, t, c, s]).sum(axis=0)
    fits = turned < _FITS * np.minimum(held[:, None], held[None, :])
    for i, j in np.argwhere(np.triu((gain > _BETTER_ROWS) & fits, 1)).tolist():
        message = _SWAPPED.format(name_of(CODES[i]), name_of(CODES[j]), MONTHS[t])
        yield _asked("swapped", (0, i, *at), message, (_STANDS, _CORRECT), other=CODES[j],
                     collected=collected)  # fmt: skip


def _exchanged_cells(
    collected: Collected, at: tuple[int, int, int], squares: Levels
) -> Iterator[Question]:
    """Two cells of a column that fit better exchanged, where their rows do not."""
    whole, _ = _gains(np.nansum(squares, axis=0))
    gain, turned = _gains(squares)
    with np.errstate(all="ignore"):
        better = (gain > _BETTER_CELLS) & (turned < _FITS) & (whole <= _BETTER_ROWS)
    for m, i, j in np.argwhere(np.triu(better, 1)).tolist():
        names = name_of(CODES[i]), name_of(CODES[j]), MONTHS[at[0]], lower(NAMES[KEPT[m]])
        yield _asked("swapped", (m, i, *at), _SWAPPED_CELLS.format(*names), (_STANDS, _CORRECT),
                     other=f"{CODES[j]}.{KEPT[m]}", collected=collected)  # fmt: skip


def _mixed(collected: Collected, at: tuple[int, int, int], month: Beside) -> Iterator[Question]:
    """Two columns that fit better exchanged: in one region, or in all of them."""
    for m, n in combinations(range(len(KEPT)), 2):
        if (m < len(COUNTS)) != (n < len(COUNTS)):
            continue
        pair, other = [m, n], [n, m]
        as_is = ((month.own[pair] - month.usual[pair]) / month.spread[pair]) ** 2
        turned = ((month.own[other] - month.usual[pair]) / month.spread[pair]) ** 2
        gain = np.minimum(as_is, _MOST).sum(axis=0) - np.minimum(turned, _MOST).sum(axis=0)
        names = (lower(NAMES[KEPT[m]]), lower(NAMES[KEPT[n]]))
        known = np.flatnonzero(np.isfinite(gain))
        # Headings that changed places show in all regions together where no single one tells.
        if len(known) >= _SOME_REGIONS and gain[known].sum() > _BETTER and (
            turned[:, known].sum(axis=0).mean() < _FITS
        ):  # fmt: skip
            message = _MIXED_ALL.format(MONTHS[at[0]], *names)
            yield _asked("mixed", (m, int(known[0]), *at), message, (_STANDS, _CORRECT),
                         other=f"{KEPT[n]}.columns", collected=collected)  # fmt: skip
            continue
        for r in np.flatnonzero((gain > _BETTER_ROWS) & (turned.sum(axis=0) < _FITS)).tolist():
            message = _MIXED.format(name_of(CODES[r]), MONTHS[at[0]], *names)
            yield _asked("mixed", (m, r, *at), message, (_STANDS, _CORRECT), other=KEPT[n],
                         collected=collected)  # fmt: skip


def _repeated(
    collected: Collected, at: tuple[int, int, int], days: Levels, known: Known
) -> Iterator[Question]:
    t, c, s = at
    before = MONTHS[t - 1]
    last = collected.values[: len(COUNTS), :, t - 1, c, s] / days_in(before)
    if before in known.months:
        shown = known.days[:, :, known.months.index(before), c, s]
        last = np.where(np.isfinite(last), last, shown)
    same = np.abs(days - last) <= 0.0006 * np.maximum(last, 1)
    for r in np.flatnonzero(same.sum(axis=0) >= 3).tolist():
        message = _REPEATED.format(name_of(CODES[r]), MONTHS[t], before)
        yield _asked("repeated", (0, r, *at), message, (_STANDS, _CORRECT), collected=collected)


def _asked(
    rule: str, place: Place, message: Text, answers: tuple[Text, Text], *, other: str = "",
    collected: Collected | None = None,
) -> Question:  # fmt: skip
    _, r, t, c, s = place
    parts = [rule, CODES[r], MONTHS[t], CARES[c], STREAMS[s], *([other] if other else [])]
    row = int(collected.rows[place]) if collected is not None else 0
    sheet = collected.sheets.get(place, "") if collected is not None else ""
    return Question(
        ".".join(parts), rule, sheet, row, "", "", message,
        (yes(answers[0]), no(answers[1])), stops=True,
    )  # fmt: skip


def _listed(names: Sequence[Text]) -> Text:
    return Text(*(", ".join(one.in_(lang) for one in names) for lang in ("sv", "en")))
