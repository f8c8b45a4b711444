"""What a model writes of a story: what it is given, and what of its answer may be shown."""
