"""Locks in one order, commenter before thread, and the counts that are made anew under them."""

from collections.abc import Iterable
from typing import Final

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from wireroom.people.models import Person
from wireroom.talk.models import Comment, Commenter, RemovedFor, State, Thread
from wireroom.talk.services.refused import Refused, Why

# What its writer took away tells nothing of how they behave.
OWN_DOING: Final = (RemovedFor.OWN, RemovedFor.ACCOUNT)


def lock_person(person: Person) -> Commenter:
    """Lock a person as a commenter, so that of two comments at once both are counted.

    Raises Refused where they have no name.
    """
    locked = Commenter.objects.select_for_update(of=("self",)).select_related("person")
    commenter = locked.filter(person=person).first()
    if commenter is None:
        raise Refused(Why.NO_NAME)
    return commenter


def lock_comment(comment_id: int) -> Comment:
    """Lock who wrote a comment, then its thread, and return it. Raises Refused."""
    told = Comment.objects.filter(pk=comment_id).values_list("commenter", "story").first()
    if told is None:
        raise Refused(Why.GONE)
    list(Commenter.objects.select_for_update().filter(pk=told[0]).values_list("pk"))
    lock_thread(told[1])
    return Comment.objects.get(pk=comment_id)


def lock_thread(story_id: int) -> Thread:
    """Lock what holds for a story's comments, made where it is not there yet."""
    Thread.objects.get_or_create(story_id=story_id)
    return Thread.objects.select_for_update().get(story_id=story_id)


def recount(comment: Comment) -> None:
    """Count anew what a comment's change may have changed."""
    recount_threads([comment.story_id])
    if comment.commenter_id is not None:
        recount_commenter(comment.commenter_id)


def recount_threads(stories: Iterable[int]) -> None:
    """Count the shown comments of stories."""
    shown = Comment.objects.filter(story=OuterRef("story_id"), state=State.SHOWN).order_by()
    counted = shown.values("story").annotate(count=Count("pk")).values("count")
    number = Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    Thread.objects.filter(story__in=list(stories)).update(shown_count=number)


def recount_commenter(commenter_id: int) -> None:
    """Count what stands of a commenter, and what moderators removed."""
    counts = Comment.objects.filter(commenter=commenter_id).aggregate(
        shown=Count("pk", filter=Q(state=State.SHOWN)),
        removed=Count("pk", filter=Q(state=State.REMOVED) & ~Q(removed_for__in=OWN_DOING)),
    )
    Commenter.objects.filter(pk=commenter_id).update(
        shown_count=counts["shown"], removed_count=counts["removed"]
    )
