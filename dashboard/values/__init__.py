"""Values of indicators: sums first, division last, a reason where there is none."""
