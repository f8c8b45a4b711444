"""Timeline: the days that a story tells of, each with a sentence of a report."""
