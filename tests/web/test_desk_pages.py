"""The desk: who may enter, what each deed does and logs, and that it can be taken back."""

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.engine.types import FeedEntry
from wireroom.news.models import (
    Article,
    Feed,
    LoggedDeed,
    Mend,
    Outlet,
    Page,
    PageContent,
    RareName,
    ReportedError,
    Revision,
    Story,
    TakenDown,
)
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.feeds import usable_entries
from wireroom.news.services.search import ask_for_index
from wireroom.people.models import Person
from wireroom.people.roles import Role, role_of
from wireroom.people.services.accounts import add_person
from wireroom.people.services.roles import set_role

pytestmark = pytest.mark.django_db


def at_desk(role: Role = Role.EDITOR, email: str = "ed@tidewire.example") -> Client:
    """Return a browser of somebody with this role."""
    person = add_person(email)
    if role is not Role.READER:
        set_role(person.pk, role)
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def latest() -> LoggedDeed:
    return LoggedDeed.objects.order_by("-pk")[0]


def ferry(words: str = "The ferry sank off Ostvik") -> Story:
    first = make_article(make_outlet("Tidewire"), words, body="Nine people were saved at Ostvik.")
    second = make_article(make_outlet("Harbour Ledger"), "Nine saved from the ferry", body="Nine.")
    return make_story([first, second])


PAGES = (
    "",
    "stories/",
    "outlets/",
    "dead-letters/",
    "errors/",
    "take-down/",
    "log/",
    "people/",
    "health/",
)


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_pages_are_there_for_their_roles_alone(edition: str) -> None:
    story, outlet = ferry(), Outlet.objects.get(name="Tidewire")
    own = (f"story/{story.pk}/", f"outlet/{outlet.pk}/", f"story/{story.pk}/preview/?deed=spike")
    host, reader = at_desk(Role.HOST), at_desk(Role.READER, "reader@tidewire.example")
    for tail in (*PAGES, *own):
        path = f"/{edition}/desk/{tail}"
        page = host.get(path)
        text = page.content.decode()
        assert page.status_code == 200, tail
        assert f'<html lang="{edition}"' in text
        assert page["Cache-Control"] == "private, no-store"
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style", text), tail
        assert reader.get(path).status_code == 404, tail
        assert "/account/login/" in Client().get(path)["Location"]


@pytest.mark.parametrize(
    ("role", "tail", "status"),
    [
        (Role.MODERATOR, "errors/", 200), (Role.MODERATOR, "outlets/", 404),
        (Role.MODERATOR, "take-down/", 404), (Role.MODERATOR, "people/", 404),
        (Role.EDITOR, "outlets/", 200), (Role.EDITOR, "people/", 404),
        (Role.HOST, "people/", 200),
    ],
)  # fmt: skip
def test_each_role_has_its_pages(role: Role, tail: str, status: int) -> None:
    assert at_desk(role).get(f"/en/desk/{tail}").status_code == status


WRITES: tuple[tuple[str, dict[str, str], Role], ...] = (
    ("dead-letters/rerun/", {"table": "page", "step": "fetch"}, Role.EDITOR),
    ("outlet/{outlet}/edit/", {"policy": "full", "excerpt_words": "9"}, Role.EDITOR),
    ("outlet/{outlet}/state/", {"state": "blocked"}, Role.EDITOR),
    ("outlet/{outlet}/reread/", {}, Role.EDITOR),
    ("take-down/", {"article": "{article}"}, Role.EDITOR),
    ("story/{story}/mend/", {"deed": "spike"}, Role.EDITOR),
    ("log/undo/{mend}/", {}, Role.EDITOR),
    ("errors/{error}/", {"decision": "agree"}, Role.MODERATOR),
    ("people/{person}/", {"role": "host"}, Role.HOST),
)
_BELOW = {Role.MODERATOR: Role.READER, Role.EDITOR: Role.MODERATOR, Role.HOST: Role.EDITOR}


