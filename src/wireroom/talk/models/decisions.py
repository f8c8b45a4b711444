"""What moderators decided, kept for good."""

from django.db import models

from wireroom.news.models import Story
from wireroom.people.models import Person
from wireroom.talk.models.commenters import Commenter
from wireroom.talk.models.comments import Comment, RemovedFor


class Verdict(models.TextChoices):
    """What a moderator can decide of a comment, a commenter or a story's comments."""

    SHOW = "show"
    REMOVE = "remove"
    BAN = "ban"
    MODE = "mode"


class Decision(models.Model):
    """One decision with its reason; `was` is what it changed, for undoing it.

    `by` is empty once the account is gone: the log stays, without whose it was.
    """

    verdict = models.CharField(max_length=6, choices=Verdict)
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, null=True, blank=True, related_name="decisions"
    )
    commenter = models.ForeignKey(
        Commenter, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=10, choices=RemovedFor, blank=True, default="")
    words = models.CharField(max_length=400, blank=True, default="")
    told = models.CharField(max_length=60, blank=True, default="")  # the mode, or the ban's end
    was = models.JSONField(default=dict)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.verdict} {self.pk}"
