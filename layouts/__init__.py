"""Places: each page as a tree of components."""
