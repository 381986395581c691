"""The room effects."""
