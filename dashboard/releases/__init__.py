"""The room releases."""
