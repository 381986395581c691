"""What stands between a stranger and the pages: bodies checked, headers, limits."""
