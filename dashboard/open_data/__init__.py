"""The whole release as open data: a package of tables, and what catalogues need to find it."""
