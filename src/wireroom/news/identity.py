"""What makes an article one row however often, and wherever, it is read."""

import re
from hashlib import blake2b
from typing import Final

from wireroom.engine.addresses import address_key
from wireroom.engine.text.words import words

NAME_LENGTH: Final = 200  # of an outlet
_ISSUE: Final = "issue:"


def key_of(text: str) -> str:
    """Return a 128-bit key of any text, 32 hexadecimal digits."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def headline_key(headline: str) -> str:
    """Return one key for a headline however its quotes, case and spaces are written."""
    return key_of(" ".join(words(headline)))


def url_identity(url: str) -> str:
    """Identify an article by its canonical address, whichever of its forms is met."""
    return f"u:{key_of(address_key(url))}"


def issue_address(key: str) -> str:
    """Return what names the page of a newsletter's issue, which stands nowhere on the web."""
    return f"{_ISSUE}{key}"


def is_on_web(url: str) -> bool:
    """Tell whether a page can be fetched, and its address be shown."""
    return not url.startswith(_ISSUE)


def headline_identity(outlet_slug: str, headline: str) -> str:
    """Identify an article that has no address of its own by who wrote it and its headline."""
    return f"h:{key_of(f'{outlet_slug} {headline_key(headline)}')}"


def text_identity(outlet_slug: str, content_hash: str) -> str:
    """Identify a text of an outlet, word for word, at whichever address it is met."""
    return f"t:{key_of(f'{outlet_slug} {content_hash}')}"


def name_key(name: str) -> str:
    """Fold a name so that its spellings meet: case, punctuation and a leading article go."""
    parts = words(re.sub(r"[-_.]+", " ", name))
    if len(parts) > 1 and parts[0] in ("the", "a"):
        parts = parts[1:]
    return " ".join(parts)[:NAME_LENGTH] or name.strip().casefold()[:NAME_LENGTH]
