"""Digests: a letter to each person whose hour has come, of what is new of what they follow."""

import logging
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Final
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from wireroom.pipeline.retry import retry_at
from wireroom.reading.models import Alert, AlertWishes
from wireroom.reading.queries.alerts import writes_to
from wireroom.reading.queries.new import SETTLED, NewOf, read_new
from wireroom.reading.queries.unsubscribing import unsubscribe_token
from wireroom.reading.services.digests import (
    claim_digest,
    due_digests,
    note_refused,
    note_sent,
    put_off_digest,
)
from wireroom.reading.services.undelivered import Failed, forget_letter, note_letter

log: Final = logging.getLogger(__name__)
_PERMANENT: Final = 500  # SMTP's replies from here on are final (RFC 5321, 4.2.1)
_TOLD: Final = (Alert.AT_ONCE, Alert.DIGEST)


def send_digests(*, now: datetime) -> int:
    """Send what is due and return how many letters went out; without a mail server none."""
    if settings.WIREROOM_MAIL is None:
        return 0
    sent = 0
    connection = get_connection()
    for row in due_digests(now=now):
        if claim_digest(row, now=now):
            sent += _send(row, connection, now=now)
    return sent


def _send(row: AlertWishes, connection: BaseEmailBackend, *, now: datetime) -> bool:
    """Write to one person; nothing is sent where nothing is new, or to an unproven address."""
    person = row.person
    if not writes_to(person):
        return False
    since = (row.digested_at or now) - SETTLED
    news = read_new(person, since=since, until=now - SETTLED, alerts=_TOLD, lang=row.lang)
    if not news:
        note_sent(row, now=now)
        return False
    letter = make_letter(row, news)
    letter.connection = connection
    try:
        letter.send()
    except (SMTPException, OSError) as error:
        _note_failed(row, error, now=now)
        return False
    note_sent(row, now=now)
    forget_letter(row.person_id)
    return True


def make_letter(row: AlertWishes, news: tuple[NewOf, ...]) -> EmailMultiAlternatives:
    """Return the letter in its reader's language, with a way out that mail programs know."""
    parts = {"edition": row.lang, "token": unsubscribe_token(row.person_id)}
    way_out = _absolute(reverse("unsubscribe", kwargs=parts))
    context = {
        "news": news, "stories": sum(len(one.stories) for one in news),
        "absolute": _absolute, "way_out": way_out,
    }  # fmt: skip
    with translation.override(row.lang):
        subject = render_to_string("mail/digest_subject.txt.jinja", context)
        text = render_to_string("mail/digest.txt.jinja", context)
        page = render_to_string("mail/digest.jinja", context)
    letter = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=text,
        to=[row.person.email],
        # RFC 8058: one click in the mail program, without a page.
        headers={
            "List-Unsubscribe": f"<{way_out}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no answers from absent people
        },
    )
    letter.attach_alternative(page, "text/html")
    return letter


def _note_failed(row: AlertWishes, error: SMTPException | OSError, *, now: datetime) -> None:
    """Take a refused address for refused, and try again later what the server could not do."""
    if isinstance(error, SMTPRecipientsRefused) and all(
        code >= _PERMANENT for code, _why in error.recipients.values()
    ):
        log.info("a digest of person %s is refused", row.person_id)
        note_refused(row)
        note_letter(row.person, _failed("refused", _codes(error)), now=now)
        return
    log.warning("no digest can be sent: %s", type(error).__name__)
    note_letter(row.person, _failed("server", type(error).__name__), now=now)
    until = retry_at(key=f"digest:{row.person_id}", attempts=row.failures + 1, now=now)
    if until is not None:
        put_off_digest(row, until=until)


def _failed(reason: str, error: str) -> Failed:
    """Return why a letter was not taken; it is due again with its digest."""
    mail = settings.WIREROOM_MAIL
    return Failed(reason=reason, error=error, server=mail.host if mail else "", due_at=None)


def _codes(error: SMTPRecipientsRefused) -> str:
    """Return the server's codes alone: its words name the reader's address."""
    return ", ".join(str(code) for code, _why in error.recipients.values())


def _absolute(path: str) -> str:
    return urljoin(settings.WIREROOM_URL, path.lstrip("/"))
