"""What stands in closed threads and on withdrawn stories is out of every reader's sight."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.talking_room import SAID, browser_of, make_comment, make_person, make_talked

from wireroom.news.models import Story
from wireroom.talk.models import Comment, Mode
from wireroom.talk.services.moderating import Moderating

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _comments_are_on(settings: Any) -> None:
    settings.WIREROOM_COMMENTS = True


@pytest.fixture
def said() -> Comment:
    return make_comment(make_talked(), make_person("Ilsa"))


def withdraw(story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(spiked_at=timezone.now())


def withdraw_after_a_merge(story: Story) -> None:
    """Merge a story into one that was merged, and withdraw what stands for both."""
    between, last = make_talked("A ferry sinks"), make_talked("Ferries of Ostvik")
    Story.objects.filter(pk=story.pk).update(merged_into=between)
    Story.objects.filter(pk=between.pk).update(merged_into=last)
    withdraw(last)


def close(story: Story) -> None:
    desk = make_person(is_staff=True)
    Moderating(by=desk, now=timezone.now()).set_mode(story.pk, Mode.CLOSED)


def answers(browser: Client, said: Comment) -> dict[str, int]:
    """Return what a comment's pages answer, by their names; none may tell what it says."""
    deeds = ("flag", "reply", "block")
    pages = {deed: browser.get(f"/en/mine/comments/{deed}/{said.pk}/") for deed in deeds}
    assert all(SAID in page.content.decode() or page.status_code != 200 for page in pages.values())
    return {deed: page.status_code for deed, page in pages.items()}


@pytest.mark.parametrize("hide", [withdraw, withdraw_after_a_merge, close])
def test_nobody_reads_it_by_its_number(hide: Callable[[Story], None], said: Comment) -> None:
    reader, nameless = browser_of(make_person("Omar")), browser_of(make_person())
    assert set(answers(reader, said).values()) == {200}
    hide(said.story)
    for browser in (reader, nameless):
        assert set(answers(browser, said).values()) == {404}


def test_the_desk_still_does(said: Comment) -> None:
    desk = browser_of(make_person("Dora", is_staff=True))
    close(said.story)
    assert answers(desk, said) == {"flag": 200, "reply": 200, "block": 200}
    withdraw(said.story)
    assert answers(desk, said) == {"flag": 200, "reply": 404, "block": 200}


def test_a_story_that_was_merged_twice_is_still_talked_about(said: Comment) -> None:
    between, last = make_talked("A ferry sinks"), make_talked("Ferries of Ostvik")
    Story.objects.filter(pk=said.story_id).update(merged_into=between)
    Story.objects.filter(pk=between.pk).update(merged_into=last)
    assert set(answers(browser_of(make_person("Omar")), said).values()) == {200}


def headlines_of(browser: Client) -> tuple[str, list[str | None]]:
    """Return a person's own page, and the headlines that they take along."""
    pieces = browser.get("/en/mine/export/").streaming_content  # type: ignore[attr-defined]
    kept = json.loads(b"".join(pieces))["talk"]["comments"]
    page = browser.get("/en/mine/comments/").content.decode()
    return page, [one["headline"] for one in kept]


@pytest.mark.parametrize("hide", [withdraw, withdraw_after_a_merge])
def test_a_withdrawn_headline_is_not_told_to_who_commented(hide: Callable[[Story], None]) -> None:
    one, story = make_person("Ilsa"), make_talked()
    make_comment(story, one)
    make_comment(make_talked("Bridge opens"), one, "A bridge at last")
    browser = browser_of(one)
    assert headlines_of(browser)[1] == [story.headline, "Bridge opens"]
    hide(story)
    page, kept = headlines_of(browser)
    assert kept == [None, "Bridge opens"]
    assert story.headline not in page
    assert "Ferries of Ostvik" not in page
    assert f"of/{story.pk}/" not in page
    assert "This story was withdrawn" in page
    assert SAID in page
    assert "Bridge opens" in page


@pytest.mark.parametrize("deed", ["delete", "flag", "block"])
def test_what_was_done_is_said_where_there_is_no_thread_to_lead_to(
    deed: str, said: Comment
) -> None:
    person = said.commenter.person if said.commenter else None
    assert person is not None
    if deed != "delete":
        person = make_person("Dora", is_staff=True)
    withdraw(said.story)
    path = f"/en/mine/comments/{deed}/{said.pk}/"
    answer = browser_of(person).post(path, {"kind": "spam"}, follow=True)
    assert answer.redirect_chain == [("/en/mine/comments/", 302)]
    said_of_it = {
        "delete": "Your comment is deleted",
        "flag": "Thank you",
        "block": "You do not see",
    }
    assert said_of_it[deed] in answer.content.decode()
