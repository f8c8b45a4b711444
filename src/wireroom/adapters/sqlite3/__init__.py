"""Django's SQLite with a clock: how long transactions wait for the one place to write and hold it."""
