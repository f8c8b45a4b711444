"""When a person is written to, and when they are left alone."""
