"""Beds missing: to the national guideline, and to the occupancy targets."""
