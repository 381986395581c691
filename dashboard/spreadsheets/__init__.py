"""The room spreadsheets."""
