"""A real provider of OpenID Connect, started for the tests, and a browser that signs in at it."""