@pytest.mark.parametrize(("tail", "sent", "least"), WRITES)
def test_no_write_without_role_and_form(tail: str, sent: dict[str, str], least: Role) -> None:
    story = ferry()
    outlet, article = Outlet.objects.get(name="Tidewire"), story.lead
    assert article is not None
    mend = Mend.objects.create(deed="pin", made_at=timezone.now(), lang="en", story=story.pk)
    error = ReportedError.objects.create(
        article=article, room="points", revision=1, start=0, end=4, shown="Nine", key="k",
        made_at=timezone.now(),
    )  # fmt: skip
    person = add_person("oma@tidewire.example")
    named = {
        "outlet": outlet.pk, "article": article.pk, "story": story.pk, "mend": mend.pk,
        "error": error.pk, "person": person.pk,
    }  # fmt: skip
    path = f"/en/desk/{tail.format(**named)}"
    sent = {name: value.format(**named) for name, value in sent.items()}
    before = LoggedDeed.objects.count()
    assert at_desk(_BELOW[least], "low@tidewire.example").post(path, sent).status_code == 404
    assert Client().post(path, sent).status_code == 302
    allowed = at_desk(least)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = allowed.cookies
    assert strict.post(path, sent).status_code == 403
    if "take-down" not in tail:
        assert allowed.get(path).status_code == 405
    assert LoggedDeed.objects.count() == before
    outlet.refresh_from_db()
    assert (outlet.state, outlet.policy, role_of(person)) == ("on", "excerpt", Role.READER)
    assert Article.objects.filter(pk=article.pk, spiked_at=None).exists()


def test_the_log_is_only_added_to() -> None:
    row = log_deed(Done(deed="outlet.pause"), by=By(who="ilsa", now=timezone.now()))
    with pytest.raises(DatabaseError), transaction.atomic():
        LoggedDeed.objects.filter(pk=row.pk).update(made_by="oma")
    with pytest.raises(DatabaseError), transaction.atomic():
        LoggedDeed.objects.filter(pk=row.pk).delete()
    for refused in (row.save, row.delete):
        with pytest.raises(TypeError):
            refused()


def test_an_outlet_rests_is_blocked_and_comes_back() -> None:
    outlet = make_outlet("Tidewire")
    now = timezone.now()
    feed = Feed.objects.create(
        outlet=outlet, url="https://t.example/f", step="poll", due_at=now, lease="x"
    )
    page = Page.objects.create(
        outlet=outlet, url="https://t.example/1", seen_at=now, step="fetch", due_at=now
    )
    desk, path = at_desk(), f"/en/desk/outlet/{outlet.pk}/state/"
    desk.post(path, {"state": "paused", "why": "their server is ill"})
    feed.refresh_from_db()
    page.refresh_from_db()
    assert (feed.step, feed.due_at, feed.lease, page.step) == ("paused", None, "", "fetch")
    assert (latest().deed, latest().before, latest().after) == (
        "outlet.pause", {"state": "on"}, {"state": "paused"},
    )  # fmt: skip
    assert (latest().made_by, latest().why) == ("ed@tidewire.example", "their server is ill")
    desk.post(path, {"state": "blocked"})
    page.refresh_from_db()
    assert (page.step, page.due_at) == ("", None)
    desk.post(path, {"state": "on"})
    feed.refresh_from_db()
    assert (feed.step, feed.due_at is not None) == ("poll", True)
    assert "Outlet blocked" in desk.get(f"/en/desk/outlet/{outlet.pk}/").content.decode()


def test_terms_are_checked_and_logged() -> None:
    outlet, desk = make_outlet("Tidewire"), at_desk()
    path = f"/en/desk/outlet/{outlet.pk}/edit/"
    sent = {"policy": "headline", "excerpt_words": "40", "lang": "ar", "country": "ae"}
    desk.post(path, sent)
    outlet.refresh_from_db()
    assert (outlet.policy, outlet.country, outlet.ai_allowed) == ("headline", "AE", False)
    assert latest().before["policy"] == "excerpt"
    for name, bad in (("policy", "all"), ("excerpt_words", "0"), ("lang", "<b>"), ("country", "1")):
        answer = desk.post(path, {**sent, name: bad}, follow=True)
        assert 'role="alert"' in answer.content.decode(), name
    assert LoggedDeed.objects.filter(deed="outlet.edit").count() == 1


def test_pages_are_read_again_from_what_is_kept() -> None:
    article = make_article(make_outlet("Tidewire"), "Ferry sinks")
    PageContent.objects.create(
        page=article.page, deflated=b"", url="https://t.example/", captured_at=timezone.now()
    )
    at_desk().post(f"/en/desk/outlet/{article.outlet_id}/reread/")
    article.page.refresh_from_db()
    assert (article.page.step, latest().after) == ("extract", {"pages": 1})


