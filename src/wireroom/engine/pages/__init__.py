"""HTML pages and text dumps to clean articles."""
