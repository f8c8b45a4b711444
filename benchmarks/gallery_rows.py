"""Fills a new database with rows that strain a layout, and prints who may look at them, and where.

    python -m benchmarks.gallery_rows ROWS      (-1: no rows, for a newsroom that has its own)

`ROWS` is how many of each kind there are: stories, reports of the largest story, stories of a
topic, and what the host saved, follows and highlighted. What is printed is JSON: the sessions of a
host, of a newcomer and of somebody who was invited, and by language what goes into the addresses
of pages that no link leads to.
"""

import json
import os
import sys
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wireroom.news.models import Article, Outlet, Story
    from wireroom.people.models import Person

_RUN_S: Final = 7200.0  # as long as a run may take, in which nobody is asked again
HOST: Final = "host@tidewire.example"
NEWCOMER: Final = "newcomer@tidewire.example"
INVITED: Final = "invited@tidewire.example"  # by the host: has no password yet
# As long as a headline may reasonably be, and longer than any column has room for.
HEADLINE_CHARS: Final = 300
UNBROKEN_CHARS: Final = 80
_PLAIN: Final = {
    "en": "The night ferry ran aground off Ostvik and nine people were brought ashore",
    "ar": "جنحت عبارة الليل قبالة أوستفيك ونقل تسعة أشخاص إلى البر",
}
_MIXED: Final = {
    "en": "Minister says “لا نعلم شيئا بعد” about 3.5% levy (draft 2): Ostvik’s مرفأ reopens",
    "ar": "الوزير: «no comment yet» عن رسم 3.5% (مسودة 2) وميناء Ostvik Harbour يفتح",
}
_UNBROKEN: Final = {"en": "Verwaltungs" * 8, "ar": "المستشار" * 10}
_NOWHERE: Final = "http://127.0.0.1:9/no-picture.jpg"  # the discard port: nothing answers
_SECTIONS: Final = {"en": ("World", "Economy", "Culture"), "ar": ("العالم", "اقتصاد", "ثقافة")}


def headlines(lang: str) -> list[str]:
    """Return headlines that strain a layout, each in turn with a plain one."""
    plain = _PLAIN[lang]
    long = (f"{plain}, " * 9)[:HEADLINE_CHARS]
    unbroken = _UNBROKEN[lang][:UNBROKEN_CHARS]
    return [long, plain, _MIXED[lang], plain, f"{unbroken} {plain}", plain, plain]


def main() -> None:
    """Fill the database of the environment and print who may look at it, and where."""
    rows = int(sys.argv[1])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
    import django  # the settings' environment has to be there first

    django.setup()
    from django.core.management import call_command

    if rows >= 0:
        call_command("migrate", verbosity=0)
    host = _make_host()
    for lang in ("en", "ar"):
        if rows > 0:
            _fill(lang, rows, host)
    print(json.dumps(_act(rows, host)))


def _act(rows: int, host: "Person") -> dict[str, object]:
    """Let people act; return their sessions, and the places of what they did."""
    from allauth.account.models import EmailAddress, EmailConfirmationHMAC
    from django.conf import settings
    from django.utils import timezone

    from benchmarks.gallery_deeds import add_deeds, add_second_steps, name_people
    from wireroom.adapters.kept_settings import make_start_key
    from wireroom.people.services.accounts import password_key
    from wireroom.reading.queries.unsubscribing import unsubscribe_token

    newcomer, invited = _make_person(NEWCOMER), _make_person(INVITED, password="")
    people, now = (host, newcomer), timezone.now()
    name_people(people, now=now)
    key = add_second_steps(host)
    address = EmailAddress.objects.create(user=invited, email=f"second-{INVITED}")
    uid, password = password_key(invited)
    anywhere = {
        "token": unsubscribe_token(host.pk), "key": key, "uid": uid, "password": password,
        "start": make_start_key(settings.VAR), "confirm": EmailConfirmationHMAC(address).key,
    }  # fmt: skip
    places = {
        lang: anywhere | add_deeds(lang, rows, people, says=headlines(lang), now=now)
        for lang in ("en", "ar")
    }
    known = {"host": host, "newcomer": newcomer, "invited": invited}
    return {"sessions": {who: _sign_in(one) for who, one in known.items()}, "places": places}


