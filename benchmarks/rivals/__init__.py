"""The page beside the same page in other frameworks, as ratios from one interleaved run."""
