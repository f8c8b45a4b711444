"""Feeds and sitemaps: read them, find them, and say when to poll them next."""
