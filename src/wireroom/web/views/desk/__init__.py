"""The desk's pages, for people who curate."""
