"""The room funding."""
