"""Small tables that people upload, read safely."""
