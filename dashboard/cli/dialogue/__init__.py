"""The commands for a dialogue with a region, and what each of them does."""
