"""Phrases in two languages, numbers and dates, a small table of words."""
