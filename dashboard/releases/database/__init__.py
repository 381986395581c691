"""Releases and their record in PostgreSQL, and the choice between it and the folder."""
