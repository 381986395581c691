"""The way in for data: fetch, read, check, model, publish."""
