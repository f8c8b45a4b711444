"""Names of people, places and organisations in articles, and what articles are about."""
