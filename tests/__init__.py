"""The house again, room by room, in tests."""
