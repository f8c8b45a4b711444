"""Web push: messages locked for one browser, and handed to its push service (RFC 8030)."""
