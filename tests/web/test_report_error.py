"""Reporting an error in a machine-chosen sentence: the page, its limits, and what comes of it."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.conf.proxies import read_origin
from wireroom.news.models import Article, Brief, ErrorSender, ErrorState, ReportedError, Story
from wireroom.news.services.errors import (
    MOST_OF_SENDER,
    MOST_WORDS,
    Noted,
    TooMany,
    decide_error,
    file_error,
)

pytestmark = pytest.mark.django_db

WORDS = "Nine people died when the ferry Heron sank off Ostvik"
REST = "The port of Sandrey stays closed until divers have searched the wreck"


@pytest.fixture
def article() -> Article:
    return make_article(make_outlet("Tidewire", policy="full"), "Ferry sinks", body=f"{WORDS}.")


@pytest.fixture
def story(article: Article) -> Story:
    story = make_story([article])
    saying = [WORDS, article.pk, 1, 0, len(WORDS)]
    quote = {
        "saying": saying, "kind": "direct", "speakers": ["Ilsa Corran"], "addressee": "",
        "via": [], "others": [], "carried": 1, "independent": 1, "first": article.pk,
    }  # fmt: skip
    point = {"saying": saying, "independent": 1}
    Brief.objects.create(story=story, content={"points": [point, point], "quotes": [quote]})
    return story


def links(client: Client, story: Story, edition: str = "en") -> list[str]:
    page = client.get(f"/{edition}/story/{story.pk}/").content.decode()
    return [unescape(one) for one in re.findall(r'href="([^"]*report-error/[^"]*)"', page)]


def test_every_chosen_sentence_has_a_link_to_its_page(client: Client, story: Story) -> None:
    found = links(client, story)
    assert len(found) == 3
    page = client.get(found[0])
    assert WORDS in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert "noindex" in page.content.decode()


def test_what_a_reader_sends_waits_for_editors(client: Client, story: Story) -> None:
    (link, *_) = links(client, story)
    answer = client.post(link, {"words": "  He died\nlater. ", "website": ""}, follow=True)
    assert "An editor will look at it" in answer.content.decode()
    error = ReportedError.objects.get()
    assert (error.shown, error.words, error.state) == (WORDS, "He died later.", ErrorState.OPEN)
    assert (error.story_id, error.room, error.start, error.end) == (
        story.pk, "points", 0, len(WORDS),
    )  # fmt: skip


def test_a_form_that_a_program_filled_in_is_thanked_and_dropped(
    client: Client, story: Story
) -> None:
    (link, *_) = links(client, story)
    assert client.post(link, {"words": "Buy", "website": "http://x.example"}).status_code == 302
    assert not ReportedError.objects.exists()


def test_a_forged_request_is_refused(story: Story) -> None:
    strict = Client(enforce_csrf_checks=True)
    (link, *_) = links(strict, story)
    assert strict.post(link, {"words": "x"}).status_code == 403
    page = strict.get(link).content.decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found
    sent = {"words": "x", "csrfmiddlewaretoken": found[1]}
    assert strict.post(link, sent).status_code == 302


@pytest.mark.parametrize(
    ("edition", "said"), [("en", "Nothing you typed is lost"), ("ar", "لم يضع شيء مما كتبته")]
)
def test_who_is_refused_reads_how_what_they_typed_is_kept(
    story: Story, edition: str, said: str
) -> None:
    strict = Client(enforce_csrf_checks=True)
    (link, *_) = links(strict, story, edition)
    answer = strict.post(link, {"words": "x"})
    assert (answer.status_code, answer["Cache-Control"]) == (403, "private, no-store")
    page = answer.content.decode()
    assert said in page
    assert f'<html lang="{edition}"' in page


def test_behind_a_proxy_with_tls_a_form_comes_from_the_site_s_own_address(
    story: Story, settings: Settings
) -> None:
    settings.CSRF_TRUSTED_ORIGINS = read_origin("https://testserver/")
    strict = Client(enforce_csrf_checks=True)
    (link, *_) = links(strict, story)
    found = re.search(
        r'name="csrfmiddlewaretoken" value="([^"]+)"', strict.get(link).content.decode()
    )
    assert found
    sent = {"words": "x", "csrfmiddlewaretoken": found[1]}
    for origin, status in (("https://testserver", 302), ("https://other.example", 403)):
        assert strict.post(link, sent, headers={"Origin": origin}).status_code == status


def test_readers_behind_one_proxy_have_each_their_own_errors(client: Client, story: Story) -> None:
    (link, *_) = links(client, story)
    for number in range(2 * MOST_OF_SENDER):
        reader = {"X-Forwarded-For": f"198.51.100.{number}"}
        assert client.post(link, {"words": "x"}, headers=reader).status_code == 302


@pytest.mark.parametrize(
    "tail",
    ["", "?of=", "?of=points.1.1.0.5.forged", "?of=%00", "?of=a.b.c", "?of=é", "?of=%ff.%ed"],
)
def test_a_place_that_no_page_has_shown_is_not_shown(client: Client, tail: str) -> None:
    assert client.get(f"/en/report-error/{tail}").status_code == 404
    assert client.post(f"/en/report-error/{tail}", {"words": "x"}).status_code == 404


def test_another_place_under_the_same_signature_is_not_shown(client: Client, story: Story) -> None:
    (link, *_) = links(client, story)
    assert client.get(link.replace(f".0.{len(WORDS)}", ".0.9")).status_code == 404


def test_what_may_not_be_shown_any_more_is_not_shown_here(
    client: Client, story: Story, article: Article
) -> None:
    (link, *_) = links(client, story)
    type(article.outlet).objects.update(policy="headline")
    assert client.get(link).status_code == 404
    type(article.outlet).objects.update(policy="full")
    Article.objects.update(spiked_at=timezone.now())
    assert client.get(link).status_code == 404


def test_too_long_a_text_is_given_back(client: Client, story: Story) -> None:
    (link, *_) = links(client, story)
    answer = client.post(link, {"words": "long " * 300})
    assert answer.status_code == 400
    assert f"{MOST_WORDS} characters are read" in answer.content.decode()
    assert "long long" in answer.content.decode()
    assert not ReportedError.objects.exists()


def test_one_address_sends_a_few_an_hour_and_is_not_kept(client: Client, story: Story) -> None:
    (link, *_) = links(client, story)
    codes = [client.post(link, {"words": "x"}).status_code for _ in range(MOST_OF_SENDER + 1)]
    assert codes == [302] * MOST_OF_SENDER + [429]
    assert client.post(link, {"words": "x"}, REMOTE_ADDR="192.0.2.7").status_code == 302
    assert client.post(link, {"words": "x"}, REMOTE_ADDR="2001:db8::1").status_code == 302
    keys = set(ErrorSender.objects.values_list("key", flat=True))
    assert client.post(link, {"words": "x"}, REMOTE_ADDR="2001:db8::2").status_code == 302
    assert set(ErrorSender.objects.values_list("key", flat=True)) == keys
    assert not any("192.0" in key or "127.0" in key or "2001" in key for key in keys)


def noted(article: Article) -> Noted:
    return Noted(
        article=article.pk, revision=1, start=0, end=len(WORDS), room="points", shown=WORDS
    )


def test_a_sender_may_send_again_after_an_hour(article: Article) -> None:
    now = timezone.now()
    for _ in range(MOST_OF_SENDER):
        file_error(noted(article), sender="k", now=now)
    with pytest.raises(TooMany):
        file_error(noted(article), sender="k", now=now)
    file_error(noted(article), sender="k", now=now + timedelta(minutes=61))
    assert ErrorSender.objects.count() == 1


def test_agreed_words_leave_every_page_at_once(
    client: Client, story: Story, article: Article
) -> None:
    first = file_error(noted(article), sender="a", now=timezone.now())
    file_error(noted(article), sender="b", now=timezone.now())
    decide_error(first.pk, ErrorState.AGREED, by="Desk", why="torn", now=timezone.now())
    assert not links(client, story)
    assert WORDS not in client.get(f"/en/story/{story.pk}/quotes/").content.decode()
    assert not ReportedError.objects.filter(state=ErrorState.OPEN).exists()
    assert Brief.objects.get(story=story).due_at is not None


def test_hidden_words_are_no_answer_either(client: Client) -> None:
    body = f"{WORDS} on Monday, the coastguard said.\n\n{REST}, the council said."
    article = make_article(make_outlet("Tidewire", policy="full"), "Ferry sinks", body=body)
    story = make_story([article])
    asked = f"/en/story/{story.pk}/ask/?q=How+many+people+died%3F"
    page = client.get(asked).content.decode()
    assert "Nine people died" in page
    (link, *_) = [unescape(one) for one in re.findall(r'href="([^"]*report-error/[^"]*)"', page)]
    client.post(link, {"words": ""})
    error = ReportedError.objects.get()
    assert error.room == "answers"
    decide_error(error.pk, ErrorState.AGREED, by="Desk", now=timezone.now())
    after = client.get(asked).content.decode()
    assert "Nine people died" not in after
    assert "Not in these reports" in after


def count_queries(call: Callable[[], object]) -> int:
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


def test_its_queries_are_few_and_constant(client: Client, story: Story) -> None:
    (link, *_) = links(client, story)

    def send(number: int) -> object:
        return client.post(link, {"words": "x"}, REMOTE_ADDR=f"192.0.2.{number}")

    assert count_queries(lambda: client.get(link)) == 2
    first = count_queries(lambda: send(1))
    for number in range(2, 6):
        send(number)
    assert count_queries(lambda: send(9)) == first == 8


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_the_page_stands_in_every_edition(client: Client, story: Story, edition: str) -> None:
    (link, *_) = links(client, story, edition)
    page = client.get(link).content.decode()
    assert f'lang="{edition}"' in page
    assert ("Send to the editors" in page) == (edition == "en")
