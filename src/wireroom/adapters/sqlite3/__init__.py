"""Django's SQLite, with a line before the one place to write, and a clock on who holds it."""
