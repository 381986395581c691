"""Papers for a meeting with a region: what is, what was agreed, and what became of it."""