def test_dead_letters_are_explained_and_run_again() -> None:
    outlet, now = make_outlet("Tidewire"), timezone.now()
    dead = [
        Page.objects.create(
            outlet=outlet, url=f"https://t.example/{number}", seen_at=now, step="fetch",
            dead_at=now, last_error=f"https://t.example/{number} answered 503",
        )
        for number in range(3)
    ]  # fmt: skip
    desk = at_desk()
    text = desk.get("/en/desk/dead-letters/").content.decode()
    assert "server failed every time" in text
    one = {"table": "page", "step": "fetch", "row": str(dead[0].pk)}
    desk.post("/en/desk/dead-letters/rerun/", one)
    assert Page.objects.filter(dead_at=None, due_at__isnull=False).count() == 1
    desk.post("/en/desk/dead-letters/rerun/", {"table": "page", "step": "fetch"})
    assert not Page.objects.filter(dead_at__isnull=False).exists()
    assert latest().after == {"count": 2}
    again = desk.post("/en/desk/dead-letters/rerun/", one, follow=True).content.decode()
    assert 'role="alert"' in again


def test_stories_that_may_be_one_are_named_whatever_the_language_of_the_desk() -> None:
    for number in range(2):
        article = make_article(make_outlet(f"Gazette {number}", lang="fr"), f"Le bac {number}")
        story = make_story([article], lang="fr", rank=number + 1, last_at=timezone.now())
        for key in range(3):
            RareName.objects.create(story=story, key=key)
    page = at_desk().get("/ar/desk/").content.decode()
    assert page.count("Le bac") == 2
    assert "deed=merge" in page


def test_a_merge_is_foreseen_done_logged_and_taken_back() -> None:
    one, other = ferry(), make_story([make_article(make_outlet("Civic Times"), "Ferry lost")])
    desk = at_desk()
    text = desk.get(f"/en/desk/story/{other.pk}/preview/?deed=merge&into={one.pk}").content.decode()
    assert "3 reports" in text
    assert not Mend.objects.exists()
    sent = {"deed": "merge", "into": str(one.pk), "why": "the same ferry"}
    desk.post(f"/en/desk/story/{other.pk}/mend/", sent)
    assert one.memberships.count() == 3
    row = latest()
    assert (row.deed, row.subject, row.after["into"], row.why) == (
        "story.merge", other.pk, one.pk, "the same ferry",
    )  # fmt: skip
    assert "Take back" in desk.get("/en/desk/log/?kind=story").content.decode()
    there = desk.get(f"/en/desk/story/{one.pk}/").content.decode()
    assert f"/en/desk/log/undo/{row.mend}/" in there
    assert f"Story {other.pk}<" in there
    desk.post(f"/en/desk/log/undo/{row.mend}/")
    assert one.memberships.count() == 2
    assert latest().deed == "story.undo-merge"


@pytest.mark.parametrize(
    ("query", "words", "asks_again"),
    [
        ("deed=merge&into=987654", "There is no story 987654.", 'name="into"'),
        ("deed=split", "Choose reports to part from it", 'name="article"'),
        ("deed=lead", "Choose one report", 'name="article"'),
    ],
)
def test_what_cannot_be_foreseen_is_asked_again(query: str, words: str, asks_again: str) -> None:
    page = at_desk().get(f"/en/desk/story/{ferry().pk}/preview/?{query}").content.decode()
    assert words in page
    assert asks_again in page
    assert 'method="post"' not in _article(page)


def test_a_story_is_split_pinned_led_and_withdrawn() -> None:
    story, desk = ferry(), at_desk()
    second = story.memberships.exclude(article=story.lead).get().article_id
    path = f"/en/desk/story/{story.pk}/mend/"
    desk.post(path, {"deed": "lead", "article": str(second)})
    story.refresh_from_db()
    assert (story.lead_id, story.headline) == (second, "Nine saved from the ferry")
    desk.post(f"/en/desk/log/undo/{latest().mend}/")
    story.refresh_from_db()
    assert story.lead_id != second
    desk.post(path, {"deed": "pin", "hours": "2"})
    story.refresh_from_db()
    assert story.pinned_until is not None
    desk.post(path, {"deed": "split", "article": str(second)})
    assert story.memberships.count() == 1
    desk.post(path, {"deed": "spike"})
    assert desk.get(f"/en/story/{story.pk}/").status_code == 410
    told = [row.deed for row in LoggedDeed.objects.order_by("pk")]
    assert told == [
        "story.lead", "story.undo-lead", "story.pin", "story.split", "story.spike",
    ]  # fmt: skip
    wrong = desk.post(path, {"deed": "merge", "into": "9" * 18}, follow=True).content.decode()
    assert 'role="alert"' in wrong


