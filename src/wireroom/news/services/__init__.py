"""Writes to the news tables, one file a verb."""
