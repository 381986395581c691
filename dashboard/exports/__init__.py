"""Papers to take along: the same values as files."""
