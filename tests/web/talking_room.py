"""A story that people talk about, for tests: who comments, and browsers that are signed in."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import count

from django.test import Client
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.talk.paths import path_below
from wireroom.news.models import Brief, Story
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person
from wireroom.talk.models import Comment, Commenter
from wireroom.talk.services.counts import recount_threads
from wireroom.talk.services.names import choose_name
from wireroom.talk.services.writing import Draft, write_comment

_numbers = count(1)
SAID = "The harbour should have closed on Friday."
HELD = "I will kill you, I know where you live."


def make_talked(headline: str = "Ferry sinks off Ostvik") -> Story:
    """Make a story with a sentence that may be quoted."""
    outlet = make_outlet(f"Tidewire {next(_numbers)}")
    body = "The ferry sank off Ostvik on Friday. Nobody was hurt."
    article = make_article(outlet, headline, body=body)
    story = make_story([article])
    saying = ["Nobody was hurt.", article.pk, 1, 37, 53]
    quote = {
        "saying": saying, "kind": "direct", "speakers": ["A Roe"], "addressee": "", "via": [],
        "others": [], "carried": 1, "independent": 1, "first": article.pk,
    }  # fmt: skip
    Brief.objects.create(story=story, content={"quotes": [quote]})
    return story


def make_person(name: str = "", *, days: float = 30, is_staff: bool = False) -> Person:
    """Make somebody who joined so many days ago; with a name they may comment."""
    person = add_person(f"p{next(_numbers)}@tidewire.example", is_staff=is_staff)
    person.joined_at = timezone.now() - timedelta(days=days)
    person.save()
    if name:
        choose_name(person, name, now=timezone.now())
    return person


def make_comment(
    story: Story, person: Person, text: str = SAID, *, to: Comment | None = None, ago_s: float = 0
) -> Comment:
    """Write a comment as its writer does."""
    draft = Draft(
        story_id=story.pk, text=text, form=f"{next(_numbers):032d}", edition="en",
        parent_id=to.pk if to else None,
    )  # fmt: skip
    now = timezone.now() - timedelta(seconds=ago_s)
    return write_comment(draft, person=person, now=now)


def make_trusted(commenter: Commenter) -> None:
    """Let a commenter be of those whom search engines may find."""
    weeks = timezone.now() - timedelta(days=21)
    Commenter.objects.filter(pk=commenter.pk).update(made_at=weeks, shown_count=9)


def browser_of(person: Person) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def make_nested(story: Story, number: int, people: Sequence[Person]) -> list[Comment]:
    """File replies, each to the one before, as quickly as a table takes them."""
    rows = [make_comment(story, people[0], "Reply 0 on the ferry")]
    for deep in range(1, number):
        to, commenter = rows[-1], people[deep % len(people)].commenter
        row = Comment.objects.create(
            story=story, commenter=commenter, parent=to, path="", text=f"Reply {deep}", lang="en",
            state="shown", suggestion="show", form=f"row {to.pk}", made_at=to.made_at,
        )  # fmt: skip
        row.path = path_below(to.path, row.pk)
        row.save(update_fields=["path"])
        rows.append(row)
    recount_threads([story.pk])
    return rows
