"""The front names the outlets of its stories, fewer of them where there is less room."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

pytestmark = pytest.mark.django_db
PAPERS = ("Bell", "Echo", "Globe", "Lantern", "Mail")


def test_every_story_names_other_outlets(client: Client) -> None:
    outlets = [make_outlet(name) for name in PAPERS]
    for place in range(6):
        told = [make_article(one, f"Event {place} in {one.name}") for one in outlets]
        make_story(told, rank=9.0 - place, outlets_count=5, outlet_names=list(PAPERS))
    page = client.get("/en/").content.decode()
    top, _, briefs = page.partition('class="briefs"')
    assert top.count("<bdi>Echo</bdi>, <bdi>Globe</bdi>, <bdi>Lantern</bdi> and 1 more") == 5
    assert briefs.count("<bdi>Echo</bdi>, <bdi>Globe</bdi> and 2 more") == 1


def test_one_outlet_alone_has_no_others(client: Client) -> None:
    make_story([make_article(make_outlet("Bell"), "Event")])
    assert "Also:" not in client.get("/en/").content.decode()
