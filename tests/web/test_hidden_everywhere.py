"""What editors agree is an error leaves what models, groups of outlets and topics show, too."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from tests.pipeline.model_desk import ModelDesk
from tests.web.newsroom import make_article, make_outlet, make_story
from tests.web.test_perspectives_pages import articles, by_country, finding, group, story_of
from tests.web.test_topic_pages import address, make_topic

from wireroom.news.models import Article, ErrorState, Story, StoryTopic, Writing
from wireroom.news.services.errors import Noted, decide_error, file_error
from wireroom.pipeline.material import read_material

pytestmark = pytest.mark.django_db

WRONG = "The dam at Hesper held back twelve million tons"
RIGHT = "Farmers below Hesper moved their herds uphill overnight"
LAST = "The river board opens a second sluice at noon"
NIGHT = "Nobody in the valley slept for two nights"
BODY = f"{WRONG}. {RIGHT}. {LAST}. {NIGHT}."


@pytest.fixture
def article() -> Article:
    return make_article(make_outlet("Tidewire", policy="full"), "Dam at Hesper", body=BODY)


def saying(text: str, article: Article) -> list[Any]:
    at = max(BODY.find(text), 0)
    return [text, article.pk, 1, at, at + len(text)]


def agree_wrong(text: str, *wrong: Article) -> list[int]:
    """Have an editor agree that words of some articles are an error."""
    numbers = []
    for one in wrong:
        noted = Noted(article=one.pk, revision=1, start=0, end=len(text), room="points", shown=text)
        error = file_error(noted, sender=f"k{one.pk}", now=timezone.now())
        decide_error(error.pk, ErrorState.AGREED, by="Desk", now=timezone.now())
        numbers.append(error.pk)
    return numbers


def page_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def written_of(article: Article) -> Story:
    story = make_story([article])
    points = [
        {"text": f"{text} now.", "cited": [saying(text, article)]} for text in (WRONG, RIGHT, LAST)
    ]
    Writing.objects.create(
        story=story, content={"points": points}, model="tiny", written_at=timezone.now()
    )
    return story


@pytest.mark.usefixtures("with_model")
def test_a_models_point_that_rests_on_it_is_gone(client: Client, article: Article) -> None:
    path = f"/en/story/{written_of(article).pk}/"
    assert f"{WRONG} now." in page_of(client, path)
    (number,) = agree_wrong(WRONG, article)
    page = page_of(client, path)
    assert f"{WRONG} now." not in page
    assert f"{RIGHT} now." in page
    decide_error(number, ErrorState.DECLINED, by="Desk", now=timezone.now())
    assert f"{WRONG} now." in page_of(client, path)


@pytest.fixture
def with_model(settings: Settings) -> None:
    settings.AI = ModelDesk("http://192.0.2.7/v1").settings


@pytest.mark.parametrize("tail", ["", "perspectives/"])
def test_what_groups_tell_is_gone_wherever_it_is_hidden(client: Client, tail: str) -> None:
    made = articles(2)
    opening = {"sayings": [[WRONG, made[1].pk, 1, 0, len(WRONG)]], "distinct": True}
    found = finding(*made, text=RIGHT)
    views = by_country(group("EG", found, opening=opening), group("GB"))
    path = f"/en/story/{story_of(made, perspectives=views).pk}/{tail}"
    before = page_of(client, path)
    assert WRONG in before
    assert RIGHT in before
    agree_wrong(WRONG, made[1])
    agree_wrong(RIGHT, made[0])
    page = page_of(client, path)
    assert WRONG not in page
    assert f"/en/article/{made[1].pk}/#:~:text=Farmers" in page  # another's words stand in
    agree_wrong(RIGHT, made[1])
    assert RIGHT not in page_of(client, path)


def test_a_topics_page_does_not_cite_it(client: Client, article: Article) -> None:
    story, topic = make_story([article]), make_topic("Hesper", "place")
    StoryTopic.objects.create(
        story=story, topic=topic, lang="en", at=article.sort_at, salience=1.0, reports=1,
        voices=1, mentions=[[*saying(WRONG, article), 0]],
    )  # fmt: skip
    assert "#:~:text=The%20dam%20at%20Hesper" in page_of(client, address(topic))
    agree_wrong(WRONG, article)
    page = page_of(client, address(topic))
    assert "#:~:text=" not in page
    assert "Dam at Hesper" in page


def test_no_model_is_given_it(article: Article) -> None:
    story = make_story([article])
    assert len(read_material([story.pk])[story.pk].sentences) == 4
    agree_wrong(f"{WRONG}.", article)
    material = read_material([story.pk])[story.pk]
    assert [one.text for one in material.sentences] == [f"{RIGHT}.", f"{LAST}.", f"{NIGHT}."]
    assert [one.number for one in material.sentences] == [1, 2, 3]
