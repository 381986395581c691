"""What it would take: staff, readiness, relief between regions, and the year ahead."""
