"""Where the reports of a story differ: one fact, several values, each with its exact span."""
