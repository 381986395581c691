"""Published releases: kept, locked, audited, compared, and read as a dataset."""
