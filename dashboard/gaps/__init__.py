"""The room gaps."""
