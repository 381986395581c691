"""The files of a pack: each a plain function from a pack to bytes, which computes nothing."""
