"""What the product knows: words, nouns, verbs, pictures, papers and doors, without Dash."""
