"""Writes: comments, flags and what moderators decide."""
