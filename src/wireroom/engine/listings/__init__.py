"""Pages that list reports: which of their links lead to articles, under which headlines."""
