"""Whose an address is: a publisher's own domain, a name below a shared one, or nobody's."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wireroom.engine.many_sites import own_site


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://feeds.tidewire.example/world.xml", "tidewire.example"),
        ("https://WWW.Tidewire.co.uk/rss", "tidewire.co.uk"),
        ("https://rss.news.tidewire.com.au/", "tidewire.com.au"),
        ("https://ada.blogspot.com.br/feeds/posts/default", "ada.blogspot.com.br"),
        ("https://www.ada.substack.com/feed", "ada.substack.com"),
        ("https://feeds.ada.github.io/x", "ada.github.io"),
        ("https://feeds.feedburner.com/ada", ""),
        ("https://medium.com/feed/@ada", ""),
        ("https://blogspot.com/", ""),
        ("", ""),
        ("tidewire", ""),
    ],
)
def test_the_site_of_an_address(url: str, site: str) -> None:
    assert own_site(url) == site


@settings(max_examples=200)
@given(st.text(max_size=30).map(lambda text: f"https://{text}"))
@example("https://[half")
@example("https://[::1]/rss")
def test_no_address_is_too_odd_and_its_site_is_its_own(url: str) -> None:
    site = own_site(url)
    assert own_site(f"https://{site}/") in (site, "")
