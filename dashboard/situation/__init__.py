"""The national and the regional picture: cards, sentences, tables, map, series."""
