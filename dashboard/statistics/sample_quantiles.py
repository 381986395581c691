"""Quantiles of a sample, without the masked arrays that numpy loads for its own."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def quantiles(sample: NDArray[np.float64], shares: Sequence[float]) -> NDArray[np.float64]:
    """The values below which these shares of a sample lie, linear between its values.

    `sample` has one dimension and at least one value, each finite; shares are from 0 to 1. As
    `numpy.quantile`: definition 7 of Hyndman and Fan (1996).
    """
    return np.interp(np.multiply(shares, len(sample) - 1), np.arange(len(sample)), np.sort(sample))
