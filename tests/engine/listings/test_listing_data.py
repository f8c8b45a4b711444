"""Fronts that scripts fill: the reports that a page holds as data are links as any others."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import NotAFeed
from wireroom.engine.listings.read import read_listing

AT = "https://www.tide.example/world"
NAMES = ("Council rejects the new ferry plan", "Storm closes two schools in Ostvik")


def read(*scripts: str) -> list[tuple[str | None, str | None]]:
    page = f'<html><body><div id="root"></div>{"".join(scripts)}</body></html>'.encode()
    return [(one.url, one.title) for one in read_listing(page, url=AT).entries]


def script(value: object, kind: str = "application/json") -> str:
    return f'<script type="{kind}">{json.dumps(value)}</script>'


def reports(address: str, headline: str, wrap: Any = lambda words: words) -> list[dict[str, Any]]:
    return [
        {address: f"/2031/05/0{n}/a-report-of-the-day-{n}/", headline: wrap(f"{NAMES[n % 2]} {n}")}
        for n in range(1, 7)
    ]


@pytest.mark.parametrize(
    ("address", "headline", "wrap"),
    [
        ("url", "headline", str),
        ("link", "title", lambda words: {"rendered": f"<b>{words}</b>"}),
        ("canonical_url", "headlines", lambda words: {"basic": words}),
        ("path", "title", str),
    ],
)
def test_the_state_of_scripts_is_read_whatever_it_calls_things(
    address: str, headline: str, wrap: Any
) -> None:
    state = {"props": {"pageProps": {"blocks": [{"items": reports(address, headline, wrap)}]}}}
    wanted = [
        (f"https://www.tide.example/2031/05/0{n}/a-report-of-the-day-{n}/", f"{NAMES[n % 2]} {n}")
        for n in range(1, 7)
    ]
    assert read(script(state)) == wanted
    assert read(f"<script>window.__STATE__ = {json.dumps(state)};start()</script>") == wanted


def test_a_list_of_json_ld_is_read_and_its_crumbs_are_not() -> None:
    items = [
        {"@type": "ListItem", "position": n, **one}
        for n, one in enumerate(reports("url", "name"), 1)
    ]
    crumbs = [{"@type": "ListItem", "name": "All the news of the world", "item": "/2031/05/01/w/"}]
    blocks = [
        {"@type": "ItemList", "itemListElement": items},
        {"@type": "BreadcrumbList", "itemListElement": crumbs},
    ]
    assert len(read(script({"@graph": blocks}, "application/ld+json"))) == 6


def test_menus_people_and_other_sites_are_no_reports() -> None:
    other = [{**one, "url": f"https://else.example{one['url']}"} for one in reports("url", "title")]
    menu = [{"url": f"/{name}/", "title": name} for name in ("sport", "world", "money", "arts")]
    people = [{"url": f"/author/{n}/", "title": "By a writer of this very house"} for n in range(5)]
    assert read(script([other, menu, people])) == []


def test_what_the_page_shows_stands_first_and_once() -> None:
    names = ["Shown as number 1 today", "Shown as number 2 today"]
    rows = zip(names, reports("url", "title"), strict=False)
    shown = "".join(f'<li><h3><a href="{one["url"]}">{name}</a></h3></li>' for name, one in rows)
    found = read(f"<main>{shown}</main>", script(reports("url", "title")))
    assert [title for _, title in found[:2]] == names
    assert len(found) == 6


@pytest.mark.parametrize(
    "raw",
    ["[" * 200_000, '{"a":' * 100_000, "{", "null", '{"url": 5, "title": ["x"]}', "x" * 6_000_000],
)
def test_hostile_data_is_passed_over(raw: str) -> None:
    good = script(reports("url", "title"))
    bad = f'<script type="application/json">{raw}</script><script>__STATE__={raw}</script>'
    assert len(read(bad, good)) == 6


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["url", "title", "@type", "link", "headline"]), inner)
    ),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(_JSON)
def test_any_data_is_read(value: object) -> None:
    try:
        found = read(script(value))
    except NotAFeed:
        return
    assert all(url and url.startswith("https://www.tide.example/") for url, _ in found)
