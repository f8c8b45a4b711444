"""Words, language, direction, names, numbers and dates in running text."""
