"""Wireroom turns the world's news pages and feeds into stories."""

__version__ = "0.1.0"
