"""Silences raise an alarm: a letter a day to those who curate, a figure for monitoring, counts."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from pytest_django import Settings
from tests.web.newsroom import make_outlet
from tests.web.test_desk_pages import at_desk

from wireroom.conf.accounts import read_mail_server
from wireroom.engine.feeds.rhythm import Rhythm
from wireroom.news.models import Feed, HostHour, Page, ReadingDay
from wireroom.news.queries import health
from wireroom.news.queries.health import read_held_back
from wireroom.news.queries.measures import feed_counts
from wireroom.people.models import Person
from wireroom.people.roles import Role
from wireroom.pipeline.silences import tell_editors

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def editors(settings: Settings) -> None:
    settings.WIREROOM_MAIL = read_mail_server("smtp://localhost", site="http://localhost")
    settings.WIREROOM_URL = "https://news.example/"
    settings.WIREROOM_EDITIONS = ("ar", "en")
    roles = {"ed": Role.EDITOR, "host": Role.HOST, "mod": Role.MODERATOR, "unproven": Role.EDITOR}
    for name, role in roles.items():
        at_desk(role, f"{name}@tidewire.example")
    for person in Person.objects.exclude(email__startswith="unproven"):
        EmailAddress.objects.update_or_create(
            user=person, email=person.email, defaults={"verified": True, "primary": True}
        )
    EmailAddress.objects.filter(user__email__startswith="unproven").update(verified=False)


def fall_silent(name: str, *, days_ago: int) -> None:
    outlet = make_outlet(name)
    last = (NOW - timedelta(days=days_ago)).date()
    for back in range(9):
        day = last - timedelta(days=back)
        ReadingDay.objects.create(outlet=outlet, day=day, health="article", pages=4)


@pytest.mark.usefixtures("editors")
def test_editors_are_written_to_once_a_day_of_what_fell_silent_lately() -> None:
    fall_silent("Tidewire", days_ago=2)
    fall_silent("Harbour Ledger", days_ago=5)  # written of before
    assert tell_editors(now=NOW.replace(hour=4)) == 0  # too early
    assert tell_editors(now=NOW) == 2
    assert tell_editors(now=NOW + timedelta(hours=2)) == 0
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "ed@tidewire.example", "host@tidewire.example",
    ]  # fmt: skip
    body = str(mail.outbox[0].body)
    assert "Tidewire" in body
    assert "Harbour Ledger" not in body
    assert "https://news.example/ar/desk/health/" in body
    assert "صمتت" in mail.outbox[0].subject
    assert tell_editors(now=NOW + timedelta(days=1)) == 2


@pytest.mark.usefixtures("editors")
def test_nothing_is_sent_where_nothing_is_silent_or_no_mail_is() -> None:
    assert tell_editors(now=NOW) == 0
    assert mail.outbox == []


def test_silent_feeds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    outlet = make_outlet("Tidewire")
    for number, ago in enumerate((timedelta(days=9), timedelta(minutes=5))):
        Feed.objects.create(
            outlet=outlet, url=f"https://tidewire.example/{number}", step="poll",
            rhythm=Rhythm().pack(), news_at=NOW - ago,
        )  # fmt: skip
    monkeypatch.setattr(health, "is_silent", lambda _rhythm, news_at, now: now - news_at > ago * 99)
    assert feed_counts(now=NOW) == {"well": 2, "failing": 0, "retired": 0, "silent": 1}


def test_what_is_not_taken_in_is_counted() -> None:
    outlet = make_outlet("Tidewire")
    Feed.objects.create(outlet=outlet, url="https://tidewire.example/rss", left_out=7)
    words = "the site's robots.txt forbids this page"
    Page.objects.create(
        outlet=outlet, url="https://tidewire.example/a", seen_at=NOW, dead_at=NOW, last_error=words
    )
    hour = int(NOW.timestamp()) // 3600
    for ago, asked in ((0, 40), (24, 60), (25, 900)):
        HostHour.objects.create(host="tidewire.example:443", hour=hour - ago, asked=asked)
    held = read_held_back(budget=100, now=NOW, window=25)
    assert (held.filtered, held.forbidden, held.spent) == (7, 1, 1)
    assert read_held_back(budget=101, now=NOW, window=25).spent == 0
