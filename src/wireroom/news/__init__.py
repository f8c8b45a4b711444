"""Outlets, feeds, pages, articles and stories: their tables, queries and services."""
