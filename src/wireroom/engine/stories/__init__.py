"""Which articles tell of the same event, and why."""
