"""What is asked for: guidelines for beds, targets for occupancy, and their versions."""
