"""A letter to editors, once a day, of outlets and feeds that have fallen silent."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from smtplib import SMTPException
from typing import Final
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from wireroom.news.queries.desk import read_silent
from wireroom.news.queries.health import read_still_feeds
from wireroom.news.services.silence_letters import claim_day
from wireroom.people.models import Person
from wireroom.people.roles import Role, role_of
from wireroom.reading.queries.alerts import writes_to

log: Final = logging.getLogger(__name__)
# UTC: before most desks begin, and after the night in which most outlets are silent anyhow.
_FROM: Final = time(5)
_SHOWN: Final = 20
# What fell silent longer ago was written of before, and stands on the desk's page "System health".
_LATELY: Final = timedelta(days=3)


def tell_editors(*, now: datetime) -> int:
    """Write to editors of what fell silent in three days; return how many letters went out.

    Without a mail server none. A day on which the server takes none is not made up for.
    """
    if settings.WIREROOM_MAIL is None or now.time() < _FROM or not claim_day(now.date()):
        return 0
    since = now - _LATELY
    silent = read_silent(today=now.date(), limit=_SHOWN)
    outlets = [one for one in silent if one.last_on >= since.date()]
    still = read_still_feeds(now=now, shown=_SHOWN)
    feeds = [one for one in still if one.news_at and one.news_at >= since]
    if not outlets and not feeds:
        return 0
    return _send({"outlets": outlets, "feeds": feeds})


def _send(silent: Mapping[str, Sequence[object]]) -> int:
    lang = settings.WIREROOM_EDITIONS[0].partition("-")[0]
    health = reverse("desk-health", kwargs={"edition": settings.WIREROOM_EDITIONS[0]})
    there = urljoin(settings.WIREROOM_URL, health.lstrip("/"))
    with translation.override(lang):
        subject = render_to_string("mail/silent_subject.txt.jinja", silent)
        text = render_to_string("mail/silent.txt.jinja", {**silent, "there": there})
    connection, sent = get_connection(), 0
    for address in _editors():
        letter = EmailMessage(
            " ".join(subject.split()), text, to=[address], connection=connection,
            headers={"Auto-Submitted": "auto-generated"},  # RFC 3834
        )  # fmt: skip
        try:
            sent += letter.send()
        except (SMTPException, OSError) as error:
            log.warning("an editor is not told of silences: %s", type(error).__name__)
    return sent


def _editors() -> Iterator[str]:
    """Yield the addresses of those who curate, where somebody has shown that they are theirs."""
    staff = Person.objects.filter(is_active=True, is_staff=True).prefetch_related("groups")
    for person in staff.order_by("pk"):
        if role_of(person).may(Role.EDITOR) and writes_to(person):
            yield person.email
