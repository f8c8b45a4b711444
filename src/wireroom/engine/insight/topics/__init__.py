"""What a story is tagged with: people, places, organisations and subjects that get a page."""
