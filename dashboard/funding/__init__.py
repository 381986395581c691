"""The grant of 2024: rules, rates, payout, cells."""
