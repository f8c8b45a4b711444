"""Searching the archive: what of a text is looked up, and what a reader's words ask for."""
