"""What the tables of `data/` state: regions, periods, sources, events, notes."""
