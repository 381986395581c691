"""Caches by level: answers in the process or Redis, responses, what browsers keep."""
