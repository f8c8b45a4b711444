"""Who said what in an article: direct, mixed and indirect quotes with their speakers."""
