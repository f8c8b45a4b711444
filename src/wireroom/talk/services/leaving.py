"""What becomes of a person's comments when their account goes: the words go, the threads stay."""

from django.db import transaction

from wireroom.people.models import Person
from wireroom.talk.models import Comment, Commenter, CommentRevision, RemovedFor, State
from wireroom.talk.services.counts import lock_thread, recount_threads


@transaction.atomic
def forget_person(person: Person) -> None:
    """Blank everything that a person wrote; their name, flags and blocks go with the account."""
    commenter = Commenter.objects.select_for_update().filter(person=person).first()
    if commenter is None:
        return
    comments = Comment.objects.filter(commenter=commenter)
    stories = sorted(set(comments.values_list("story_id", flat=True)))
    # The counts hold under the threads' locks alone; in order, so that no two who leave at once
    # wait for one another.
    for story in stories:
        lock_thread(story)
    CommentRevision.objects.filter(comment__commenter=commenter).delete()
    comments.exclude(state=State.REMOVED).update(
        state=State.REMOVED, removed_for=RemovedFor.ACCOUNT
    )
    comments.update(text="", scores={}, reasons=[], waits=False)
    recount_threads(stories)


def forget_deleted(sender: type[Person], instance: Person, **_signal: object) -> None:
    """Answer Django's word that an account is about to be deleted."""
    forget_person(instance)
