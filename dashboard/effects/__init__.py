"""Interrupted time series of the effort 2022-2024: models, verdicts, and what cannot be said."""
