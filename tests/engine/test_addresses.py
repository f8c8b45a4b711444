"""One article's addresses: for phones, in AMP caches, with every tracker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.addresses import address_key
from wireroom.engine.trackers import TRACKER_NAMES, TRACKER_PREFIXES
from wireroom.engine.urls import canonical_url
from wireroom.news.identity import url_identity

PLAIN = "https://news.example/world/ferry-burns"


@pytest.mark.parametrize(
    "raw",
    [
        "http://www.news.example/world/ferry-burns/",
        "https://m.news.example/world/ferry-burns",
        "https://amp.news.example/world/ferry-burns",
        "https://mobile.news.example/world/ferry-burns#comments",
        "https://news.example/world/ferry-burns/amp/",
        "https://news.example/amp/world/ferry-burns",
        "https://news.example/world/ferry-burns.amp",
        "https://news.example/world/ferry-burns/index.html",
        "https://news.example/world/ferry-burns?amp=1&utm_source=x",
        "https://news.example/world/ferry-burns?outputType=amp",
        "https://news-example.cdn.ampproject.org/c/s/news.example/world/ferry-burns?amp",
        "https://www.google.com/amp/s/www.news.example/world/ferry-burns/amp/",
        "https://www.google.com//amp//s//www.news.example/world/ferry-burns",
    ],
)
def test_forms_of_one_address(raw: str) -> None:
    url = canonical_url(raw)
    assert url is not None
    assert url_identity(url) == url_identity(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/world/ferry-burns-2",
        "https://news.example/world/ferry-burns?id=2",
        "https://news.example/world/ferry-burns?page=2",
        "https://live.news.example/world/ferry-burns",
        "https://other.example/world/ferry-burns",
        "https://news.example/amp",
        "https://news.example/world",
    ],
)
def test_other_pages_stay_apart(other: str) -> None:
    assert url_identity(canonical_url(other) or "") != url_identity(PLAIN)


def test_a_caches_own_pages_are_no_other_site() -> None:
    own = "https://www.google.com/amp/"
    assert canonical_url(own) == own
    nested = "https://a.cdn.ampproject.org/c/s/b.cdn.ampproject.org/c/news.example/x"
    assert canonical_url(nested) == "http://news.example/x"


@pytest.mark.parametrize(
    ("host", "kept"),
    [
        ("amp.com.au", "amp.com.au"), ("www.m.com.au", "m.com.au"), ("www.co.uk", "www.co.uk"),
        ("mobile.org.np:8080", "mobile.org.np:8080"), ("m.amp.com.au", "amp.com.au"),
        ("www.news.co.uk", "news.co.uk"), ("www.bbc.example", "bbc.example"),
        ("m.net.hr", "net.hr"), ("www.taz.de", "taz.de"), ("amp.dw.com", "dw.com"),
        ("m.com.example", "com.example"), ("www.example", "www.example"),
    ],
)  # fmt: skip
def test_a_site_whose_name_is_a_devices_keeps_it(host: str, kept: str) -> None:
    assert address_key(f"https://{host}/ferry") == f"{kept}/ferry"


NAMES = st.sampled_from(sorted(TRACKER_NAMES) + [f"{one}x" for one in TRACKER_PREFIXES])


@given(st.lists(NAMES, max_size=4), st.integers(0, 4))
def test_trackers_go_wherever_they_stand(names: list[str], place: int) -> None:
    pairs = [f"{name}=v{n}" for n, name in enumerate(names)]
    asked = "&".join([*pairs[:place], "id=7", *pairs[place:]])
    assert canonical_url(f"{PLAIN}?{asked}") == f"{PLAIN}?id=7"


PARTS = st.lists(
    st.sampled_from(
        [
            "amp",
            "index.html",
            "x.amp",
            "c",
            "s",
            "www.google.com",
            "a.cdn.ampproject.org",
            "x.y",
            "",
        ]
    ),
    max_size=7,
)


@given(
    st.sampled_from(["m.www.h.example", "amp.h.example", "a.cdn.ampproject.org", "google.com"]),
    PARTS,
    st.sampled_from(["", "?amp", "?amp=1&utm_source=a", "?a=1&output=amp&amp=0", "?&&"]),
)
def test_canonical_is_a_fixed_point_and_has_one_key(
    host: str, parts: list[str], query: str
) -> None:
    url = canonical_url(f"HTTPS://{host}/{'/'.join(parts)}{query}")
    if url is not None:
        assert canonical_url(url) == url
        key = address_key(url)
        again = canonical_url(f"http://www.{key}")
        assert again is None or address_key(again) == key
