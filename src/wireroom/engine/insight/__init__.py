"""Claims about articles that cite the characters they rest on."""
