"""What publishers state to machines of the use of their text."""

import contextlib
import json
import time
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.errors import BadInput
from wireroom.engine.terms import (
    header_terms,
    join_terms,
    meta_terms,
    most_shown,
    reserves_ai,
    restate,
    signal_terms,
    split_terms,
    tdm_rules,
    tdm_terms,
)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("noindex, noai, noimageai", ("noai:X-Robots-Tag",)),
        ("noindex", ()),
        ("NoArchive", ("noarchive:X-Robots-Tag",)),
        ("max-snippet: 0, max-image-preview:large", ("nosnippet:X-Robots-Tag",)),
        ("max-snippet:-1", ()),
        ("otherbot: nosnippet, noarchive", ()),
        ("otherbot: nosnippet, wireroom: noarchive", ("noarchive:X-Robots-Tag",)),
        ("otherbot: noindex, noai", ("noai:X-Robots-Tag",)),
        ("unavailable_after: 2031-01-01, noarchive", ("noarchive:X-Robots-Tag",)),
    ],
)
def test_headers(tag: str, expected: tuple[str, ...]) -> None:
    assert header_terms({"x-robots-tag": tag}) == expected


def test_meta_tags_of_a_head() -> None:
    raw = b"""<head><META content='NOAI, noarchive' name=robots>
    <meta name="googlebot" content="nosnippet"><meta name="tdm-reservation" content="1"></head>"""
    assert meta_terms(raw) == (
        "noai:robots meta",
        "noarchive:robots meta",
        "noai:tdm-reservation meta",
    )


def test_a_page_takes_back_what_its_site_reserves_for_all() -> None:
    rules = tdm_rules('[{"location": "/news/*", "tdm-reservation": 1}, {"location": "/"}]')
    assert tdm_terms(rules, "/news/7") == ("noai:tdmrep.json",)
    assert tdm_terms(rules, "/games") == ()
    freed = join_terms(("noai:tdmrep.json",), header_terms({"tdm-reservation": "0"}))
    assert freed == ""
    assert reserves_ai(join_terms(("noai:ai.txt",), header_terms({"tdm-reservation": "0"})))


@pytest.mark.parametrize(
    ("kept", "stated", "whole", "now"),
    [
        ("noarchive:robots meta", (), True, None),
        ("noai:ai.txt; noarchive:robots meta", ("noai:ai.txt",), True, None),
        ("noarchive:robots meta", ("noai:ai.txt",), True, "noai:ai.txt"),
        ("noai:X-Robots-Tag; noai:tdm-reservation meta", (), True, ""),
        ("noai:X-Robots-Tag", (), False, None),  # a 304 need not repeat it
        ("noai:ai.txt; noai:X-Robots-Tag", (), False, "noai:X-Robots-Tag"),
        ("", ("noai:X-Robots-Tag",), False, "noai:X-Robots-Tag"),
    ],
)
def test_what_is_stated_anew(
    kept: str, stated: tuple[str, ...], *, whole: bool, now: str | None
) -> None:
    assert restate(kept, stated, is_whole=whole) == now


def test_what_may_be_shown() -> None:
    assert most_shown("noai:ai.txt") == ""
    assert most_shown("noai:ai.txt; noarchive:robots meta") == "excerpt"
    assert most_shown("noarchive:robots meta; nosnippet:X-Robots-Tag") == "headline"


@given(st.binary(max_size=300), st.text(max_size=80))
def test_anything_is_read(raw: bytes, text: str) -> None:
    terms = (
        *meta_terms(b"<meta name=robots content='" + raw + b"'>"),
        *header_terms({"x-robots-tag": text}),
    )
    line = join_terms(terms)
    assert join_terms(split_terms(line)) == line
    with contextlib.suppress(BadInput):
        tdm_terms(tdm_rules(text), "/" + text)


@given(st.text("ab*", max_size=8), st.text("ab", max_size=12))
def test_patterns_fit_as_shells_would_have_it(pattern: str, path: str) -> None:
    assert bool(tdm_terms([(pattern, True)], path)) == fnmatchcase(path, f"{pattern}*")


def test_no_list_of_rules_takes_long() -> None:
    rows = [{"location": f"/{'*a' * 100}{n}", "tdm-reservation": 1} for n in range(1_000)]
    rows[0]["location"] = "/" + "*a" * 20_000
    began = time.process_time()
    assert tdm_terms(tdm_rules(json.dumps(rows)), "/" + "b" * 2_000) == ()
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Content-Signal: search=yes, ai-input=no", ("noai:robots.txt",)),
        (" \tcontent-signal : ai-input = no", ("noai:robots.txt",)),
        ("Content-Signal: ai-input=yes", ()),
        ("Content-Signal:\n\nai-input=no", ()),
        ("# of the content-signal: ai-input=no", ()),
    ],
)
def test_content_signals_stand_on_one_line(line: str, expected: tuple[str, ...]) -> None:
    assert signal_terms(f"User-agent: *\r\n\r\n{line}\r\nDisallow: /x") == expected


@pytest.mark.parametrize(
    "line", ["\n", "\n content-signal:", "content-signal: ai-input ai-input\n"]
)
def test_the_time_for_signals_grows_with_the_text(line: str) -> None:
    def seconds(times: int) -> float:
        text = line * times
        started = time.process_time()
        signal_terms(text)
        return time.process_time() - started

    # Ten times the text: 10 where time is linear, 100 where it is quadratic; less is noise.
    assert min(seconds(50_000) for _ in "abc") < 30 * max(min(map(seconds, [5_000] * 3)), 0.002)
