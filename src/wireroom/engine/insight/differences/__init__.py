"""The checker that does not trust the writer: a claim passes only on the characters it cites."""
