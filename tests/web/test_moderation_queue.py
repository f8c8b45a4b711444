"""The moderators' queue: who may, what they see, what a decision does, and taking it back."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.talking_room import (
    HELD,
    SAID,
    browser_of,
    make_comment,
    make_nested,
    make_person,
    make_talked,
)

from wireroom.people.models import Person
from wireroom.talk.models import Ban, Comment, Decision, Flag, Mode, State, Thread
from wireroom.talk.queries.queue import PAGE, PAGE_BYTES, read_whole_queue
from wireroom.talk.services.flags import flag_comment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _comments_are_on(settings: Any) -> None:
    settings.WIREROOM_COMMENTS = True


@pytest.fixture
def desk() -> Client:
    return browser_of(make_person("Dora", is_staff=True))


def decide(desk: Client, comment: Comment, verdict: str, **more: str) -> Any:
    answer = desk.post(
        f"/en/mine/queue/decide/{comment.pk}/", {"verdict": verdict, **more}, follow=True
    )
    comment.refresh_from_db()
    return answer


def undo_last(desk: Client) -> str:
    decision = Decision.objects.filter(undone_at=None).latest("pk")
    return str(desk.post(f"/en/mine/queue/undo/{decision.pk}/", follow=True).content.decode())


@pytest.mark.parametrize("is_known", [False, True])
def test_only_the_desk_moderates(is_known: bool, desk: Client) -> None:
    story = make_talked()
    browser = browser_of(make_person("Omar")) if is_known else Client()
    comment = make_comment(story, make_person("Ilsa"))
    decide(desk, comment, "remove", reason="spam")
    # Strangers are asked to sign in; to readers the page is not there.
    refused = 404 if is_known else 302
    for path in ("queue/", "queue/log/"):
        answer = browser.get(f"/en/mine/{path}")
        assert answer.status_code == refused
        assert is_known or answer["Location"].startswith("/account/login/?next=/en/mine/queue/")
    for path in (
        f"queue/decide/{comment.pk}/",
        f"queue/undo/{Decision.objects.get().pk}/",
        f"queue/mode/{story.pk}/",
    ):
        sent = {"verdict": "show", "mode": "locked"}
        assert browser.post(f"/en/mine/{path}", sent).status_code == refused
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = desk.cookies
        assert strict.post(f"/en/mine/{path}", sent).status_code == 403
        assert desk.get(f"/en/mine/{path}").status_code == 405
    comment.refresh_from_db()
    assert comment.state == State.REMOVED
    assert Thread.objects.get(pk=story.pk).mode == Mode.OPEN


def test_a_host_moderates_who_is_not_marked_as_staff() -> None:
    host = make_person()
    Person.objects.filter(pk=host.pk).update(is_superuser=True, is_staff=False)
    assert browser_of(host).get("/en/mine/queue/").status_code == 200


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_the_queue_tells_why_something_waits(edition: str, desk: Client) -> None:
    story = make_talked()
    make_comment(story, make_person("Ilsa"), f"Listen: {HELD} <b>")
    flagged = make_comment(story, make_person("Omar"))
    for name, words in (("Rana", "He means me"), ("Tarek", "")):
        flag_comment(
            flagged.pk, "insult", words=words, person=make_person(name), now=flagged.made_at
        )
    text = desk.get(f"/{edition}/mine/queue/").content.decode()
    assert "<mark>" in text
    assert "kill you" in text[text.index("<mark>") : text.index("</mark>")]
    assert "&lt;b&gt;" in text
    assert "He means me" in text
    assert ("Flagged by 2 readers" in text) == (edition == "en")
    assert text.count("data-waits") == 2


@pytest.mark.once
def test_enter_in_the_field_for_words_shows_nothing(desk: Client) -> None:
    held = make_comment(make_talked(), make_person("Ilsa"), HELD)
    text = desk.get("/en/mine/queue/").content.decode()
    form = text[text.index(f"queue/decide/{held.pk}/") :]
    first = re.search(r'<button type="submit" name="verdict" value="(\w+)"', form)
    assert first
    # A browser presses a form's first button: without a reason nothing is done.
    assert "Choose the reason" in decide(desk, held, first[1], words="Vile").content.decode()
    assert held.state == State.HELD


@pytest.mark.once
def test_a_verdict_that_there_is_not_bans_nobody(desk: Client) -> None:
    held = make_comment(make_talked(), make_person("Ilsa"), HELD)
    decide(desk, held, "", reason="threat")
    assert (held.state, Ban.objects.count()) == (State.HELD, 0)


def test_show_remove_and_back(desk: Client) -> None:
    story = make_talked()
    held = make_comment(story, make_person("Ilsa"), HELD)
    thread = f"/en/story/{story.pk}/comments/"
    decide(desk, held, "show")
    assert (held.state, held.waits) == (State.SHOWN, False)
    assert HELD in Client().get(thread).content.decode()
    assert "Choose the reason" in decide(desk, held, "remove").content.decode()
    assert held.state == State.SHOWN
    decide(desk, held, "remove", reason="threat", words="See the rules")
    assert "it threatens somebody" in Client().get(thread).content.decode()
    assert Thread.objects.get(pk=story.pk).shown_count == 0
    first = Decision.objects.earliest("pk")
    assert (
        "decided otherwise"
        in desk.post(f"/en/mine/queue/undo/{first.pk}/", follow=True).content.decode()
    )
    undo_last(desk)
    held.refresh_from_db()
    assert (held.state, held.removed_for, held.removed_words) == (State.SHOWN, "", "")
    undo_last(desk)
    held.refresh_from_db()
    assert (held.state, held.waits) == (State.HELD, True)
    assert Thread.objects.get(pk=story.pk).shown_count == 0
    assert Decision.objects.exclude(undone_at=None).count() == 2


def test_a_ban_and_its_undoing(desk: Client) -> None:
    one = make_person("Ilsa")
    comment = make_comment(make_talked(), one, "Buy my boats, the best boats")
    decide(desk, comment, "ban", reason="spam", days="7", words="Third time")
    ban = Ban.objects.get()
    assert ban.until is not None
    assert (ban.commenter_id, ban.why, comment.state) == (
        one.commenter.pk,
        "Third time",
        State.REMOVED,
    )
    own = browser_of(one).get("/en/mine/comments/").content.decode()
    assert "Third time" in own
    undo_last(desk)
    assert not Ban.objects.exists()
    comment.refresh_from_db()
    assert comment.state == State.SHOWN


def test_what_its_writer_took_away_cannot_be_brought_back(desk: Client) -> None:
    one = make_person("Ilsa")
    comment = make_comment(make_talked(), one)
    decide(desk, comment, "remove", reason="other")
    browser_of(one).post(f"/en/mine/comments/delete/{comment.pk}/")
    undo_last(desk)
    decide(desk, comment, "show")
    assert (comment.state, comment.text) == (State.REMOVED, "")


def test_a_mode_is_logged_and_taken_back(desk: Client) -> None:
    story = make_talked()
    desk.post(f"/en/mine/queue/mode/{story.pk}/", {"mode": "locked", "words": "Overnight"})
    assert "Overnight" in Client().get(f"/en/story/{story.pk}/comments/").content.decode()
    assert "Overnight" in desk.get("/en/mine/queue/log/").content.decode()
    undo_last(desk)
    assert Thread.objects.get(pk=story.pk).mode == Mode.OPEN


def test_signs_that_no_database_takes_are_left_out(desk: Client) -> None:
    story, typed = make_talked(), " See\x00the\u200b \n rules \x1b "
    comment = make_comment(story, make_person("Ilsa"))
    desk.post(f"/en/mine/comments/flag/{comment.pk}/", {"kind": "spam", "words": typed})
    decide(desk, comment, "ban", reason="spam", days="7", words=typed)
    desk.post(f"/en/mine/queue/mode/{story.pk}/", {"mode": "locked", "words": typed})
    kept = (Flag.objects.get().words, comment.removed_words, Ban.objects.get().why)
    assert {*kept, Thread.objects.get().why} == {"See the rules"}
    assert {one.words for one in Decision.objects.all()} == {"See the rules"}


def test_queries_do_not_grow_with_the_queue(desk: Client) -> None:
    story, counts = make_talked(), []
    for number in range(4):
        one = make_comment(story, make_person(f"Ilsa {'abcd'[number]}{'x' * number}"), HELD)
        shown = make_comment(story, make_person(f"Omar {'abcd'[number]}{'x' * number}"), SAID)
        flag_comment(shown.pk, "spam", person=make_person(), now=one.made_at)
        decide(desk, make_comment(story, make_person(f"Eve {'abcd'[number]}"), HELD), "show")
        if number in (0, 3):
            for path in ("/en/mine/queue/", "/en/mine/queue/log/"):
                with CaptureQueriesContext(connection) as captured:
                    desk.get(path)
                counts.append(len(captured))
    assert counts[:2] == counts[2:]


def test_the_queue_goes_on_where_its_page_ended(desk: Client) -> None:
    story, one = make_talked(), make_person("Ilsa")
    rows = make_nested(story, PAGE + 5, [one])
    Comment.objects.update(waits=True)
    assert [each.comment.pk for each in read_whole_queue()] == [row.pk for row in rows]
    page = desk.get("/en/mine/queue/").content.decode()
    assert page.count("data-waits") == PAGE
    assert f"?after={rows[PAGE - 1].pk}" in page
    rest = desk.get(f"/en/mine/queue/?after={rows[PAGE - 1].pk}").content.decode()
    assert rest.count("data-waits") == 5


def test_a_page_of_long_comments_stays_small_and_none_is_passed_over(desk: Client) -> None:
    rows = make_nested(make_talked(), 12, [make_person("Ilsa")])
    Comment.objects.update(waits=True, text="ك" * 9_000)
    assert [each.comment.pk for each in read_whole_queue()] == [row.pk for row in rows]
    page = desk.get("/en/mine/queue/").content
    assert len(page) < 150_000
    assert page.count(b"data-waits") == PAGE_BYTES // 18_000
    Comment.objects.filter(pk=rows[0].pk).update(text="ك" * 40_000)
    assert desk.get("/en/mine/queue/").content.count(b"data-waits") == 1
