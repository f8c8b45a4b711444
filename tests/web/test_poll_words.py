"""Reasons of polls in the page's language: no part that the schedule writes is left in English."""

import re
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import translation
from hypothesis import given, settings
from tests.engine.feeds.test_schedule import NOW, OUTCOMES, STATE, STATES, decide
from tests.web.newsroom import make_article, make_outlet
from tests.web.test_desk_pages import at_desk

from wireroom.engine.feeds.schedule import PollOutcome, PollState, decide_poll
from wireroom.news.models import Feed, Page
from wireroom.web.poll_words import say_poll

_LATIN = re.compile(r"[A-Za-z]{2,}")


def in_arabic(reason: str) -> str:
    with translation.override("ar"):
        said = say_poll(reason)
    assert said.text
    return said.text


@settings(max_examples=40)
@given(STATES, OUTCOMES)
def test_every_part_of_a_reason_is_known(state: PollState, outcome: PollOutcome) -> None:
    outcome = replace(outcome, error=None, status=outcome.status or 500)
    if state.moved_to is not None:  # an address, as what is kept of answers is
        state = replace(state, moved_to=f"https://tidewire.example/{quote(state.moved_to)}")
    reason = decide_poll(state, outcome, NOW).reason
    assert say_poll(reason).is_whole, reason
    assert not _LATIN.search(re.sub(r"https?://\S+", "", in_arabic(reason))), reason


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_what_others_said_is_not_told_as_known(edition: str) -> None:
    reason = decide(status=200, error="this is HTML; not a feed").reason
    with translation.override(edition):
        said = say_poll(reason)
    assert not said.is_whole
    assert "HTML" not in said.text
    assert said.text


def test_english_reads_as_it_was_told() -> None:
    reasons = [
        decide(status=200, new_entries=1, changed_entries=2, left_out=3).reason,
        decide(status=304).reason,
        decide(replace(STATE, error_count=2), status=500).reason.replace("failure 3", "3 times"),
        decide(replace(STATE, push_until=NOW + timedelta(days=9)), status=200).reason,
    ]
    for reason in reasons:
        assert say_poll(reason.replace("3 times in a row", "failure 3 in a row")).text == reason


@pytest.mark.parametrize("reason", ["", "something; else", "next look in a while", "12"])
def test_unknown_words_are_left_as_they_were(reason: str) -> None:
    said = say_poll(reason)
    assert not said.is_whole or not said.text


@pytest.mark.django_db
def test_no_english_is_told_for_words_at_the_desk() -> None:
    outlet = make_outlet("Tidewire")
    reason = "2 new entries, 1 changed; the feed asks for this pace; next look in 60 min"
    Feed.objects.create(outlet=outlet, url=f"{outlet.home_url}rss", reason=reason, polled_at=NOW)
    article = make_article(outlet, "Ferry sinks off Ostvik")
    Page.objects.filter(pk=article.page_id).update(
        health="empty", health_note="no paragraph was found", fetched_at=NOW
    )
    page = at_desk().get(f"/ar/desk/outlet/{outlet.pk}/").content.decode()
    assert "2 new entries" not in page
    assert "مدخلان جديدان، تغيّر 1؛" in page
    # What the reader of pages noted is there for who mends it, folded and said to be English.
    assert '<p dir="ltr" lang="en">no paragraph was found</p>' in page
