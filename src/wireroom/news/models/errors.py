"""Errors that readers reported in what the machine chose, and what editors decided."""

from django.db import models

from wireroom.news.models.articles import Article
from wireroom.news.models.stories import Story


class ErrorState(models.TextChoices):
    """What became of a reported error; `agreed` hides the piece for good."""

    OPEN = "open"
    AGREED = "agreed"
    DECLINED = "declined"


class ReportedError(models.Model):
    """One reader's word about one shown piece: its place, what was shown, and why it is wrong.

    Of a machine's translation `start` is the number of the text in it, `shown` its words there.
    `key` is hidden.piece_key of the words: with the article it names the piece in every revision.
    """

    story = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, blank=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reported_errors")
    room = models.CharField(max_length=12)
    revision = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    shown = models.TextField()
    key = models.CharField(max_length=32)
    words = models.CharField(max_length=1000, blank=True, default="")
    edition = models.CharField(max_length=8, blank=True, default="")
    state = models.CharField(max_length=8, choices=ErrorState, default=ErrorState.OPEN)
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=100, blank=True, default="")
    decided_why = models.CharField(max_length=400, blank=True, default="")

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["state", "made_at"], name="error_by_state"),
            models.Index(fields=["article", "key"], name="error_by_piece"),
        ]

    def __str__(self) -> str:
        return f"error {self.pk} in article {self.article_id}"


class ErrorSender(models.Model):
    """How many errors came from one address within an hour; `key` does not tell the address."""

    key = models.CharField(max_length=32, unique=True)
    count = models.PositiveSmallIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {self.until}"
