"""Comments, what they said before an edit, and the flags that readers put on them."""

from django.db import models

from wireroom.engine.talk.paths import LONGEST_PATH
from wireroom.news.models import Story
from wireroom.people.models import Person
from wireroom.talk.models.commenters import Commenter


class State(models.TextChoices):
    """Shown to all; held until a moderator looked; removed, its place and the reason shown."""

    SHOWN = "shown"
    HELD = "held"
    REMOVED = "removed"


class RemovedFor(models.TextChoices):
    """Why a comment is gone; the last two are its writer's own doing."""

    INSULT = "insult"
    THREAT = "threat"
    HATE = "hate"
    HARASSMENT = "harassment"
    SEXUAL = "sexual"
    PERSONAL = "personal"
    SPAM = "spam"
    OFF_TOPIC = "off_topic"
    OTHER = "other"
    OWN = "own"
    ACCOUNT = "account"


class Comment(models.Model):
    """One comment on a story: the story in which it was written, whatever that became.

    A story that was merged into another one shows its comments there (queries/family).
    `path` is its place in the thread (engine.talk.paths). `reasons` are the scorer's, as
    [[kind, cause, start, end, score], …] over `text`. `waits` puts it before moderators.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    commenter = models.ForeignKey(
        Commenter, on_delete=models.SET_NULL, null=True, blank=True, related_name="comments"
    )
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    path = models.CharField(max_length=LONGEST_PATH)
    text = models.TextField()
    lang = models.CharField(max_length=35, blank=True, default="")
    by_desk = models.BooleanField(default=False)
    state = models.CharField(max_length=7, choices=State)
    removed_for = models.CharField(max_length=10, choices=RemovedFor, blank=True, default="")
    removed_words = models.CharField(max_length=400, blank=True, default="")
    suggestion = models.CharField(max_length=4)  # engine.moderation.assessment.Suggestion
    scores = models.JSONField(default=dict)
    reasons = models.JSONField(default=list)
    waits = models.BooleanField(default=False)
    flags_count = models.PositiveIntegerField(default=0)
    revision = models.PositiveSmallIntegerField(default=1)
    form = models.CharField(max_length=32)  # a form that is sent twice makes one comment
    made_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["story", "path"], name="comment_in_thread"),
            models.Index(fields=["story", "state", "-id"], name="comment_latest"),
            models.Index(fields=["commenter", "-made_at"], name="comment_of"),
            models.Index(fields=["commenter", "state"], name="comment_counted"),
            models.Index(
                # By time: by number, SQLite would rather read the table in its own order.
                fields=["made_at", "id"],
                name="comment_waits",
                condition=models.Q(waits=True),
            ),
        ]
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["commenter", "form"], name="comment_sent_once")
        ]

    def __str__(self) -> str:
        return f"comment {self.pk} on {self.story_id}"


class CommentRevision(models.Model):
    """What a comment said before it was edited; moderators see it, and its writer."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["comment", "number"], name="comment_revision_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} as of {self.number}"


class Flag(models.Model):
    """One person's word that a comment should be looked at."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="flags")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=RemovedFor)
    words = models.CharField(max_length=300, blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["person", "-made_at"], name="flag_of"),
        ]
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["comment", "person"], name="flag_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.comment_id}"
