"""A story's page names the same event in other languages, and why."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Story

pytestmark = pytest.mark.django_db


def tell_twice() -> tuple[Story, Story]:
    english = make_outlet("The Courier")
    arabic = make_outlet("المرسى", lang="ar", name_en="Al-Marsa")
    one = make_story([make_article(english, "Night ferry fire off Port Alderne")])
    other = make_story([make_article(arabic, "حريق عبارة قبالة بورت ألديرن", lang="ar")])
    why = {"names": ["Alderne", "Velmora"], "numbers": ["214"]}
    Story.objects.filter(pk=one.pk).update(event=one)
    Story.objects.filter(pk=other.pk).update(event=one, event_why=why)
    return one, other


@pytest.mark.parametrize("code", ["en", "ar"])
def test_each_telling_leads_to_the_other(client: Client, code: str) -> None:
    one, other = tell_twice()
    for here, there in ((one, other), (other, one)):
        page = client.get(f"/{code}/story/{here.pk}/").content.decode()
        assert f'href="/{code}/story/{there.pk}/"' in page
        assert there.headline in page
        assert "<bdi>Velmora</bdi>" in page
        assert "<bdi>214</bdi>" in page


def test_a_story_told_in_one_language_says_nothing_of_others(client: Client) -> None:
    story = make_story([make_article(make_outlet("The Courier"), "A quiet day in Sarn")])
    make_story([make_article(make_outlet("The Ledger"), "Another day in Sarn")])
    page = client.get(f"/en/story/{story.pk}/").content.decode()
    assert "other languages" not in page


def test_a_telling_that_went_into_another_story_is_not_shown(client: Client) -> None:
    one, other = tell_twice()
    Story.objects.filter(pk=other.pk).update(merged_into=one)
    page = client.get(f"/en/story/{one.pk}/").content.decode()
    assert "other languages" not in page


@pytest.mark.parametrize(
    ("code", "mark"), [("en", "also in <bdi>Arabic</bdi>"), ("ar", "بلغات أخرى أيضًا: <bdi>")]
)
def test_a_front_says_that_other_languages_tell_a_story(
    client: Client, code: str, mark: str
) -> None:
    tell_twice()
    assert mark in client.get(f"/{code}/").content.decode()


def test_a_front_says_nothing_of_a_telling_that_is_gone(client: Client) -> None:
    _, other = tell_twice()
    Story.objects.filter(pk=other.pk).update(rank=None)
    assert "also in" not in client.get("/en/").content.decode()
