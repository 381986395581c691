"""The room reference."""
