"""Comments on stories and their moderation: tables, queries and services."""
