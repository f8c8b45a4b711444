"""Reads of comments, threads and the moderation queue."""
