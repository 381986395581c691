"""Flask without Dash: guard, headers, health, files."""
