"""Targets by size of unit, what the reader assumes, and lists of wards."""
