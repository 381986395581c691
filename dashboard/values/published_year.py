"""The published year that stands in where estimated months may not be set beside each other."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset
from dashboard.values import provenance
from dashboard.values.may_be_said import basis_of_all
from dashboard.view.view import View

NO_YEAR = Text(
    "Månaderna är skattade, och inget är publicerat per år och region: ingen ordning kan avgöras.",
    "The months are estimated, and nothing is published by year and region: no order can be told.",
)


def compared_view(dataset: Dataset, view: View) -> View:
    """The view whose regions may be compared: of estimated months, their published year.

    That is the year of the period, or the latest before it in which regions have values; the
    view itself where it is no estimate or nothing is published (docs/methods.md 9.7).
    """
    if basis_of_all(dataset, view) != "estimated":
        return view
    year = _year(dataset, view.anywhere)
    return replace(view, period=year, data="published", stream="all") if year else view


def without_order(dataset: Dataset, view: View) -> bool:
    """Whether the regions of a view may not be put in an order: they are estimates."""
    return basis_of_all(dataset, view) == "estimated"


@lru_cache(maxsize=256)
def _year(dataset: Dataset, view: View) -> str:
    series = provenance.series_of(view)
    table = dataset.years.get((series.series, series.care)) if series else None
    if table is None:
        return ""
    known = np.asarray(np.isfinite(table[1:]).any(axis=0)).tolist()
    there = [year for year, some in zip(dataset.year_labels, known, strict=True) if some]
    upto = [year for year in there if year <= view.period[:4]]
    return (upto or [""])[-1]
