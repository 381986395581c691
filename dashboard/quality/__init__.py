"""What the figures can bear: rules, trust grades, questions to the regions, and what they gate."""
