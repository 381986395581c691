"""Region-months out of files that others made: read, checked row by row, kept or refused."""
