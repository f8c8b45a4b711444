"""What people keep for themselves: tables, queries and services."""
