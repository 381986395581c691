"""The country's cells of the grant and its bonus pot in words: counted, or expected with ranges."""

from dashboard.funding.odds import Expected, expected
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset

_ABOUT = Text("omkring {} ({}–{})", "about {} ({}–{})")
_OF = Text("{} av {}", "{} of {}")


def expectation(dataset: Dataset) -> Expected | None:
    """What the country may expect where its months are estimated; None where cells are counted."""
    return None if told_by_region(grant_of(dataset)) else expected(dataset)


def qualified(dataset: Dataset, lang: Lang) -> str:
    """How many cells qualify, with the 80 per cent range where months are estimated."""
    found = expectation(dataset)
    if found is None:
        return str(sum(cell.qualified_by is not None for cell in grant_of(dataset).cells))
    return _about((found.cells, found.low, found.high), lang)


def qualified_of_all(dataset: Dataset, lang: Lang) -> str:
    """The same of all 378."""
    return _OF.in_(lang).format(qualified(dataset, lang), len(grant_of(dataset).cells))


def improved(dataset: Dataset, lang: Lang) -> str:
    """How many cells qualify by improvement."""
    found = expectation(dataset)
    if found is not None:
        return number(found.improved, 0, lang)
    return str(sum(cell.qualified_by == "improved" for cell in grant_of(dataset).cells))


def bonus_pot(dataset: Dataset, lang: Lang) -> str:
    """The money that nobody qualifies for, in millions of kronor."""
    found = expectation(dataset)
    if found is None:
        return number(float(grant_of(dataset).bonus_pot) / 1e6, 1, lang)
    return _about([one / 1e6 for one in (found.pot, found.pot_low, found.pot_high)], lang)


def percent_qualified(dataset: Dataset) -> float:
    """The share of cells that qualify, or are expected to, in per cent."""
    found = expectation(dataset)
    if found is None:
        return 100 * grant_of(dataset).share_qualified
    return 100 * found.cells / len(grant_of(dataset).cells)


def _about(three: list[float] | tuple[float, float, float], lang: Lang) -> str:
    return _ABOUT.in_(lang).format(*(number(one, 0, lang) for one in three))
