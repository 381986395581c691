"""Answers: each page's callbacks, thin as paper."""
