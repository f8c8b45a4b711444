"""What makes an article one row however often, and wherever, it is read."""

import re
from hashlib import blake2b
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.addresses import address_key
from wireroom.engine.text.words import words

NAME_LENGTH: Final = 200  # of an outlet


def key_of(text: str) -> str:
    """Return a 128-bit key of any text, 32 hexadecimal digits."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def headline_key(headline: str) -> str:
    """Return one key for a headline however its quotes, case and spaces are written."""
    return key_of(" ".join(words(headline)))


def url_identity(url: str) -> str:
    """Identify an article by its canonical address, whichever of its forms is met."""
    return f"u:{key_of(address_key(url))}"


def headline_identity(outlet_slug: str, headline: str) -> str:
    """Identify an article that has no address of its own by who wrote it and its headline."""
    return f"h:{key_of(f'{outlet_slug} {headline_key(headline)}')}"


def text_identity(outlet_slug: str, content_hash: str) -> str:
    """Identify a text of an outlet, word for word, at whichever address it is met."""
    return f"t:{key_of(f'{outlet_slug} {content_hash}')}"


def site_of(url: str) -> str:
    """Return the last two labels of the host, so that www., m. and amp. are one site.

    Where a country's suffix has two parts (co.uk) the last three are taken.
    """
    host = urlsplit(url).hostname or ""
    labels = host.split(".")
    if host.replace(".", "").isdigit() or len(labels) < 3:
        return host
    short_suffix = len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if short_suffix else labels[-2:])


def name_key(name: str) -> str:
    """Fold a name so that its spellings meet: case, punctuation and a leading article go."""
    parts = words(re.sub(r"[-_.]+", " ", name))
    if len(parts) > 1 and parts[0] in ("the", "a"):
        parts = parts[1:]
    return " ".join(parts)[:NAME_LENGTH] or name.strip().casefold()[:NAME_LENGTH]
