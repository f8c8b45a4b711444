"""Key points: sentences of reports, letter for letter, that say what happened."""
