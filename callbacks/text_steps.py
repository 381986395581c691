"""What leads from one text to another: what is copied, what is new, how much a number is another.

A text is words, each up to the next `<` or space that no number follows, with holes where its
numbers are. The steps walk through the words of the old text, so that a row is found again where it
now stands, and most of what changed is a letter for each number. `assets/scripts/text_steps.js`
takes them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from operator import itemgetter
from typing import NamedTuple, Self
from zlib import adler32

from callbacks.number_letters import NUMBER, SAME, WRITTEN, letter

# How many words are copied, what stands instead of the next one, or in a list how many to skip
# (below zero: back).
Step = int | str | list[int]
# The steps (none: every word is copied), a letter for each number of what is copied, and those
# numbers that are written out, with spaces between them.
Steps = tuple[list[Step], str, str]

_HOLE = "\0"
_WORD = re.compile(r"(?!^)(?= (?!-?[0-9]))")
_MARKS = 12
_PRIME = 65521
_Pair = tuple[str, str]


def check_sum(texts: Sequence[str]) -> int:
    """Of what the steps rest on, by which the browser knows that it holds the same."""
    low, high = 1, 0
    for length, one in map(_summed, texts):
        # As zlib puts the sums of two texts together; both halves are of this prime.
        low, high = (
            (low + (one & 0xFFFF) - 1) % _PRIME,
            (high + (one >> 16) + length * (low - 1)) % _PRIME,
        )
    return high << 16 | low


@lru_cache(maxsize=128)
def _summed(text: str) -> tuple[int, int]:
    """How many bytes a text has, and their sum."""
    written = text.encode()
    return len(written), adler32(written)


# Of a part that many touches change in the same way.
@lru_cache(maxsize=256)
def text_steps(old: str, new: str) -> Steps | None:
    """The steps from the old text to the new one; None where they would not be shorter."""
    if not old or _HOLE in old or _HOLE in new:
        return None
    walk = _Walk(old, new).go()
    letters, written = "".join(walk.letters), " ".join(walk.written)
    length = sum([len(str(step)) + 1 for step in walk.steps]) + len(letters) + len(written)
    if length + _MARKS > len(new):
        return None
    steps = [] if walk.is_straight() else walk.steps
    return steps, letters.rstrip(SAME), written


class _Piece(NamedTuple):
    """A tag with what follows it, or one word: with holes for its numbers, these, and its words;
    how many numbers, and how many words.
    """

    holed: str
    numbers: tuple[str, ...]
    words: tuple[str, ...]
    counted: int
    said: int


_HOLED = itemgetter(_Piece._fields.index("holed"))


# Most of them stand in every row.
@lru_cache(maxsize=4096)
def _piece(text: str) -> _Piece:
    numbers, words = tuple(NUMBER.findall(text)), tuple(_WORD.split(text))
    return _Piece(NUMBER.sub(_HOLE, text), numbers, words, len(numbers), len(words))


_NOTHING = _Piece(_HOLE, (), (), 0, 0)


def _tags(text: str) -> list[str]:
    first, *more = text.split("<")
    return [first, *["<" + one for one in more]] if first else ["<" + one for one in more]


class _Text:
    """A text in pieces: all their numbers, and how many words and numbers stand before each."""

    def __init__(self, text: str) -> None:
        self.pieces = list(map(_piece, _tags(text)))
        self.numbers = [*chain.from_iterable([one.numbers for one in self.pieces])]
        self.words_before = [0, *accumulate([one.said for one in self.pieces])]
        self.numbers_before = [0, *accumulate([one.counted for one in self.pieces])]

    def holed(self) -> list[str]:
        """Its pieces with holes for their numbers."""
        return list(map(_HOLED, self.pieces))

    def places(self) -> tuple[dict[_Pair, int], dict[_Pair, int]]:
        """Where each piece stands first, and where last, before which other."""
        pairs = list(pairwise([*self.holed(), _NOTHING.holed]))
        backwards = zip(reversed(pairs), range(len(pairs) - 1, -1, -1), strict=True)
        return dict(backwards), dict(zip(pairs, range(len(pairs)), strict=True))


# What is new is what the next touch rests on.
_text = lru_cache(maxsize=128)(_Text)


class _Walk:
    """Through the words of the old text, while the new one is read."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = _text(old), _text(new)
        self._here = 0
        self.steps: list[Step] = []
        self.letters: list[str] = []
        self.written: list[str] = []

    def go(self) -> Self:
        """To the end of the new text."""
        if self._old.holed() == self._new.holed():
            # Most touches change nothing but numbers.
            self._copy(len(self._old.pieces), 0, len(self._new.pieces))
            return self
        places: tuple[dict[_Pair, int], ...] = ()
        old, at, begin = [*self._old.pieces, _NOTHING, _NOTHING], 0, 0
        new = [*self._new.pieces, _NOTHING]
        for j, (one, following) in enumerate(pairwise(new)):
            if old[at].holed == one.holed:
                at += 1
                continue
            self._copy(at, begin, j)
            begin, places = j, places or self._old.places()
            first, last = (where.get((one.holed, following.holed)) for where in places)
            is_replaced = first != last and old[at + 1].holed == following.holed
            if first is None or last is None or is_replaced:
                self._into(at, one)
                at, begin = min(at + 1, len(old) - 2), j + 1
            else:
                at = (first if first >= at else last) + 1
        self._copy(at, begin, len(self._new.pieces))
        return self

    def is_straight(self) -> bool:
        """Whether every word was copied, one after another."""
        return self.steps == self._old.words_before[-1:]

    def _copy(self, end: int, begin: int, stop: int) -> None:
        """The pieces before `end` of the old text, for those from `begin` to `stop` of the new."""
        if begin == stop:
            return
        old, new = self._old, self._new
        first = end - (stop - begin)
        self._step(old.words_before[first], old.words_before[end] - old.words_before[first])
        self._compare(
            old.numbers[old.numbers_before[first] : old.numbers_before[end]],
            new.numbers[new.numbers_before[begin] : new.numbers_before[stop]],
        )

    def _into(self, at: int, new: _Piece) -> None:
        """Word by word, within what stands instead."""
        old = list(map(_piece, self._old.pieces[at].words)) if at < len(self._old.pieces) else []
        holed = [one.holed for one in old]
        place, unknown = 0, ""
        for one in map(_piece, new.words):
            if one.holed not in holed[place:]:
                unknown += one.words[0]
                place += 1
                continue
            self._write(unknown)
            place, unknown = holed.index(one.holed, place), ""
            self._step(self._old.words_before[at] + place, 1)
            self._compare(old[place].numbers, one.numbers)
            place += 1
        self._write(unknown)

    def _write(self, words: str) -> None:
        if words:
            self.steps.append(words)
            self._here += 1

    def _step(self, place: int, count: int) -> None:
        """Copy so many words from a place."""
        if place != self._here:
            self.steps.append([place - self._here])
        self._here = place + count
        if self.steps and type(last := self.steps[-1]) is int:
            self.steps[-1] = last + count
        else:
            self.steps.append(count)

    def _compare(self, old: Sequence[str], new: Sequence[str]) -> None:
        if old == new:
            self.letters.append(SAME * len(new))
            return
        letters = [*map(letter, old, new)]
        self.letters += letters
        if WRITTEN in letters:
            self.written += [b for b, one in zip(new, letters, strict=True) if one == WRITTEN]
