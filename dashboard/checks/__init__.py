"""The room checks."""
