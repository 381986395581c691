"""Quantiles are those of numpy, and load nothing more of it."""

import subprocess
import sys

import numpy as np

from dashboard.statistics.sample_quantiles import quantiles

SHARES = (0.0, 0.1, 0.25, 0.5, 0.9, 1.0)
SCRIPT = """
import sys
import numpy as np
from dashboard.statistics.sample_quantiles import quantiles

quantiles(np.arange(9.0), (0.1, 0.9))
print("numpy.ma" in sys.modules)
"""


def test_they_are_those_of_numpy() -> None:
    rng = np.random.default_rng(7)
    for size in (1, 2, 8, 21, 290):
        sample = rng.normal(size=size)
        np.testing.assert_allclose(quantiles(sample, SHARES), np.quantile(sample, SHARES), 1e-12)


def test_masked_arrays_are_not_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], check=True, text=True, stdout=subprocess.PIPE, timeout=60
    )
    assert done.stdout.strip() == "False"
