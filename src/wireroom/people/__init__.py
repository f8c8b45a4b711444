"""People with an account: their tables, queries and services."""
