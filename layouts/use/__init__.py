"""Använd siffrorna: the address and the code of a view for each tool."""
