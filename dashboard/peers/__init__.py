"""The room peers."""
