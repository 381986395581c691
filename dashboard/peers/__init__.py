"""Whom a region is compared with, and why."""
