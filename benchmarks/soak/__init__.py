"""A long walk under load, strangers and mishaps, after which nothing may have been wrong."""
