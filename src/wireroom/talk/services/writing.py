"""Writing a comment, editing it within its window, and deleting it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from wireroom.engine.talk.cleaning import MOST_SIGNS, MOST_TYPED, clean_text
from wireroom.engine.talk.limits import EDIT_WINDOW, find_wait
from wireroom.engine.talk.paths import path_below
from wireroom.engine.text.language import language_of
from wireroom.news.models import Story
from wireroom.people.models import Person
from wireroom.talk.models import Comment, Commenter, CommentRevision, Mode, RemovedFor, State
from wireroom.talk.queries.family import Talk, read_talk
from wireroom.talk.queries.past import read_context, read_past
from wireroom.talk.services.bans import check_ban
from wireroom.talk.services.counts import lock_comment, lock_person, lock_thread, recount
from wireroom.talk.services.refused import Refused, Why
from wireroom.talk.services.scoring import assess, columns_of, load_rules

# Merges that one story's address leads through: no more than a merge of merges of merges.
MOST_MOVES: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody wrote; `form` is the number of the form it was written in."""

    story_id: int
    text: str
    form: str
    parent_id: int | None = None
    edition: str = ""  # the language of most short comments


def read_text(typed: str) -> str:
    """Return a text as it would be kept. Raises Refused where it is too long, or nothing."""
    text = clean_text(typed) if len(typed) <= MOST_TYPED else typed
    if len(text) > MOST_SIGNS:
        raise Refused(Why.LONG)
    if not text:
        raise Refused(Why.EMPTY)
    return text


def write_comment(draft: Draft, *, person: Person, now: datetime) -> Comment:
    """File a comment: shown at once, unless the scorer holds it. Raises Refused."""
    text = read_text(draft.text)
    load_rules()
    return _file_comment(draft, text, person=person, now=now)


@transaction.atomic
def _file_comment(draft: Draft, text: str, *, person: Person, now: datetime) -> Comment:
    commenter = lock_person(person)
    sent = Comment.objects.filter(commenter=commenter, form=draft.form).first()
    if sent is not None:  # the button was pressed twice
        return sent
    story_id = _surviving(draft.story_id)
    lock_thread(story_id)
    talk = read_talk(story_id)
    _check_may(commenter, talk, now=now)
    parent = _parent(draft.parent_id, talk)
    assessment = assess(text, read_context(commenter, talk.stories, now=now))
    is_held = assessment.suggestion == "hold"
    comment = Comment.objects.create(
        story_id=story_id, commenter=commenter, parent=parent, path="", text=text,
        lang=language_of(text, stated=draft.edition), by_desk=person.is_staff,
        state=State.HELD if is_held else State.SHOWN, waits=assessment.suggestion != "show",
        form=draft.form, made_at=now, **columns_of(assessment),
    )  # fmt: skip
    comment.path = path_below(parent.path if parent else "", comment.pk)
    comment.save(update_fields=["path"])
    recount(comment)
    return comment


def edit_comment(
    comment_id: int, typed: str, *, revision: int, person: Person, now: datetime
) -> Comment:
    """Change a comment's text within its window; `revision` is the one that was edited.

    What was held stays held: nobody learns by trying which words pass. Raises Refused.
    """
    text = read_text(typed)
    load_rules()
    return _file_edit(comment_id, text, revision=revision, person=person, now=now)


@transaction.atomic
def _file_edit(
    comment_id: int, text: str, *, revision: int, person: Person, now: datetime
) -> Comment:
    comment = _own(comment_id, person)
    check_may_edit(comment, now=now)
    if text == comment.text:
        return comment
    if comment.revision != revision:
        raise Refused(Why.CHANGED, told=comment.text)
    commenter = lock_person(person)
    check_ban(commenter, now=now)
    context = read_context(commenter, [comment.story_id], now=now, but=comment.pk)
    assessment = assess(text, context)
    CommentRevision.objects.create(
        comment=comment, number=comment.revision, text=comment.text,
        made_at=comment.edited_at or comment.made_at,
    )  # fmt: skip
    if assessment.suggestion == "hold":
        comment.state = State.HELD
    comment.waits = comment.waits or assessment.suggestion != "show"
    comment.text, comment.edited_at, comment.revision = text, now, comment.revision + 1
    columns = columns_of(assessment)
    for name, value in columns.items():
        setattr(comment, name, value)
    comment.save(update_fields=[*columns, "state", "waits", "text", "edited_at", "revision"])
    recount(comment)
    return comment


@transaction.atomic
def delete_comment(comment_id: int, *, person: Person) -> Comment:
    """Take a comment's words away for good, its place stays. Raises Refused."""
    comment = _own(comment_id, person)
    if comment.state != State.REMOVED:
        comment.state, comment.removed_for = State.REMOVED, RemovedFor.OWN
    comment.text, comment.scores, comment.reasons, comment.waits = "", {}, [], False
    comment.save(update_fields=["state", "removed_for", "text", "scores", "reasons", "waits"])
    CommentRevision.objects.filter(comment=comment).delete()
    recount(comment)
    return comment


def check_may_edit(comment: Comment, *, now: datetime) -> None:
    """Raise Refused where a comment is removed, or its window closed."""
    if comment.state == State.REMOVED:
        raise Refused(Why.GONE)
    if now - comment.made_at > EDIT_WINDOW:
        raise Refused(Why.LATE)


def _own(comment_id: int, person: Person) -> Comment:
    comment = lock_comment(comment_id)
    if comment.commenter is None or comment.commenter.person_id != person.pk:
        raise Refused(Why.NOT_OWN)
    return comment


def _surviving(story_id: int) -> int:
    """Return the story that stands for one now: it may have been merged while one wrote."""
    for _ in range(MOST_MOVES):
        row = Story.objects.filter(pk=story_id).values("merged_into", "spiked_at", "rank").first()
        if row is None or row["spiked_at"] is not None:
            break
        if row["merged_into"] is None:
            if row["rank"] is None:
                break
            return story_id
        story_id = row["merged_into"]
    raise Refused(Why.GONE)


def _check_may(commenter: Commenter, talk: Talk, *, now: datetime) -> None:
    check_ban(commenter, now=now)
    if commenter.person.is_staff:
        return
    if not talk.is_open:
        raise Refused(Why.LOCKED, told=talk.why)
    past = read_past(commenter, talk.stories, now=now)
    is_slow = talk.mode == Mode.SLOW
    wait = find_wait(past, now=now, is_slow=is_slow)
    if wait.total_seconds() > 0:
        raise Refused(Why.SLOW if is_slow else Why.OFTEN, wait=wait)


def _parent(parent_id: int | None, talk: Talk) -> Comment | None:
    if parent_id is None:
        return None
    rows = Comment.objects.filter(pk=parent_id, story__in=talk.stories, state=State.SHOWN)
    parent = rows.first()
    if parent is None:
        raise Refused(Why.PARENT_GONE)
    return parent
