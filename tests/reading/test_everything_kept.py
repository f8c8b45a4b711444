"""Whatever table has a person in it is in their export, and empty once they are deleted."""

import json
from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story
from tests.web.talking_room import SAID, make_comment, make_person

from wireroom.news.models import Topic
from wireroom.people.models import AppKey, Person
from wireroom.people.services.accounts import add_person, delete_person
from wireroom.people.services.app_keys import make_key
from wireroom.reading.models import (
    Alerted,
    AlertWishes,
    Block,
    Device,
    Follow,
    Highlight,
    Muted,
    ReadLanguages,
    Saved,
    Seen,
    Undelivered,
)
from wireroom.reading.queries.everything import KEPT
from wireroom.reading.targets import Kind
from wireroom.talk.models import Blocked, Comment, Commenter, Decision, Flag
from wireroom.talk.services.names import choose_name

pytestmark = pytest.mark.django_db

# Their rows stand in the export's "account".
OF_THE_ACCOUNT = {EmailAddress, Authenticator, SocialAccount, AppKey}
# What an editor changed in the admin: the newsroom's record, which goes with the account.
OF_THE_DESK = {LogEntry}
# Where the rows of these stand in the export's "talk".
OF_THE_TALK: dict[type[Model], str] = {Blocked: "blocked", Flag: "flags", Decision: "decisions"}


def tables_of_people() -> Iterator[tuple[type[Model], str]]:
    """Yield every table with a column that names a person, by which column."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if getattr(field, "concrete", False) and field.related_model is Person:
                yield model, field.name


def fill(person: Person) -> None:
    outlet = make_outlet("Tidewire")
    article = make_article(outlet, "Ferry sinks", body="The night ferry sank.")
    story = make_story([article])
    topic = Topic.objects.create(
        kind="place", key="o", slug="o", name="O", created_at=article.seen_at
    )
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "S1"})
    SocialAccount.objects.create(user=person, provider="oidc", uid="77", extra_data={"sub": "77"})
    make_key(person, "telephone", edition="en", now=timezone.now())
    Saved.objects.create(person=person, story=story)
    Saved.objects.create(person=person, article=article)
    for columns in ({"story": story}, {"topic": topic}, {"outlet": outlet}, {"words": "boats"}):
        Follow.objects.create(person=person, **columns)
    Block.objects.create(person=person, outlet=outlet)
    Muted.objects.create(person=person, words="football", key="football", exceptions=["Ostvik"])
    Highlight.objects.create(
        person=person, article=article, revision=1, start=4, end=9, words="night", note="mine"
    )
    Seen.objects.create(person=person, story=story, at=timezone.now())
    ReadLanguages.objects.create(person=person, languages=["ar"])
    choose_name(person, "Ilsa", now=timezone.now())
    theirs = make_comment(story, make_person("Bo"))
    assert theirs.commenter
    make_comment(story, person)
    Blocked.objects.create(person=person, commenter=theirs.commenter, made_at=timezone.now())
    Flag.objects.create(person=person, comment=theirs, kind="spam", made_at=timezone.now())
    Decision.objects.create(
        by=person,
        undone_by=person,
        story=story,
        comment=theirs,
        verdict="show",
        made_at=timezone.now(),
    )
    AlertWishes.objects.create(person=person, digest="daily")
    Device.objects.create(person=person, endpoint="https://push.example/1", p256dh="p", auth="a")
    Undelivered.objects.create(
        person=person, way="push", story=story, reason="busy", at=timezone.now(),
        failed_at=timezone.now(),
    )  # fmt: skip
    Alerted.objects.create(person=person, story=story, voices=1, at=timezone.now())


def test_the_export_is_complete_and_deletion_leaves_nothing() -> None:
    person, other = add_person("ilsa@tidewire.example"), add_person("oma@tidewire.example")
    fill(person)
    Muted.objects.create(person=other, words="others words", key="others words")
    client = Client()
    client.force_login(person)
    exported = json.loads(b"".join(client.get("/en/mine/export/").streaming_content))  # type: ignore[attr-defined]
    names = {model: name for name, (model, _columns) in KEPT.items()}
    for model, column in tables_of_people():
        if model in OF_THE_DESK:
            continue
        if model is Commenter:
            assert exported["talk"]["name"] == "Ilsa"
            continue
        rows = model._default_manager.filter(**{column: person}).count()
        assert rows, f"{model.__name__} is not filled by this test"
        if model in OF_THE_TALK:
            assert len(exported["talk"][OF_THE_TALK[model]]) == rows, model
        elif model not in OF_THE_ACCOUNT:
            assert len(exported[names[model]]) == rows, model
    assert exported["account"]["email"] == person.email
    assert [one["name_there"] for one in exported["account"]["known_elsewhere"]] == ["77"]
    assert [one["text"] for one in exported["talk"]["comments"]] == [SAID]
    assert "others words" not in json.dumps(exported)
    number = person.pk  # a deleted row forgets its own
    delete_person(person)
    for model, column in tables_of_people():
        assert not model._default_manager.filter(**{column: number}).exists(), model
    assert Muted.objects.filter(person=other).exists()
    assert sorted(Comment.objects.values_list("text", flat=True)) == ["", SAID]


def test_every_column_is_exported() -> None:
    for model, columns in KEPT.values():
        own = {field.attname for field in model._meta.concrete_fields}
        left_out = own - set(columns.values()) - {"id", "person_id"}
        assert left_out <= {"terms", "key"}, model  # folded from what is exported


def test_withdrawn_words_are_not_exported() -> None:
    person = add_person("ilsa@tidewire.example")
    fill(person)
    article = Highlight.objects.get().article
    article.spiked_at = timezone.now()
    article.save()
    client = Client()
    client.force_login(person)
    text = b"".join(client.get("/en/mine/export/").streaming_content).decode()  # type: ignore[attr-defined]
    (row,) = json.loads(text)["highlights"]
    assert row["note"] == "mine"
    assert "words" not in row


def test_headlines_of_withdrawn_stories_are_not_exported() -> None:
    person = add_person("ilsa@tidewire.example")
    fill(person)
    story = Saved.objects.exclude(story=None).get().story
    assert story
    story.headline, story.spiked_at = "Harbour burns", timezone.now()
    story.save()
    client = Client()
    client.force_login(person)
    text = b"".join(client.get("/en/mine/export/").streaming_content).decode()  # type: ignore[attr-defined]
    assert "Harbour burns" not in text
    for name in ("saved", "follows", "seen", "alerted"):
        assert story.pk in [row.get("story") for row in json.loads(text)[name]]


def test_every_kind_has_its_column() -> None:
    columns = {field.attname for model in (Saved, Follow, Block) for field in model._meta.fields}
    assert {"words" if kind is Kind.WORDS else f"{kind}_id" for kind in Kind} <= columns
