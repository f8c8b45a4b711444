"""Reads from the tables of reading, and of the news as one person wants to see them."""
