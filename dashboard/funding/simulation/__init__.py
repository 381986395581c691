"""Other rules of payment: chance, and years whose truth is known."""
