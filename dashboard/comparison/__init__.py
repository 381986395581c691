"""Regions side by side: intervals, funnel, exceptions, better peers."""
