"""Reads: what the pages and other faces show, as values that hold no more than may be shown."""
