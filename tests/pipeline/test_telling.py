"""Digests and alerts: told once, at the hour, of what is new, and of nothing that is hidden."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from pytest_django import Settings
from tests.adapters.push_service import Browser, PushService, push_service
from tests.web.newsroom import (
    ago,
    join_story,
    make_article,
    make_outlet,
    make_story,
    make_topic,
    tag_story,
)
from tests.web.test_desk_pages import at_desk
from tests.web.test_search_page import index

from wireroom.conf.accounts import read_mail_server
from wireroom.engine.alerts.hours import Every
from wireroom.news.models import Story, Topic
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person
from wireroom.pipeline.alerts import send_alerts
from wireroom.pipeline.digests import send_digests
from wireroom.pipeline.retry import MAX_ATTEMPTS
from wireroom.reading.models import Alert, AlertWishes, Device, Follow, Undelivered
from wireroom.reading.services.alerts import Wishes, add_device, set_wishes, stop_digest
from wireroom.reading.services.digests import claim_digest, due_digests
from wireroom.reading.services.kept import block, follow
from wireroom.reading.services.muted import mute
from wireroom.reading.services.undelivered import claim_again, due_again
from wireroom.reading.targets import Kind, Target

pytestmark = pytest.mark.django_db
BROWSER = Browser()


@pytest.fixture
def reader(settings: Settings) -> Person:
    settings.WIREROOM_MAIL = read_mail_server("smtp://localhost", site="http://localhost")
    settings.WIREROOM_URL = "https://news.example/"
    person = add_person("ilsa@tidewire.example")
    set_all(person)
    return person


def set_all(person: Person, *, at: datetime | None = None, **changed: Any) -> None:
    wishes: dict[str, Any] = {
        "digest": Every.DAY, "hour": 7, "weekday": 0, "zone": "UTC", "lang": "en",
        "quiet_from": 0, "quiet_until": 0, "most_daily": 10,
    }  # fmt: skip
    set_wishes(person, Wishes(**(wishes | changed)), now=at or ago(48))


def due_of(person: Person) -> datetime:
    due = AlertWishes.objects.get(person=person).digest_due_at
    assert due
    return due


def story_of(name: str, headline: str, *, rank: float | None = 1.0) -> Story:
    return make_story([make_article(make_outlet(name), headline, hours=1)], rank=rank)


def follow_story(person: Person, story: Story, alert: Alert = Alert.DIGEST) -> None:
    follow(person, Target(Kind.STORY, story.pk), now=ago(40))
    Follow.objects.filter(person=person, story=story).update(alert=alert)


def test_a_digest_tells_once_of_what_is_new_and_not_hidden(reader: Person) -> None:
    told, hidden = (
        story_of("Tidewire", "Ferry <sinks> & rises"),
        story_of("Saltpost", "Goal scored"),
    )
    blocked, never = story_of("Loudly", "Shouting"), story_of("Quietly", "Whispers")
    old = make_story([make_article(make_outlet("Yore"), "Long ago", hours=90)])
    for one in (told, hidden, blocked, old):
        follow_story(reader, one)
    follow_story(reader, never, Alert.NEVER)
    mute(reader, "goal", (), now=ago(40))
    lead = blocked.lead
    assert lead
    block(reader, Target(Kind.OUTLET, lead.outlet_id), now=ago(40))
    follow(reader, Target(Kind.OUTLET, told.lead.outlet_id if told.lead else 0), now=ago(40))
    now = timezone.now()
    assert send_digests(now=now) == 1
    assert send_digests(now=now) == 0
    (letter,) = mail.outbox
    assert isinstance(letter, EmailMultiAlternatives)
    text, (page, kind) = str(letter.body), letter.alternatives[0]
    assert letter.to == [reader.email]
    assert kind == "text/html"
    assert "Ferry <sinks> & rises (Tidewire)" in text
    assert text.count("Ferry") == 1
    assert "Ferry &lt;sinks&gt; &amp; rises" in str(page)
    assert f"https://news.example/en/story/{told.pk}/" in text
    for words in ("Goal", "Shouting", "Whispers", "Long ago"):
        assert words not in text + str(page)
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter.extra_headers["List-Unsubscribe"].startswith("<https://news.example/en/unsub")
    assert send_digests(now=due_of(reader) + timedelta(seconds=1)) == 0  # nothing new since


def test_topics_outlets_and_searches_are_told_in_the_readers_language(reader: Person) -> None:
    set_all(reader, lang="ar")
    story = story_of("Tidewire", "Ferry sinks")
    assert story.lead
    follow(reader, Target(Kind.OUTLET, story.lead.outlet_id), now=ago(40))
    assert send_digests(now=timezone.now()) == 1
    letter = mail.outbox[0]
    assert "قصة واحدة مما تتابعه" in letter.subject
    assert f"/ar/story/{story.pk}/" in str(letter.body)
    assert 'dir="rtl"' in str(letter.alternatives[0][0])  # type: ignore[attr-defined]


def test_of_two_processes_one_sends_and_a_killed_one_sends_nobody_two(reader: Person) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"))
    now = timezone.now()
    (mine,), (theirs,) = due_digests(now=now), due_digests(now=now)
    assert claim_digest(mine, now=now)  # and is killed here, with the letter perhaps sent
    assert not claim_digest(theirs, now=now)
    assert send_digests(now=now) == 0
    assert send_digests(now=due_of(reader)) == 1  # what it would have told is not lost


@pytest.mark.parametrize(
    ("error", "is_final"),
    [(SMTPServerDisconnected("bye"), False),
     (SMTPRecipientsRefused({"ilsa@tidewire.example": (550, b"no such user")}), True),
     (SMTPRecipientsRefused({"ilsa@tidewire.example": (451, b"later")}), False)],
)  # fmt: skip
def test_failures_back_off_and_dead_addresses_end(
    reader: Person, monkeypatch: pytest.MonkeyPatch, error: OSError, is_final: bool
) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"))

    def fail(letter: EmailMultiAlternatives) -> int:
        raise error

    set_all(reader, hour=(timezone.now().hour - 1) % 24)
    now, tries = timezone.now(), list[datetime]()
    with monkeypatch.context() as patched:
        patched.setattr(EmailMultiAlternatives, "send", fail)
        while len(tries) < 3 and AlertWishes.objects.filter(digest_due_at__isnull=False).exists():
            now = max(now, due_of(reader))
            tries.append(now)
            assert send_digests(now=now) == 0
    row = AlertWishes.objects.get()
    if is_final:
        assert (row.digest, row.refusals) == ("off", 3)
        assert tries[1] - tries[0] > timedelta(hours=20)
    else:
        assert tries[2] - tries[1] > tries[1] - tries[0] >= timedelta(seconds=30)
        assert send_digests(now=due_of(reader)) == 1


def test_no_letter_without_a_confirmed_address_or_once_ended(reader: Person) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"))
    reader.emailaddress_set.update(verified=False)  # type: ignore[attr-defined]
    assert send_digests(now=timezone.now()) == 0
    reader.emailaddress_set.update(verified=True)  # type: ignore[attr-defined]
    stop_digest(reader.pk)
    assert send_digests(now=timezone.now() + timedelta(days=2)) == 0
    assert not mail.outbox


def place_at(story: Story, at: datetime) -> None:
    story.memberships.update(assigned_at=at)


def test_a_look_between_placing_and_publishing_loses_nothing(reader: Person) -> None:
    now = due_of(reader)
    early, late = story_of("Tidewire", "Ferry sinks", rank=None), story_of("Saltpost", "Bells ring")
    for story, minutes in ((early, 1), (late, 11)):
        follow_story(reader, story)
        place_at(story, now - timedelta(minutes=minutes))
    assert send_digests(now=now) == 1  # what is a minute old may still be on its way
    Story.objects.filter(pk=early.pk).update(rank=1.0)
    assert send_digests(now=due_of(reader)) == 1
    assert send_digests(now=due_of(reader)) == 0
    first, second = (str(letter.body) for letter in mail.outbox)
    assert ("Bells ring" in first, "Ferry sinks" in first) == (True, False)
    assert ("Bells ring" in second, "Ferry sinks" in second) == (False, True)


def test_what_a_search_found_is_told_in_one_digest(reader: Person) -> None:
    lead = make_article(make_outlet("Tidewire"), "Ferry sinks off Ostvik", body="It sank.", hours=1)
    story, now = make_story([lead]), due_of(reader)
    index(lead)
    follow(reader, Target(Kind.WORDS, words="ferry ostvik"), now=ago(40))
    place_at(story, now - timedelta(hours=1))
    assert send_digests(now=now) == 1
    AlertWishes.objects.update(digest_due_at=now + timedelta(hours=1))
    assert send_digests(now=now + timedelta(hours=1)) == 0


def test_a_digest_tells_of_what_a_followed_topic_was_merged_into(reader: Person) -> None:
    story, gone, kept = story_of("Tidewire", "Ferry sinks"), make_topic("Gone"), make_topic()
    tag_story(story, kept)
    follow(reader, Target(Kind.TOPIC, gone.pk), now=ago(40))
    Topic.objects.filter(pk=gone.pk).update(merged_into=kept)
    assert send_digests(now=timezone.now()) == 1


@pytest.fixture
def service(settings: Settings) -> Iterator[PushService]:
    with push_service() as service:
        settings.WIREROOM_ALLOW = [service.allow]
        yield service


def add(person: Person, service: PushService, name: str = "phone") -> None:
    add_device(person, endpoint=service.endpoint(name), now=ago(30), **BROWSER.keys)


def test_an_alert_is_told_once_and_again_when_another_reports(
    reader: Person, service: PushService
) -> None:
    story = story_of("Tidewire", "Ferry sinks")
    follow_story(reader, story, Alert.AT_ONCE)
    follow_story(reader, story_of("Saltpost", "Only in the digest"))
    add(reader, service)
    now = timezone.now()
    assert send_alerts(now=now) == 1
    (told,) = service.read(BROWSER)
    assert told["title"] == "Ferry sinks"
    assert told["url"] == f"/en/story/{story.pk}/"
    again = [make_article(make_outlet("Copyist"), "Ferry sinks", hours=0)]
    join_story(story, again)
    later = now + timedelta(hours=2)
    assert send_alerts(now=later) == 0  # a carrier is no news
    join_story(story, [make_article(make_outlet("Farrant"), "All saved", hours=-2.1)])
    Story.objects.filter(pk=story.pk).update(independent_count=2)
    assert send_alerts(now=later + timedelta(hours=1)) == 1


def test_what_was_tagged_after_a_look_alerts_once(reader: Person, service: PushService) -> None:
    story, topic = story_of("Tidewire", "Ferry sinks"), make_topic()
    follow(reader, Target(Kind.TOPIC, topic.pk), now=ago(40))
    Follow.objects.update(alert=Alert.AT_ONCE)
    add(reader, service)
    now = timezone.now()
    place_at(story, now - timedelta(seconds=5))
    assert send_alerts(now=now) == 0
    tag_story(story, topic)
    sent = [send_alerts(now=now + timedelta(minutes=minutes)) for minutes in (3, 6, 9)]
    assert sent == [1, 0, 0]


def test_searches_outlets_and_topics_alert_once(reader: Person, service: PushService) -> None:
    lead = make_article(make_outlet("Tidewire"), "Ferry sinks off Ostvik", body="It sank.", hours=1)
    story, topic = make_story([lead]), make_topic()
    index(lead)
    tag_story(story, topic)
    follow(reader, Target(Kind.WORDS, words="ferry ostvik"), now=ago(40))
    Follow.objects.update(alert=Alert.AT_ONCE)
    add(reader, service)
    assert send_alerts(now=timezone.now()) == 1
    assert service.read(BROWSER)[0]["body"] == "Tidewire · ferry ostvik"
    follow(reader, Target(Kind.OUTLET, lead.outlet_id), now=ago(40))
    follow(reader, Target(Kind.TOPIC, topic.pk), now=ago(40))
    Follow.objects.update(alert=Alert.AT_ONCE)
    AlertWishes.objects.update(alerted_at=ago(30), alerts_due_at=ago(0))
    assert send_alerts(now=timezone.now()) == 0  # the same story


def test_quiet_hours_wait_and_the_daily_limit_holds(reader: Person, service: PushService) -> None:
    now = timezone.now()
    set_all(reader, quiet_from=now.hour, quiet_until=(now.hour + 1) % 24, most_daily=2)
    for number in range(4):
        story = story_of(f"Outlet {number}", f"Event {number}")
        follow_story(reader, story, Alert.AT_ONCE)
    add(reader, service)
    assert send_alerts(now=now) == 0
    assert send_alerts(now=now + timedelta(hours=1)) == 2
    assert send_alerts(now=now + timedelta(hours=2)) == 0


def test_dead_devices_are_forgotten(reader: Person, service: PushService) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"), Alert.AT_ONCE)
    add(reader, service, "phone")
    add(reader, service, "old-phone")
    service.statuses = {"old-phone": 410}
    assert send_alerts(now=timezone.now()) == 1
    assert Device.objects.get().endpoint == service.endpoint("phone")


def test_what_is_not_taken_is_tried_again_later_each_time_and_then_given_up(
    reader: Person, service: PushService
) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"), Alert.AT_ONCE)
    add(reader, service)
    service.statuses = {"phone": 503}
    now = timezone.now()
    assert send_alerts(now=now) == 0
    waits: list[timedelta] = []
    while (row := Undelivered.objects.get()).due_at is not None:
        assert send_alerts(now=row.due_at - timedelta(seconds=1)) == 0
        assert Undelivered.objects.get().attempts == row.attempts
        waits.append(row.due_at - now)
        now = row.due_at
        send_alerts(now=now)
    assert len(service.taken) == len(waits) + 1 == MAX_ATTEMPTS
    assert all(later > earlier for earlier, later in pairwise(waits))
    assert (row.reason, row.error.partition(" ")[0]) == ("busy", "503")
    assert service.endpoint("phone") not in row.error + row.server
    send_alerts(now=now + timedelta(days=15))
    assert not Undelivered.objects.exists()


def test_an_alert_arrives_once_the_service_is_back(reader: Person, service: PushService) -> None:
    first, second = story_of("Tidewire", "Ferry sinks"), story_of("Saltpost", "Mayor resigns")
    for story in (first, second):
        follow_story(reader, story, Alert.AT_ONCE)
    add(reader, service, "phone")
    add(reader, service, "laptop")
    service.statuses = {"phone": 429, "laptop": 403}
    now = timezone.now()
    assert send_alerts(now=now) == 0
    assert Undelivered.objects.filter(due_at=None, reason="refused").count() == 2
    service.statuses = {}
    service.taken.clear()
    Story.objects.filter(pk=second.pk).update(spiked_at=now)  # withdrawn meanwhile
    assert send_alerts(now=now + timedelta(minutes=1)) == 1
    assert [told["title"] for told in service.read(BROWSER)] == ["Ferry sinks"]
    assert send_alerts(now=now + timedelta(minutes=30)) == 0


def test_quiet_hours_hold_for_what_is_tried_again(reader: Person, service: PushService) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"), Alert.AT_ONCE)
    add(reader, service)
    service.statuses = {"phone": 500}
    now = timezone.now()
    send_alerts(now=now)
    later = now + timedelta(minutes=2)
    AlertWishes.objects.update(quiet_from=later.hour, quiet_until=(later.hour + 1) % 24)
    service.statuses = {}
    assert send_alerts(now=later) == 0
    assert Undelivered.objects.get().attempts == 1
    AlertWishes.objects.update(quiet_from=0, quiet_until=0)
    assert send_alerts(now=later + timedelta(minutes=16)) == 1


def test_of_two_processes_one_tries_again(reader: Person, service: PushService) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"), Alert.AT_ONCE)
    add(reader, service)
    service.statuses = {"phone": 500}
    now = timezone.now()
    send_alerts(now=now)
    later = now + timedelta(minutes=1)
    (mine,), (theirs,) = due_again(now=later), due_again(now=later)
    assert claim_again(mine, due_at=later + timedelta(minutes=5))
    assert not claim_again(theirs, due_at=later + timedelta(minutes=5))


def test_the_desk_sees_what_was_not_delivered_and_of_nobody(
    reader: Person, service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow_story(reader, story_of("Tidewire", "Ferry sinks"), Alert.AT_ONCE)
    add(reader, service, "phone")
    add(reader, service, "old-phone")
    service.statuses = {"phone": 503, "old-phone": 410}
    monkeypatch.setattr(
        EmailMultiAlternatives, "send",
        lambda _letter: (_ for _ in ()).throw(
            SMTPRecipientsRefused({reader.email: (550, b"no such user ilsa")})
        ),
    )  # fmt: skip
    now = timezone.now()
    send_alerts(now=now)
    send_digests(now=now)
    page = at_desk().get("/en/desk/alerts/").content.decode()
    for words in ("Subscriptions that ended", "asks to be left alone", "refuses the address",
                  "1 device forgotten", "503", "550", "127.0.0.1"):  # fmt: skip
        assert words in page
    for words in (reader.email, "ilsa", "old-phone", "Ferry"):
        assert words not in page
    assert "3 alerts" not in at_desk(email="two@x.example").get("/en/desk/").content.decode()
    monkeypatch.undo()
    AlertWishes.objects.update(digest_due_at=now)
    assert send_digests(now=now) == 1
    assert not Undelivered.objects.filter(way="letter").exists()
