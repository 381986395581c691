"""Rules on months, and which months an error keeps out of the sums."""
