"""Estimated months: the expected value given everything published, with a range and no draw."""
