"""Two editors with one form: the second is told, writes over nothing, and loses nothing typed."""

import re

import pytest
from django.test import Client
from pytest_django import Settings
from tests.web.newsroom import make_article, make_outlet
from tests.web.talking_room import HELD, make_comment, make_person
from tests.web.test_desk_pages import at_desk, ferry

from wireroom.news.models import Mend, Outlet, OutletRules, ReportedError, Story
from wireroom.people.roles import Role, role_of
from wireroom.people.services.accounts import add_person
from wireroom.talk.models import Comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def both() -> tuple[Client, Client]:
    return at_desk(Role.HOST), at_desk(Role.HOST, "second@tidewire.example")


def seen_in(client: Client, page: str, form: str) -> str:
    """Return the mark of the form of a page that is sent to an address."""
    text = client.get(page).content.decode()
    found = re.search(rf'action="{re.escape(form)}">.*?name="seen" value="(\w+)"', text, re.DOTALL)
    assert found, form
    return found[1]


def test_filters_are_not_written_over(both: tuple[Client, Client]) -> None:
    first, second = both
    path = f"/en/desk/outlet/{make_outlet('Tidewire').pk}/rules/"
    seen = seen_in(first, path, path)
    line = {"deed": "leave-out", "where": "title", "seen": seen, "do": "keep"}
    assert first.post(path, {**line, "pattern": "sport"}).status_code == 302
    tried = second.post(path, {**line, "pattern": "weather", "do": "try"}).content.decode()
    assert f'name="seen" value="{seen}"' in tried
    answer = second.post(path, {**line, "pattern": "weather", "why": "too wet"})
    text = answer.content.decode()
    assert answer.status_code == 409
    for kept in ('value="weather"', 'value="too wet"', "<bdi>sport</bdi>"):
        assert kept in text
    assert OutletRules.objects.get().filters[0]["pattern"] == "sport"
    again = re.search(r'name="seen" value="(\w+)"', text)
    assert again
    sent = {**line, "pattern": "weather", "seen": again[1]}
    assert second.post(path, sent).status_code == 302
    assert OutletRules.objects.get().filters[0]["pattern"] == "weather"


def test_terms_and_state_of_an_outlet(both: tuple[Client, Client]) -> None:
    first, second = both
    outlet = make_outlet("Tidewire")
    page = f"/en/desk/outlet/{outlet.pk}/"
    terms = {"excerpt_words": "60", "lang": "en", "country": "GB", "images_allowed": "on"}
    seen = seen_in(first, page, f"{page}edit/")
    first.post(f"{page}edit/", {**terms, "policy": "headline", "seen": seen})
    sent = {**terms, "policy": "full", "country": "NO", "seen": seen, "why": "a licence"}
    answer = second.post(f"{page}edit/", sent)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert '<option value="full" selected>' in text
    for kept in ('value="NO"', 'value="a licence"', "headline and link"):
        assert kept in text
    assert Outlet.objects.get().policy == "headline"
    seen = seen_in(first, page, f"{page}state/")
    first.post(f"{page}state/", {"state": "blocked", "seen": seen})
    answer = second.post(f"{page}state/", {"state": "paused", "seen": seen, "why": "a rest"})
    assert answer.status_code == 409
    assert 'value="a rest"' in answer.content.decode()
    assert Outlet.objects.get().state == "blocked"


def test_roles_and_reported_errors(both: tuple[Client, Client]) -> None:
    first, second = both
    reader = add_person("reader@tidewire.example")
    form = f"/en/desk/people/{reader.pk}/"
    seen = seen_in(first, "/en/desk/people/?q=reader", form)
    first.post(form, {"role": "editor", "seen": seen})
    said = second.post(form, {"role": "moderator", "seen": seen, "why": "trusted"}, follow=True)
    assert "trusted" in said.content.decode()
    reader.refresh_from_db()
    assert role_of(reader) is Role.EDITOR
    article = make_article(make_outlet("Saltpost"), "H", body="It sank at noon.")
    error = ReportedError.objects.create(
        article=article,
        key="k",
        revision=1,
        start=0,
        end=8,
        shown="It sank",
        made_at=article.seen_at,
    )  # fmt: skip
    form = f"/en/desk/errors/{error.pk}/"
    seen = seen_in(first, "/en/desk/errors/", form)
    first.post(form, {"decision": "agree", "seen": seen})
    second.post(form, {"decision": "decline", "seen": seen})
    error.refresh_from_db()
    assert error.state == "agreed"


def test_a_preview_of_a_story_that_somebody_mended(both: tuple[Client, Client]) -> None:
    first, second = both
    story = ferry()
    asked = f"/en/desk/story/{story.pk}/preview/?deed=pin&hours=6"
    form = f"/en/desk/story/{story.pk}/mend/"
    sent = {"deed": "pin", "hours": "6", "seen": seen_in(first, asked, form)}
    assert first.post(form, sent).status_code == 302
    answer = second.post(form, {**sent, "hours": "12", "why": "front of the day"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="front of the day"' in text
    assert "12 hours" in text
    assert Mend.objects.count() == 1
    again = re.search(r'name="seen" value="(\w+)"', text)
    assert again
    assert second.post(form, {**sent, "hours": "12", "seen": again[1]}).status_code == 302
    assert Story.objects.get(pk=story.pk).pinned_until


def test_a_comment_that_another_moderator_decided_on(
    both: tuple[Client, Client], settings: Settings
) -> None:
    settings.WIREROOM_COMMENTS = True
    first, second = both
    comment = make_comment(ferry(), make_person("Oma"), HELD)
    form = f"/en/mine/queue/decide/{comment.pk}/"
    seen = seen_in(first, "/en/mine/queue/", form)
    first.post(form, {"verdict": "show", "seen": seen})
    sent = {"verdict": "remove", "reason": "spam", "words": "not here", "seen": seen}
    said = second.post(form, sent, follow=True).content.decode()
    assert "not here" in said
    assert Comment.objects.get().state == "shown"
