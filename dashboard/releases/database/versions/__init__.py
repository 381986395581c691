"""The steps that make the tables, oldest first; a step that has been taken is never changed."""
