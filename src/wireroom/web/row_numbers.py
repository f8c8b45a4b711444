"""Numbers of rows, as addresses and forms have them."""


def row_number(text: str) -> int | None:
    """Return a row's number: as many digits as a big integer has; None where it is none."""
    is_one = text.isascii() and text.isdigit() and len(text) <= 18
    return int(text) if is_one else None
