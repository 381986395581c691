"""The addresses beside the pages, each a plain Flask route."""
