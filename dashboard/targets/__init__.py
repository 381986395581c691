"""The room targets."""
