"""The page of who is signed in."""