def _make_host() -> "Person":
    from wireroom.people.roles import Role
    from wireroom.people.services.roles import set_role

    host = _make_person(HOST)
    set_role(host.pk, Role.HOST)
    return type(host).objects.get(pk=host.pk)


def _make_person(email: str, *, password: str = "quiet-harbour-9") -> "Person":
    from wireroom.people.services.accounts import add_person

    person = add_person(email)
    if password:  # without one, deletion and second steps have nothing to ask for
        person.set_password(password)
        person.save()
    return person


def _sign_in(person: "Person") -> str:
    """Return a session whose password was asked for just now."""
    from allauth.account.internal.flows import login
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.http import HttpRequest

    request, session = HttpRequest(), SessionStore()
    request.session = session
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    login.record_authentication(request, person, "password", reauthenticated=True)
    session[login.AUTHENTICATION_METHODS_SESSION_KEY][-1]["at"] += _RUN_S
    session.save()
    return str(session.session_key)


def _fill(lang: str, rows: int, host: "Person") -> None:
    from tests.web.newsroom import make_article, make_story, make_topic, tag_story

    outlets = _outlets(lang)
    kinds, sections = headlines(lang), _SECTIONS[lang]
    body = "\n\n".join([f"{kinds[n % len(kinds)]}." for n in range(12)])
    articles = [
        make_article(
            outlets[n % len(outlets)], kinds[n % len(kinds)], body=body, hours=1 + n / 20,
            dir="rtl" if lang == "ar" else "ltr", standfirst=kinds[(n + 2) % len(kinds)],
            image_url=_NOWHERE, image_caption=kinds[2], key_points=kinds[1:3],
            authors=[kinds[4][:UNBROKEN_CHARS]], section=sections[n % 3], states=1 + n % 2,
        )
        for n in range(2 * rows)
    ]  # fmt: skip
    stories = [make_story(articles[:rows], rank=1000.0)]
    stories += [make_story([one], rank=1.0 - n) for n, one in enumerate(articles[rows:-1])]
    topic = make_topic(f"{_UNBROKEN[lang][:UNBROKEN_CHARS]}")
    for story in stories:
        tag_story(story, topic)
    _add_brief(stories[0], articles[:rows])
    _keep(host, articles[:rows], stories)


def _outlets(lang: str) -> "list[Outlet]":
    from tests.web.newsroom import make_outlet

    long = _UNBROKEN[lang][:UNBROKEN_CHARS]
    names = (long, f"Tidewire {lang}", f"صحيفة المرفأ {lang}", _PLAIN[lang] + lang)
    return [
        make_outlet(
            name, name_en=f"Outlet {lang} {n}", lang=lang, policy="full", images_allowed=True
        )
        for n, name in enumerate(names)
    ]


def _add_brief(story: "Story", articles: "Sequence[Article]") -> None:
    from benchmarks.web_briefs import make_briefs
    from wireroom.news.models import Brief

    Brief.objects.bulk_create(make_briefs([story], {story.pk: list(islice(articles, 40))}))


def _keep(host: "Person", articles: "Sequence[Article]", stories: "Sequence[Story]") -> None:
    from wireroom.reading.models import Follow, Highlight, Muted, Saved

    Saved.objects.bulk_create(
        Saved(person=host, article=one, terms=f" {one.headline} ") for one in articles
    )
    Follow.objects.bulk_create(Follow(person=host, story=one) for one in stories)
    Highlight.objects.bulk_create(
        Highlight(
            person=host, article=one, revision=1, start=0, end=20, words=one.headline[:200],
            note=one.headline,
        )
        for one in articles
    )  # fmt: skip
    Muted.objects.bulk_create(
        Muted(person=host, words=words, key=f"{n} {words}")
        for n, one in enumerate(articles)
        for words in [f"{one.lang} {n} {one.headline}"[:60]]
    )


if __name__ == "__main__":
    main()
