"""The gallery looks at every page that has an address, and each where Django finds it."""

from collections.abc import Iterator, Sequence

import pytest
from benchmarks.gallery_table import ACCOUNT, NO_PAGES, PAGES
from django.urls import URLPattern, URLResolver, get_resolver, resolve

pytestmark = pytest.mark.once
# What stands in the addresses, as far as their form goes.
_WORDS = {"day": "2026-11-29", "pair": "1/2", "uid": "1", "password": "set-password"}
_NUMBERS = (
    "story", "article", "outlet_id", "talk", "comment", "own", "report", "key", "confirm", "note",
    "topic_id",
)  # fmt: skip


def _names(patterns: Sequence[URLPattern | URLResolver]) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield one.name or str(one.pattern)
        elif one.app_name not in ("admin", "ninja", "apps"):  # Django's own, and what programs read
            yield from _names(one.url_patterns)


def test_every_address_is_looked_at_or_no_page() -> None:
    looked = {name.partition(".")[0] for name in (*PAGES, *ACCOUNT)}
    assert looked | NO_PAGES == set(_names(get_resolver().url_patterns))
    assert not looked & NO_PAGES


@pytest.mark.parametrize(("name", "address"), (PAGES | ACCOUNT).items())
def test_addresses_are_those_of_the_names(name: str, address: str) -> None:
    root = "/" if name in ACCOUNT else "/en/"
    filled = address
    for place in (
        *_NUMBERS,
        "outlet",
        "topic",
        "person",
        "section",
        "token",
        "wrong",
        "start",
        *_WORDS,
    ):
        filled = filled.replace(f"{{{place}}}", _WORDS.get(place, "1"))
    path = f"{root}{filled}".partition("?")[0].partition("#")[0]
    assert resolve(path).url_name == name.partition(".")[0]
