"""What people type, on one line."""


def one_line(text: str) -> str:
    """Return the words with one space between them, without signs that no screen shows.

    PostgreSQL refuses some of those, and no feed may hold them.
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
