"""Which months were reported and imported, and which are estimated."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from dashboard.indicators.indicator import Ratio
from dashboard.indicators.registry import AVAILABLE_BEDS, Care, Indicator, Stream
from dashboard.reference.periods import months_of
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset
from dashboard.view.view import View

Mask = NDArray[np.bool_]
MonthsKind = Literal["estimated", "mixed", "reported"]
Kind = Literal[MonthsKind, "example"]

# Ids of `data/sources.csv` for what came by way of an import, by the key of its reader.
SOURCE = "import-{}"


def kind(dataset: Dataset, view: View, periods: Sequence[str] = ()) -> Kind:
    """Whether the view's months, or those of other `periods`, are estimated, reported, or both.

    A month is reported when any region's figure of it is: then no estimate is added to it.
    """
    if dataset.kind in ("example", "reported"):
        return dataset.kind
    # A release without imports is asked this for every figure.
    if dataset.imported is None:
        return "estimated"
    found = _anywhere(dataset, view)
    wanted = [month for period in periods or (view.period,) for month in months_of(period)]
    known = [bool(found[dataset.months.index(m)]) for m in wanted if m in dataset.months]
    return _kind_of(known)


def kind_behind(
    dataset: Dataset, measures: Sequence[str], region: str, months: Sequence[str]
) -> Kind:
    """What stands behind somatic measures of a region, or of all for `"00"`, in these months.

    Reported where every figure that is there was reported by its region, estimated where none
    was. Months that the release lacks do not count.

    Raises:
        ValueError: no such region.
    """
    if dataset.kind == "example":
        return "example"
    if dataset.imported is None:
        return "estimated"
    rows = ALL_CODES.index(region) - 1 if region != SWEDEN else slice(None)
    columns = [dataset.months.index(month) for month in months if month in dataset.months]
    places = [MEASURES.index(measure) for measure in measures]
    somatic = np.s_[places, ..., CARES.index("somatic"), 0]
    reported_by_region = dataset.imported[somatic][:, rows][..., columns]
    there = np.isfinite(dataset.cube[somatic][:, rows][..., columns])
    return _kind_of(reported_by_region[there].tolist())


def _kind_of(known: Sequence[bool]) -> MonthsKind:
    if not any(known):
        return "estimated"
    return "reported" if all(known) else "mixed"


def is_imported(dataset: Dataset, view: View, region: str) -> bool:
    """Whether the value of a region, or of the country, rests on imported figures alone."""
    if dataset.imported is None or view.data == "published":
        return False
    own = reported(dataset, view.of, view.care, view.stream)
    row = _anywhere(dataset, view) if region == SWEDEN else own[CODES.index(region)]
    wanted = months_of(view.period)
    return all(month in dataset.months and row[dataset.months.index(month)] for month in wanted)


def reported_row(dataset: Dataset, view: View) -> list[bool]:
    """Month by month, whether the value of the view's region, or of the country, was imported."""
    own = reported(dataset, view.of, view.care, view.stream)
    row = _anywhere(dataset, view) if view.region == SWEDEN else own[CODES.index(view.region)]
    found: list[bool] = row.tolist()
    return found


def months_imported(dataset: Dataset, view: View) -> tuple[str, ...]:
    """The months of the release for which the view's indicator was imported."""
    found = _anywhere(dataset, view)
    return tuple(month for month, own in zip(dataset.months, found, strict=True) if own)


def _anywhere(dataset: Dataset, view: View) -> Mask:
    return np.asarray(np.any(reported(dataset, view.of, view.care, view.stream), axis=0))


def source_of(dataset: Dataset, view: View, region: str) -> str:
    """The id of the source of an imported value: that of the last import which reaches it."""
    last = months_of(view.period)[-1]
    sources = [
        str(one["source"])
        for one in dataset.manifest.get("imports", ())
        if last in one["months"] and (region == SWEDEN or region in one["regions"])
    ]
    return SOURCE.format(sources[-1]) if sources else ""


@lru_cache(maxsize=512)
def reported(dataset: Dataset, indicator: Indicator, care: Care, stream: Stream) -> Mask:
    """Region (21) x month: true where every count in the numerator was imported.

    A distance to the guideline rests on the beds of the month and of the eleven before it.
    """
    of = AVAILABLE_BEDS if indicator.derived else indicator
    if of.ratio is None:
        return np.zeros((len(CODES), len(dataset.months)), dtype=np.bool_)
    found = reported_ratio(dataset, of.ratio, care, stream)
    if not indicator.derived:
        return found
    together = np.zeros_like(found)
    if found.shape[1] >= 12:
        together[:, 11:] = sliding_window_view(found, 12, axis=1).all(axis=2)
    return together


def reported_ratio(dataset: Dataset, ratio: Ratio, care: Care, stream: Stream) -> Mask:
    """Region (21) x month: true where every count in the ratio's numerator was imported."""
    if dataset.imported is None:
        return np.zeros((len(CODES), len(dataset.months)), dtype=np.bool_)
    names = [MEASURES.index(name.removeprefix("-")) for name in ratio.numerator]
    cares = [CARES.index(one) for one in CARES if care in ("all", one)]
    own = dataset.imported[names][..., STREAMS.index(stream)]
    return np.asarray(own[..., cares].all(axis=(0, -1)))
