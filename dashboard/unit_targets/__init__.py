"""The room unit_targets."""
