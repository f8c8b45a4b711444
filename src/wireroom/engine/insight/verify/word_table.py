"""Tables of words as they are written down: set apart by spaces, over several lines."""


def words_in(table: str) -> frozenset[str]:
    """Return the words of a table."""
    return frozenset(table.split())
