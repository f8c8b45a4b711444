"""Comments that a host takes along: all, or a story's, for those who moderate and nobody else."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.talking_room import HELD, SAID, browser_of, make_comment, make_person, make_talked

from wireroom.cli import main
from wireroom.news.models import Story
from wireroom.people.models import Person
from wireroom.talk.models import RemovedFor
from wireroom.talk.services.moderating import Moderating

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _comments_are_on(settings: Any) -> None:
    settings.WIREROOM_COMMENTS = True


def exported(browser: Client, story: Story) -> list[dict[str, Any]]:
    answer = browser.get(f"/en/mine/queue/export/{story.pk}.jsonl")
    assert answer.status_code == 200
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return [json.loads(line) for line in body.splitlines()]


def talked() -> tuple[Story, Person]:
    """Make a story with a comment that was removed, its answer, and one that is held."""
    story, dora = make_talked(), make_person("Dora", is_staff=True)
    first = make_comment(story, make_person("Ilsa"))
    make_comment(story, make_person("Omar"), "So it should.", to=first)
    make_comment(story, make_person("Vera"), HELD)
    Moderating(by=dora, now=timezone.now(), words="Wrong story").remove(
        first.pk, RemovedFor.OFF_TOPIC
    )
    return story, dora


def test_all_that_was_said_goes_along_and_no_address() -> None:
    story, dora = talked()
    rows = exported(browser_of(dora), story)
    assert [(row["by"], row["state"]) for row in rows] == [
        ("Ilsa", "removed"), ("Omar", "shown"), ("Vera", "held"),
    ]  # fmt: skip
    assert (rows[0]["text"], rows[0]["removed_for"]) == (SAID, "off_topic")
    assert rows[0]["removed_words"] == "Wrong story"
    assert rows[1]["answers"] == rows[0]["id"]
    assert "@" not in json.dumps(rows)


def test_it_is_for_those_who_moderate() -> None:
    story, _ = talked()
    path = f"/en/mine/queue/export/{story.pk}.jsonl"
    assert Client().get(path).status_code == 302
    assert browser_of(make_person("Reader")).get(path).status_code == 404
    assert path not in Client().get(f"/en/story/{story.pk}/comments/").content.decode()


def test_a_story_or_all_by_command(capsys: pytest.CaptureFixture[str]) -> None:
    story, dora = talked()
    other = make_comment(make_talked("A bridge opens"), dora, "At last.")
    assert main(["comments", "export", "--story", str(story.pk)]) == 0
    of_story = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert main(["comments", "export"]) == 0
    every = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert every == [*of_story, other.pk]
    assert main(["comments", "export", "--story", "999999"]) == 0
    said = capsys.readouterr()
    assert (said.out, "nobody commented on story 999999" in said.err) == ("", True)


def test_what_was_merged_into_a_story_goes_along_and_queries_do_not_grow() -> None:
    story, dora = talked()
    old = make_talked("Ferry goes down")
    make_comment(old, make_person("Nils"))
    browser = browser_of(dora)
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert len(exported(browser, story)) == 3
    Story.objects.filter(pk=old.pk).update(merged_into=story)
    with CaptureQueriesContext(connection) as more:
        assert [row["by"] for row in exported(browser, story)][-1] == "Nils"
    assert len(more) == len(few)
