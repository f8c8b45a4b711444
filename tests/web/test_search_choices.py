"""Searching within topics and what is chosen by hand, and following a search as it was chosen."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story, make_topic, tag_story
from tests.web.test_search_page import BODY, found, index, shown

from wireroom.news.models import Article, Story, Topic, TopicName
from wireroom.news.queries import search_topics

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> list[Article]:
    """Make a report of the harbour's story, one beside it, and one that has no story."""
    echo, bell = make_outlet("Lowen Echo"), make_outlet("Orme Bell", country="EG")
    told = [
        make_article(echo, "Ferry at the harbour", body=BODY, hours=3),
        make_article(bell, "Ferry for sale", body=BODY, wire_credit="Orme Press", hours=4),
        make_article(bell, "Ferry alone", body=BODY, hours=900),
    ]
    harbour = make_topic("Orme Harbour")
    TopicName.objects.create(topic=harbour, kind="place", key="orme harbour")
    tag_story(make_story(told[:1]), harbour)
    tag_story(make_story(told[1:2]), make_topic("economy", kind="subject"))
    index(*told)
    return told


@pytest.mark.parametrize("many", [False, True])
def test_a_search_keeps_to_topics(
    client: Client, told: list[Article], many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if many:  # as if more stories were of them than are looked up one by one
        monkeypatch.setattr(search_topics, "MOST_STORIES", 0)
    for sort in ("", "new"):
        assert found(client, "ferry topic:orme-harbour", sort=sort) == ["Ferry at the harbour"]
        assert found(client, 'topic:"Orme Harbour"', sort=sort) == ["Ferry at the harbour"]
        both = found(client, "ferry topic:orme-harbour topic:economy", sort=sort)
        assert both == ["Ferry at the harbour", "Ferry for sale"]
        left = found(client, "ferry -topic:economy", sort=sort)
        assert left == ["Ferry at the harbour", "Ferry alone"]
        assert found(client, "ferry topic:nowhere", sort=sort) == []
        assert found(client, "zeppelin topic:economy", sort=sort) == []
        assert found(client, "topic:economy outlet:lowen-echo", sort=sort) == []


def test_merged_topics_lead_on_and_hidden_ones_are_none(
    client: Client, told: list[Article]
) -> None:
    harbour, economy = Topic.objects.get(kind="place"), Topic.objects.get(kind="subject")
    old = Topic.objects.create(
        kind="place", key="old", slug="old-pier", name="Old Pier", created_at=told[0].seen_at,
        merged_into=harbour,
    )  # fmt: skip
    assert found(client, f"topic:old-pier-{old.pk}") == ["Ferry at the harbour"]
    Topic.objects.filter(pk=economy.pk).update(hidden_at=told[0].seen_at)
    assert found(client, "topic:economy") == []


def test_what_can_be_typed_can_be_chosen(client: Client, told: list[Article]) -> None:
    page = shown(client, "ferry")
    for option in ('value="orme-bell"', 'value="EG"', 'value="economy"', 'value="wire"'):
        assert f"<option {option}>" in page
    assert '<details class="more-filters">' in page
    assert found(client, "ferry", outlet="orme-bell", sort="new") == [
        "Ferry for sale",
        "Ferry alone",
    ]
    assert found(client, "ferry", of="eg", **{"is": "wire"}) == ["Ferry for sale"]
    assert found(client, "", section="economy") == ["Ferry for sale"]
    assert found(client, "ferry", has="quotes") == []
    day = told[2].sort_at.date().isoformat()
    assert found(client, "ferry", to=day, **{"from": day}) == ["Ferry alone"]
    chosen = shown(client, "ferry", section="economy")
    assert '<details class="more-filters" open>' in chosen
    assert '<option value="economy" selected>' in chosen
    for wrong in ("<script>", "\x00", "9" * 400, "2031-13-40", '"'):
        shown(client, "ferry", **dict.fromkeys(("outlet", "section", "is", "has", "from"), wrong))


def test_a_followed_search_keeps_what_was_chosen(client: Client, told: list[Article]) -> None:
    page = shown(client, "ferry", of="EG", since="7", **{"in": "en", "is": "wire"})
    words = "ferry%20lang%3Aen%20country%3Aeg%20is%3Awire%20days%3A7"
    assert f'mine/follow/?words={words}"' in page
    assert found(client, "ferry lang:en country:eg is:wire days:7") == ["Ferry for sale"]
    assert 'mine/follow/?words=topic%3Aeconomy"' in shown(client, "", section="economy")
    assert "words=" not in shown(client, "")
    long = shown(client, "ferry " * 100, section="economy")
    assert long.partition("words=")[2].partition('"')[0].endswith("topic%3Aeconomy")


def test_a_long_list_of_outlets_is_typed(
    client: Client, told: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom.web.choosing._MOST_OUTLETS", 1)
    assert '<input type="text" name="outlet"' in shown(client, "ferry")
    assert found(client, "ferry", outlet="Lowen Echo") == ["Ferry at the harbour"]


def test_queries_do_not_grow_with_topics(
    client: Client, told: list[Article], django_assert_max_num_queries: Any
) -> None:
    limit = 2 if connection.vendor == "postgresql" else 0
    for asked in ("topic:economy", "topic:economy topic:orme-harbour"):
        with django_assert_max_num_queries(11 + limit):
            shown(client, f"ferry {asked}")
    assert Story.objects.count() == 2
