"""Källor: where the published figures come from, and what is known to be wrong in them."""
