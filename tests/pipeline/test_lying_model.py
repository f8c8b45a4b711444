"""A model that lies about the sample newsroom: none of its lies reaches a page, in any edition."""

import html
import json
from collections.abc import Iterator, Mapping

import pytest
from benchmarks.lies_set import TRUTH, load_cases
from django.test import Client
from pytest_django import Settings
from tests.adapters.model_server import Asked, Does, given, model_server
from tests.pipeline.model_desk import ModelDesk
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.insight.written.request import MOST_POINTS
from wireroom.news.models import ModelDay, Story, Writing

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]

Lies = Mapping[str, list[str]]


def lies_by_article() -> Lies:
    """Return lies about the reports of the sample newsroom, by their texts."""
    lies: dict[str, list[str]] = {}
    for half in ("tuned", "held"):
        for case in load_cases(half):
            told = lies.setdefault(case.article.text, [])
            if case.manner != TRUTH and len(told) < MOST_POINTS - 2:
                told.append(case.claim.text)
    return {text: told for text, told in lies.items() if told}


def lie(asked: Asked, lies: Lies) -> Does:
    """Say what is false of the report given, and cite its every sentence; two truths between."""
    sentences = given(asked)
    text = next(text for text in lies if sentences[0][1] in text.replace("\n", " "))
    told = [
        {"text": one, "sentences": [number for number, _ in sentences][:8]} for one in lies[text]
    ]
    told += [{"text": sentence, "sentences": [number]} for number, sentence in sentences[:2]]
    return Does(json.dumps({"points": told}, ensure_ascii=False))


@pytest.fixture
def lies() -> Lies:
    return lies_by_article()


@pytest.fixture
def desk(lies: Lies, settings: Settings) -> Iterator[ModelDesk]:
    with model_server(lambda asked: lie(asked, lies)) as server:
        made = ModelDesk(server.url)
        settings.AI = made.settings
        yield made


def file_stories(lies: Lies) -> list[tuple[Story, list[str]]]:
    """File a story of each report that there are lies about."""
    outlet = make_outlet("Tidewire", policy="full")
    found = []
    for number, (text, told) in enumerate(lies.items()):
        body, lang = text.replace("\n", "\n\n"), "ar" if "ا" in text else "en"
        article = make_article(outlet, f"Report {number}", body=body, lang=lang)
        found.append((make_story([article]), told))
    return found


def is_written(story: Story) -> bool:
    return Writing.objects.filter(story=story, written_at__isnull=False).exists()


def test_no_lie_reaches_a_page(desk: ModelDesk, lies: Lies, client: Client) -> None:
    stories = file_stories(lies)
    desk.brief(*(story for story, _ in stories))
    desk.write()
    for story, told in stories:
        for edition in ("en", "ar"):
            page = html.unescape(client.get(f"/{edition}/story/{story.pk}/").content.decode())
            assert [one for one in told if f">{one}<" in page] == []
    asked = [told for story, told in stories if is_written(story)]  # one is of two sentences
    day = ModelDay.objects.get(feature="key_points")
    assert day.calls == len(asked) > 50
    assert day.withheld >= sum(map(len, asked))


def test_what_it_says_between_its_lies_and_is_so_is_shown(
    desk: ModelDesk, lies: Lies, client: Client
) -> None:
    stories = file_stories(lies)
    desk.brief(*(story for story, _ in stories))
    desk.write()
    shown = [
        story
        for story, _ in stories
        if "a machine" in client.get(f"/en/story/{story.pk}/").content.decode()
    ]
    assert len(shown) > len(stories) // 4