def test_a_report_is_taken_down_with_its_copies_and_stays_away() -> None:
    story = ferry()
    article = story.lead
    assert article is not None
    copy = make_article(make_outlet("Copy Post"), "Ferry sank", body="Nine people were saved.")
    make_copy(article, copy)
    bystander = make_article(make_outlet("Meridian"), "Vote delayed", body="A vote.")
    ask_for_index([article.pk], now=timezone.now())
    desk = at_desk()
    text = desk.get("/en/desk/take-down/", {"what": article.page.url}).content.decode()
    assert f'value="{article.pk}" checked' in text
    assert f'value="{copy.pk}" checked' in text
    sent = {"article": [str(article.pk), str(copy.pk)], "why": "a court order"}
    desk.post("/en/desk/take-down/", sent)
    assert set(Article.objects.values_list("pk", flat=True)) == {
        bystander.pk, *story.memberships.values_list("article_id", flat=True),
    }  # fmt: skip
    assert not Revision.objects.filter(article__in=(article.pk, copy.pk)).exists()
    assert not Page.objects.filter(pk=article.page_id).exists()
    assert desk.get(f"/en/article/{article.pk}/").status_code == 410
    assert TakenDown.objects.filter(article=article.pk).exists()
    met = FeedEntry(guid="1", url=article.page.url, title="The ferry sank")
    assert usable_entries([[met]]) == [[]]
    told = LoggedDeed.objects.filter(deed="article.take-down")
    assert {row.subject for row in told} == {article.pk, copy.pk}
    kept = " ".join(str(row) for row in LoggedDeed.objects.values_list("name", "before", "after"))
    assert "Ostvik" not in kept
    assert not LoggedDeed.objects.filter(deed__startswith="story.").exists()
    assert "Take back" not in _main(desk.get("/en/desk/log/").content.decode())


def _article(page: str) -> str:
    return page[page.index('<div class="desk">') : page.index("<footer")]


def _main(page: str) -> str:
    return page[page.index("<tbody>") : page.index("</tbody>")]


def test_errors_are_decided() -> None:
    article = make_article(make_outlet("Tidewire"), "Ferry sinks", body="Nine were saved.")
    error = ReportedError.objects.create(
        article=article, room="points", revision=1, start=0, end=4, shown="Nine", key="k",
        made_at=timezone.now(),
    )  # fmt: skip
    desk = at_desk(Role.MODERATOR)
    assert "Nine" in desk.get("/en/desk/errors/").content.decode()
    desk.post(f"/en/desk/errors/{error.pk}/", {"decision": "agree", "why": "eight"})
    error.refresh_from_db()
    assert (error.state, error.decided_by) == ("agreed", "ed@tidewire.example")
    assert (latest().deed, latest().before) == ("error.agreed", {"state": "open"})


def test_roles_are_given_and_a_host_remains() -> None:
    host, person = at_desk(Role.HOST), add_person("oma@tidewire.example")
    host.post(f"/en/desk/people/{person.pk}/", {"role": "moderator", "why": "knows the readers"})
    assert role_of(Person.objects.get(pk=person.pk)) is Role.MODERATOR
    assert (latest().before, latest().after) == ({"role": "reader"}, {"role": "moderator"})
    me = Person.objects.get(email="ed@tidewire.example")
    answer = host.post(f"/en/desk/people/{me.pk}/", {"role": "reader"}, follow=True)
    assert "only host" in answer.content.decode()
    assert role_of(Person.objects.get(pk=me.pk)) is Role.HOST


@pytest.mark.parametrize("tail", ["", "outlets/", "log/", "dead-letters/", "errors/", "people/"])
def test_queries_do_not_grow_with_rows(tail: str) -> None:
    desk = at_desk(Role.HOST)
    counts = []
    for number in (1, 3):
        for _ in range(number):
            _fill()
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(f"/en/desk/{tail}").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def _fill() -> None:
    """Add one of everything that lists show."""
    number, now = Outlet.objects.count(), timezone.now()
    article = make_article(make_outlet(f"Outlet {number}"), "Ferry sinks", body="Nine.")
    story = make_story([article])
    Feed.objects.create(outlet=article.outlet, url=f"https://f.example/{number}", error_count=3)
    Page.objects.filter(pk=article.page_id).update(step="fetch", dead_at=now, last_error="no")
    ReportedError.objects.create(
        article=article, room="points", revision=1, start=0, end=4, shown="Nine", key=str(number),
        made_at=now,
    )  # fmt: skip
    log_deed(Done(deed="story.pin", subject=story.pk), by=By(who="ilsa", now=now))
    set_role(add_person(f"ed{number}@tidewire.example").pk, Role.EDITOR)
