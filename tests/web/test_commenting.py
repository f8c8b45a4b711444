"""Writing comments: permissions, forms that lose nothing, limits, flags and blocks."""

import json
import re
from datetime import timedelta
from html import unescape
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import make_outlet, other_scripts
from tests.web.talking_room import (
    HELD,
    SAID,
    browser_of,
    make_comment,
    make_person,
    make_talked,
)

from wireroom.people.models import Person
from wireroom.talk.models import (
    Ban,
    Blocked,
    Comment,
    Commenter,
    CommentRevision,
    Flag,
    Mode,
    State,
)
from wireroom.talk.services.moderating import Moderating
from wireroom.talk.services.refused import Refused, Why

pytestmark = pytest.mark.django_db
FORM = "0123456789abcdef0123456789abcdef"


@pytest.fixture(autouse=True)
def _comments_are_on(settings: Any) -> None:
    settings.WIREROOM_COMMENTS = True


def typed(page: Any) -> str:
    """Return what stands in the form's field, as a browser reads it."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.content.decode(), re.DOTALL)
    assert found
    return unescape(found[1])


def said(page: Any) -> str:
    return " ".join(
        unescape(text) for text in re.findall(r'class="wrong"[^>]*>([^<]*)', page.content.decode())
    )


def sent(text: str = SAID, **more: str) -> dict[str, str]:
    return {"text": text, "form": FORM, "do": "send", **more}


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_from_a_name_to_a_reply(edition: str) -> None:
    story, person = make_talked(), make_person()
    browser = browser_of(person)
    path = f"/{edition}/mine/comments/write/{story.pk}/"
    assert 'name="name"' in browser.get(path).content.decode()
    nameless = browser.post(path, sent())
    assert nameless.status_code == 400
    assert typed(nameless) == SAID
    answer = browser.post(path, sent(name="  Ilsa   Brandt "), follow=True)
    assert "Ilsa Brandt" in answer.content.decode()
    assert not other_scripts(answer.content.decode())
    comment = Comment.objects.get()
    assert (comment.state, comment.lang, comment.story_id) == (State.SHOWN, "en", story.pk)
    reply = browser.post(
        f"/{edition}/mine/comments/reply/{comment.pk}/", sent("Indeed", form="b" * 32)
    )
    assert reply.status_code == 302
    assert Comment.objects.get(parent=comment).text == "Indeed"


def test_a_form_that_is_sent_twice_makes_one_comment() -> None:
    story, browser = make_talked(), browser_of(make_person("Ilsa"))
    for _ in range(2):
        assert browser.post(f"/en/mine/comments/write/{story.pk}/", sent()).status_code == 302
    assert Comment.objects.count() == 1


def test_preview_and_quotes_without_a_script() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment = make_comment(story, make_person("Omar"), "The harbour was open.\nAll day long.")
    path, browser = f"/en/mine/comments/reply/{comment.pk}/", browser_of(one)
    page = browser.get(f"{path}?quote=harbour was open. All day")
    assert typed(page) == "> harbour was open. All day\n\n"
    assert typed(browser.get(f"{path}?quote=he admits everything")) == ""
    whole = browser.post(path, sent("So.", do="quote:all"))
    assert typed(whole) == "So.\n\n> The harbour was open.\n> All day long.\n\n"
    offered = re.findall(r'value="(quote:talk[^"]+)"', browser.get(path).content.decode())
    assert len(offered) == 1
    report = typed(browser.post(path, sent("", do=offered[0])))
    assert report.startswith("> Nobody was hurt.\n> — Tidewire")
    assert typed(browser.get(f"{path}?quote={offered[0].removeprefix('quote:')}")) == report
    forged = offered[0][:-1] + ("0" if offered[0][-1] != "0" else "1")
    assert typed(browser.post(path, sent("", do=forged))) == ""
    shown = browser.post(path, sent("> <b>so</b>\n\nNo.", do="preview")).content.decode()
    assert '<blockquote dir="ltr"><p>&lt;b&gt;so&lt;/b&gt;</p></blockquote>' in shown
    assert '<p dir="ltr">No.</p>' in shown
    assert Comment.objects.count() == 1


def test_a_megabyte_is_refused_and_kept() -> None:
    story, browser = make_talked(), browser_of(make_person())
    text = "ferry " * 175_000
    page = browser.post(f"/en/mine/comments/write/{story.pk}/", sent(text, name="Ilsa"))
    assert page.status_code == 413
    assert "at most 5000 characters" in said(page)
    assert typed(page) == text
    assert not Commenter.objects.exists()


def test_who_was_signed_out_loses_nothing() -> None:
    story, person = make_talked(), make_person("Ilsa")
    person.set_password("quiet-harbour-9")
    person.save()
    browser = Client()
    path = f"/en/mine/comments/write/{story.pk}/"
    answer = browser.post(path, sent("Typed for an hour\n\n<i>"))
    assert answer["Location"] == f"/account/login/?next={path}"
    assert not Comment.objects.exists()
    login = {"login": person.email, "password": "quiet-harbour-9", "next": path}
    page = browser.post("/account/login/", login, follow=True)
    assert typed(page) == "Typed for an hour\n\n<i>"
    assert "Nothing is lost" in said(page)
    assert typed(browser.get(path)) == ""
    huge = Client().post(path, sent("x" * 900_000))
    assert huge.status_code == 403
    assert len(typed(huge)) == 900_000


def test_a_database_that_is_read_only_loses_nothing() -> None:
    story, browser = make_talked(), browser_of(make_person("Ilsa"))
    path = f"/en/mine/comments/write/{story.pk}/"
    trouble = OperationalError("attempt to write a readonly database")
    with patch("wireroom.talk.services.writing.lock_person", side_effect=trouble):
        page = browser.post(path, sent())
    assert page.status_code == 503
    assert typed(page) == SAID
    assert "Nothing can be written" in said(page)
    with patch("django.contrib.sessions.backends.db.SessionStore.save", side_effect=trouble):
        out = Client().post(path, sent())
    assert out.status_code == 403
    assert typed(out) == SAID
    form = re.search(r'name="form" value="([0-9a-f]+)"', page.content.decode())
    assert form
    assert browser.post(path, sent(form=form[1])).status_code == 302


def test_an_edit_its_window_and_two_tabs() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment, browser = make_comment(story, one), browser_of(one)
    path = f"/en/mine/comments/edit/{comment.pk}/"
    assert typed(browser.get(path)) == SAID
    assert browser.post(path, sent("Second thoughts", revision="1")).status_code == 302
    other_tab = browser.post(path, sent("From the other tab", revision="1"))
    assert other_tab.status_code == 409
    assert typed(other_tab) == "From the other tab"
    assert "Second thoughts" in other_tab.content.decode()
    again = re.search(r'name="revision" value="(\d+)"', other_tab.content.decode())
    assert again
    assert browser.post(path, sent("From the other tab", revision=again[1])).status_code == 302
    comment.refresh_from_db()
    assert (comment.text, comment.revision) == ("From the other tab", 3)
    earlier = CommentRevision.objects.order_by("number").values_list("text", flat=True)
    assert list(earlier) == [SAID, "Second thoughts"]
    Comment.objects.update(made_at=timezone.now() - timedelta(minutes=11))
    late = browser.post(path, sent("Too late", revision="3"))
    assert late.status_code == 400
    assert typed(late) == "Too late"


def test_an_edit_into_abuse_is_held_and_no_edit_frees_it() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment, browser = make_comment(story, one), browser_of(one)
    path = f"/en/mine/comments/edit/{comment.pk}/"
    browser.post(path, sent(HELD, revision="1"))
    browser.post(path, sent("Never mind, friends", revision="2"))
    comment.refresh_from_db()
    assert (comment.state, comment.waits, comment.text) == (State.HELD, True, "Never mind, friends")
    held = browser.get(f"/en/mine/comments/of/{story.pk}/").content.decode()
    assert "You alone see it" in held


def test_deleting_leaves_the_place_and_nothing_else() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment = make_comment(story, one)
    answer = make_comment(story, make_person("Omar"), "Indeed it should", to=comment)
    browser = browser_of(one)
    path = f"/en/mine/comments/delete/{comment.pk}/"
    assert "go for good" in browser.get(path).content.decode()
    assert Comment.objects.get(pk=comment.pk).text == SAID
    assert "Your comment is deleted" in browser.post(path, follow=True).content.decode()
    comment.refresh_from_db()
    assert (comment.text, comment.state, comment.removed_for) == ("", State.REMOVED, "own")
    text = Client().get(f"/en/story/{story.pk}/comments/").content.decode()
    assert "Deleted by its writer" in text
    assert text.index(f"comment-{comment.pk}") < text.index(f'id="comment-{answer.pk}"')


def test_nobody_touches_anothers_comment() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment = make_comment(story, one)
    others = (
        browser_of(make_person("Omar")),
        browser_of(make_person()),
        browser_of(make_person(is_staff=True)),
    )
    for browser in others:
        for deed in ("edit", "delete"):
            path = f"/en/mine/comments/{deed}/{comment.pk}/"
            assert browser.get(path).status_code == 404
            assert browser.post(path, sent("Mine now", revision="1")).status_code == 404
    held = make_comment(story, one, HELD)
    for deed in ("reply", "flag", "block", "edit", "delete"):
        assert others[0].get(f"/en/mine/comments/{deed}/{held.pk}/").status_code == 404
    comment.refresh_from_db()
    assert comment.text == SAID


PATHS = (
    "mine/comments/write/{story}/", "mine/comments/reply/{comment}/",
    "mine/comments/edit/{comment}/", "mine/comments/delete/{comment}/",
    "mine/comments/flag/{comment}/",
    "mine/comments/block/{comment}/", "mine/comments/unblock/1/",
)  # fmt: skip


def test_forged_and_foreign_requests_do_nothing() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment = make_comment(story, one)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser_of(one).cookies
    stranger = Client()
    for path in PATHS:
        there = "/en/" + path.format(story=story.pk, comment=comment.pk)
        assert strict.post(there, sent("Forged", kind="spam", revision="1")).status_code == 403, (
            path
        )
        answer = stranger.post(there, sent("Nobody", kind="spam", revision="1"))
        assert answer["Location"].startswith("/account/login/"), path
        assert stranger.get(there).status_code in (302, 405)
    comment.refresh_from_db()
    assert (comment.text, comment.state) == (SAID, State.SHOWN)
    assert (Comment.objects.count(), Flag.objects.count(), Blocked.objects.count()) == (1, 0, 0)


@pytest.mark.parametrize(("days", "most"), [(0.1, 3), (30, 10)])
def test_how_often_one_may_comment(days: float, most: int) -> None:
    story, browser = make_talked(), browser_of(make_person("Ilsa", days=days))
    path = f"/en/mine/comments/write/{story.pk}/"
    texts = [
        "Pilots",
        "Waves",
        "Ropes",
        "Anchors",
        "Lanterns",
        "Gulls",
        "Nets",
        "Masts",
        "Fog",
        "Oars",
        "Tides",
    ]
    answers = [
        browser.post(path, sent(f"{word} of Ostvik matter", form=f"{number:032d}"))
        for number, word in enumerate(texts)
    ]
    assert [answer.status_code for answer in answers] == [302] * most + [429] * (len(texts) - most)
    assert "Try again in 10 minutes." in said(answers[-1])
    assert typed(answers[-1]) == "Tides of Ostvik matter"


def test_slow_locked_and_banned() -> None:
    story, one = make_talked(), make_person("Ilsa")
    desk = make_person("Dora", is_staff=True)
    moderating = Moderating(by=desk, now=timezone.now(), words="Too heated")
    make_comment(story, one)
    moderating.set_mode(story.pk, Mode.SLOW)
    with pytest.raises(Refused) as slow:
        make_comment(story, one, "One more word")
    assert slow.value.why is Why.SLOW
    make_comment(make_talked("Bridge opens"), one, "A bridge at last")
    moderating.set_mode(story.pk, Mode.LOCKED)
    page = browser_of(one).post(f"/en/mine/comments/write/{story.pk}/", sent())
    assert "locked" in said(page)
    assert "Too heated" in said(page)
    assert make_comment(story, desk, "The desk has the last word").by_desk
    Ban.objects.create(
        commenter=one.commenter, until=timezone.now() + timedelta(days=7), made_at=timezone.now()
    )
    moderating.set_mode(story.pk, Mode.OPEN)
    banned = browser_of(one).post(f"/en/mine/comments/write/{story.pk}/", sent(form="c" * 32))
    assert banned.status_code == 403
    assert "Try again in 7 days." in said(banned)
    Ban.objects.update(until=timezone.now() - timedelta(hours=1))
    make_comment(story, one, "Back again, and calmer")


def test_names_are_nobody_elses() -> None:
    story = make_talked()
    make_person("Ilsa")
    make_outlet("Harbour Post", name_en="Harbour Post")
    path = f"/en/mine/comments/write/{story.pk}/"
    for name, words in (
        ("ILSA", "looks like it"), ("Ｉlsa", "looks like it"), ("harbour-post", "looks like it"),
        ("Wireroom Desk", "speak for the newsroom"), ("\u202easli", "2 to 40"),
        ("x" * 41, "2 to 40"),
    ):  # fmt: skip
        page = browser_of(make_person()).post(path, sent(name=name))
        assert words in said(page), name
        assert typed(page) == SAID
    assert not Comment.objects.exists()


def test_a_flag_is_one_a_person_and_reaches_the_queue() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment, reader = make_comment(story, make_person("Omar")), browser_of(one)
    path = f"/en/mine/comments/flag/{comment.pk}/"
    assert reader.post(path, {"kind": "nonsense"}).status_code == 400
    for words in ("It is rude", "It is very rude"):
        reader.post(path, {"kind": "insult", "words": words})
    comment.refresh_from_db()
    assert (comment.waits, comment.flags_count, comment.state) == (True, 1, State.SHOWN)
    assert Flag.objects.get().words == "It is very rude"


def test_a_blocked_writer_is_gone_from_ones_own_view_alone() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment, reader = make_comment(story, make_person("Omar")), browser_of(one)
    reader.post(f"/en/mine/comments/block/{comment.pk}/")
    own = f"/en/mine/comments/of/{story.pk}/"
    assert SAID not in reader.get(own).content.decode()
    assert SAID in browser_of(make_person()).get(own).content.decode()
    assert SAID in Client().get(f"/en/story/{story.pk}/comments/").content.decode()
    assert "Omar" in reader.get("/en/mine/comments/").content.decode()
    reader.post(f"/en/mine/comments/unblock/{Commenter.objects.get(name='Omar').pk}/")
    assert SAID in reader.get(own).content.decode()


def test_queries_do_not_grow_on_private_pages() -> None:
    story, one = make_talked(), make_person("Ilsa")
    browser, counts = browser_of(one), []
    paths = (f"/en/mine/comments/of/{story.pk}/", "/en/mine/comments/")
    for number in range(6):
        make_comment(
            story, one, f"Word {number} on the ferry of Ostvik, and its {'oars ' * number}"
        )
        if number in (0, 5):
            for path in paths:
                with CaptureQueriesContext(connection) as captured:
                    browser.get(path)
                counts.append(len(captured))
    assert counts[:2] == counts[2:]


def test_everything_of_a_person_is_theirs_to_take() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment = make_comment(story, one)
    browser = browser_of(one)
    browser.post(f"/en/mine/comments/edit/{comment.pk}/", sent("Second thoughts", revision="1"))
    other = make_comment(story, make_person("Omar"), "Another word on it")
    browser.post(f"/en/mine/comments/flag/{other.pk}/", {"kind": "spam", "words": "An offer"})
    browser.post(f"/en/mine/comments/block/{other.pk}/")
    pieces = browser.get("/en/mine/export/").streaming_content  # type: ignore[attr-defined]
    talk = json.loads(b"".join(pieces))["talk"]
    assert talk["name"] == "Ilsa"
    (kept,) = talk["comments"]
    assert (kept["text"], kept["earlier"]) == ("Second thoughts", [SAID])
    assert talk["blocked"] == ["Omar"]
    assert [flag["words"] for flag in talk["flags"]] == ["An offer"]


def test_an_account_that_goes_takes_its_words_and_leaves_the_thread() -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment = make_comment(story, one)
    answer = make_comment(story, make_person("Omar"), "Indeed it should", to=comment)
    browser_of(one).post(
        f"/en/mine/comments/edit/{comment.pk}/", sent("Second thoughts", revision="1")
    )
    Person.objects.get(pk=one.pk).delete()
    comment.refresh_from_db()
    assert (comment.text, comment.commenter, comment.removed_for) == ("", None, "account")
    assert not CommentRevision.objects.exists()
    text = Client().get(f"/en/story/{story.pk}/comments/").content.decode()
    assert "Ilsa" not in text
    assert "1 comment<" in text
    assert text.index("Deleted with its writer") < text.index(f'id="comment-{answer.pk}"')
