"""The open API without its server: what there is to ask for, and the rows that answer."""
