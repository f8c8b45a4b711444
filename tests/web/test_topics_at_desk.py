"""Topics at the desk: found, joined, parted, renamed and hidden, each taken back from the log."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.text import slugify
from tests.web.newsroom import make_article, make_outlet, make_story, make_topic, tag_story
from tests.web.test_desk_pages import at_desk, latest

from wireroom.news.models import StoryTopic, Topic, TopicMend, TopicName
from wireroom.people.roles import Role

pytestmark = pytest.mark.django_db


def make_named(name: str, *names: str, stories: int = 1) -> Topic:
    """Make a topic of a person with stories, and other names by which these mean it."""
    topic = make_topic(name)
    Topic.objects.filter(pk=topic.pk).update(kind="person", slug=slugify(name))
    for one in (name, *names):
        TopicName.objects.create(topic=topic, kind="person", key=one.casefold())
    outlet = make_outlet(f"Wire of {name}")
    for number in range(stories):
        tag_story(make_story([make_article(outlet, f"{name} speaks {number}")]), topic)
    topic.refresh_from_db()
    return topic


@pytest.fixture
def editor() -> Client:
    return at_desk()


def send(client: Client, topic: Topic, deed: str, **fields: object) -> str:
    path = f"/en/desk/topic/{topic.pk}/mend/"
    return client.post(path, {"deed": deed, **fields}, follow=True).content.decode()


def take_back(client: Client) -> str:
    """Press the first button of the log that takes something back."""
    log = client.get("/en/desk/log/").content.decode()
    found = re.search(r'action="(/en/desk/topic/undo/\d+/)"', log)
    assert found
    return client.post(found[1], follow=True).content.decode()


def test_two_become_one_after_a_look_and_are_two_again(editor: Client) -> None:
    jane, joan = make_named("Jane Farrant", stories=2), make_named("Joan Farrant")
    found = editor.get("/en/desk/topics/", {"q": "farrant"}).content.decode()
    assert found.count('href="/en/desk/topic/') == 2
    preview = editor.get(f"/en/desk/topic/{joan.pk}/", {"into": jane.pk}).content.decode()
    assert "would stand with those of" in preview
    assert not TopicMend.objects.exists()
    send(editor, joan, "merge", into=jane.pk, why="a misprint")
    assert (latest().deed, latest().why) == ("topic.merge", "a misprint")
    old = editor.get(f"/en/topic/{joan.slug}-{joan.pk}/")
    assert old["Location"] == f"/en/topic/{jane.slug}-{jane.pk}/"
    assert StoryTopic.objects.filter(topic=jane).count() == 3
    take_back(editor)
    joan.refresh_from_db()
    assert joan.merged_into_id is None
    assert latest().deed == "topic.undo-merge"


def test_names_in_both_languages_and_the_second_of_two_editors(editor: Client) -> None:
    topic = make_named("Jane Farrant")
    page = editor.get(f"/en/desk/topic/{topic.pk}/").content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    first = {"name-en": "Jane B. Farrant", "name-ar": "جين فارانت", "seen": seen[1]}
    send(editor, topic, "rename", **first)
    assert editor.get(f"/ar/topic/jane-b-farrant-{topic.pk}/").status_code == 200
    assert "جين فارانت" in editor.get(f"/ar/topic/jane-b-farrant-{topic.pk}/").content.decode()
    second = {"deed": "rename", "name-en": "J. Farrant", "name-ar": "", "seen": seen[1]}
    answer = editor.post(f"/en/desk/topic/{topic.pk}/mend/", second)
    assert answer.status_code == 409
    assert 'value="J. Farrant"' in answer.content.decode()
    assert "<bdi>Jane B. Farrant</bdi>" in answer.content.decode()
    topic.refresh_from_db()
    assert topic.names == {"en": "Jane B. Farrant", "ar": "جين فارانت"}
    take_back(editor)
    topic.refresh_from_db()
    assert topic.names == {"en": "Jane B. Farrant"}


def test_hidden_parted_and_detached_are_taken_back(editor: Client) -> None:
    topic = make_named("Jane Farrant", "jane the elder", stories=2)
    address = f"/en/topic/{topic.slug}-{topic.pk}/"
    send(editor, topic, "hide")
    assert editor.get(address).status_code == 410
    take_back(editor)
    assert editor.get(address).status_code == 200
    story = StoryTopic.objects.filter(topic=topic).earliest("pk").story_id
    send(editor, topic, "part", story=[story])
    assert StoryTopic.objects.get(story=story).topic_id != topic.pk
    take_back(editor)
    assert StoryTopic.objects.get(story=story).topic_id == topic.pk
    send(editor, topic, "detach", alias="jane the elder")
    assert not TopicName.objects.filter(topic=topic, key="jane the elder").exists()
    take_back(editor)
    assert TopicName.objects.filter(topic=topic, key="jane the elder").exists()


@pytest.mark.parametrize(
    ("deed", "fields"),
    [
        ("merge", {"into": "x"}), ("merge", {"into": 999999}), ("part", {}),
        ("part", {"story": [999999]}), ("detach", {"alias": "nobody"}),
        ("detach", {"alias": "jane farrant"}), ("detach", {}),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(editor: Client, deed: str, fields: dict[str, object]) -> None:
    topic = make_named("Jane Farrant")
    assert 'role="alert"' in send(editor, topic, deed, **fields)
    assert not TopicMend.objects.exists()


def test_only_editors_come_here() -> None:
    topic = make_named("Jane Farrant")
    for client in (
        at_desk(Role.MODERATOR, "m@tidewire.example"),
        at_desk(Role.READER, "r@x.example"),
    ):
        assert client.get("/en/desk/topics/").status_code == 404
        assert client.get(f"/en/desk/topic/{topic.pk}/").status_code == 404
        assert client.post(f"/en/desk/topic/{topic.pk}/mend/", {"deed": "hide"}).status_code == 404
        assert client.post("/en/desk/topic/undo/1/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_is_constant(editor: Client, rows: int) -> None:
    topic = make_named("Jane Farrant", *(f"jane {n}" for n in range(rows)), stories=rows)
    with CaptureQueriesContext(connection) as queries:
        assert editor.get(f"/ar/desk/topic/{topic.pk}/").status_code == 200
    assert len(queries) <= 11
