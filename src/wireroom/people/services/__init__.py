"""Writes to the tables of people."""
