"""Tables of words are written as running text, which reads and merges better than lists."""


def word_list(text: str) -> frozenset[str]:
    """Return the words of a text that spaces divide."""
    return frozenset(text.split())
