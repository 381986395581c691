"""The declarations of the indicators, by subject."""
