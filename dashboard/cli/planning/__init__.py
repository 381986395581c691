"""The commands that ask what if: scenario, staffing, preparedness, relief, forecast."""
