"""How coverage differs by country, language, owner and whose text it is, measured from texts."""
