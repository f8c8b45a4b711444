"""Writes to the tables of reading."""
