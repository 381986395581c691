"""The room situation."""
