"""What makes an article one row however often, and wherever, it is read."""

from hashlib import blake2b

from wireroom.engine.text.words import words


def key_of(text: str) -> str:
    """Return a 128-bit key of any text, 32 hexadecimal digits."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def headline_key(headline: str) -> str:
    """Return one key for a headline however its quotes, case and spaces are written."""
    return key_of(" ".join(words(headline)))


def url_identity(url: str) -> str:
    """Identify an article by its canonical address."""
    return f"u:{key_of(url)}"


def headline_identity(outlet_slug: str, headline: str) -> str:
    """Identify an article that has no address of its own by who wrote it and its headline."""
    return f"h:{key_of(f'{outlet_slug} {headline_key(headline)}')}"
