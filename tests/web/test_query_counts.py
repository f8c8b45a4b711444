"""The number of queries does not grow with what a page shows."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import (
    make_article,
    make_copy,
    make_outlet,
    make_story,
    make_storyline,
    share_names,
)

from wireroom.news.models import Brief

pytestmark = pytest.mark.django_db


def live(rows: int) -> dict[str, Any]:
    """Return the structure of a live blog of so many entries."""
    at = "2026-03-03T12:00:00+00:00"
    entries = [{"heading": "H", "at": at, "first": n, "end": n + 1} for n in range(1, rows + 1)]
    return {"live_entries": entries}


def quote_of(articles: list[int]) -> dict[str, Any]:
    """Return a quote that these articles have."""
    sayings = [["Never again, they said", article, 1, 0, 22] for article in articles]
    return {
        "saying": sayings[0], "kind": "direct", "speakers": ["A Roe"], "addressee": "", "via": [],
        "others": sayings[1:], "carried": len(sayings), "independent": 1, "first": articles[0],
    }  # fmt: skip


def fill(rows: int) -> dict[str, str]:
    """Make `rows` stories of `rows` + 1 reports with copies; return the addresses by name."""
    outlets = [
        make_outlet(f"Outlet {number}", policy="excerpt" if number else "full")
        for number in range(rows + 1)
    ]
    stories = []
    for number in range(rows):
        articles = [
            make_article(outlet, f"{outlet.name} on {number}", hours=9 - place, key_points=["P"],
                         body="\n\n".join("abcd"[: rows + 1]), structure=live(rows))
            for place, outlet in enumerate(outlets)
        ]  # fmt: skip
        for carrier in articles[1:]:
            make_copy(articles[0], carrier)
        stories.append(make_story(articles, rank=float(number)))
    make_storyline(stories)
    share_names(
        stories, [make_story([make_article(outlets[0], f"Of old {n}")]) for n in range(rows)]
    )
    for story in stories:
        members = [place.article_id for place in story.memberships.all()]
        quotes = [quote_of(members) for _ in range(rows)]
        Brief.objects.create(story=story, content={"quotes": quotes})
    story = stories[0]
    carried = story.memberships.exclude(article=story.lead_id).earliest("article_id")
    return {
        "front": "/en/",
        "story": f"/en/story/{story.pk}/",
        "quotes": f"/en/story/{story.pk}/quotes/",
        "ask": f"/en/story/{story.pk}/ask/?q=Who+won%3F",
        "grouping": f"/en/story/{story.pk}/grouping/",
        "article": f"/en/article/{story.lead_id}/",
        "carrier": f"/en/article/{carried.pk}/",
        "comparison": f"/en/compare/{story.lead_id}/{carried.pk}/",
        "outlet": f"/en/outlet/{outlets[0].slug}/",
    }


MOST = {
    "front": 2, "story": 8, "quotes": 4, "ask": 5, "grouping": 5, "article": 7, "carrier": 6,
    "comparison": 2, "outlet": 5,
}  # fmt: skip


@pytest.mark.parametrize("page", MOST)
@pytest.mark.parametrize("rows", [1, 3])
def test_query_count_is_constant(client: Client, page: str, rows: int) -> None:
    address = fill(rows)[page]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert len(queries) == MOST[page], "\n".join(query["sql"] for query in queries)
