"""Newsletters: the mailbox they come to, who sends them, and which issues were read."""

from django.db import models

from wireroom.news.models.outlets import Outlet
from wireroom.news.models.work import Work, due_index


class Mailbox(Work):
    """A folder of a mailbox; its `step` is "letters" while the host names it in the settings.

    `validity` and `last_uid` say up to which letter it was read (UIDVALIDITY and UID of IMAP);
    they move in the transaction that files the issues before them.
    """

    key = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=300)
    validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    interval_s = models.PositiveIntegerField(default=900)
    error_count = models.PositiveIntegerField(default=0)
    rhythm = models.BinaryField(default=b"")
    reason = models.CharField(max_length=300, blank=True, default="")  # of the next look's time
    ok_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [due_index("mailbox_due")]  # noqa: RUF012 - Django's own form

    def __str__(self) -> str:
        return self.name


class NewsletterSender(models.Model):
    """Who sends letters, by List-Id or address; admitted where `outlet` is set.

    `issues` counts letters that came, `taken` those that were filed, `refused` those of an
    admitted sender that were not, `refusal` why the last of them was not.
    """

    key = models.CharField(max_length=300, unique=True)
    name = models.CharField(max_length=200)
    site = models.CharField(max_length=255)
    outlet = models.ForeignKey(Outlet, on_delete=models.SET_NULL, null=True, blank=True)
    issues = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    refusal = models.CharField(max_length=300, blank=True, default="")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key


class IssueFate(models.TextChoices):
    """What became of a letter."""

    UNKNOWN = "unknown"  # of nobody whom the host has admitted: its head alone was read
    WAITING = "waiting"  # its sender was admitted since
    TAKEN = "taken"
    REFUSED = "refused"


class NewsletterIssue(models.Model):
    """One letter of a newsletter, read once: `key` is of its sender and Message-ID."""

    key = models.CharField(max_length=32, unique=True)
    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE)
    sender = models.ForeignKey(NewsletterSender, on_delete=models.CASCADE, null=True, blank=True)
    validity = models.BigIntegerField()
    uid = models.BigIntegerField()
    fate = models.CharField(max_length=8, choices=IssueFate)
    reason = models.CharField(max_length=300, blank=True, default="")
    pages = models.PositiveIntegerField(default=0)  # that became due by it
    arrived_at = models.DateTimeField()

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(
                fields=["mailbox", "uid"],
                name="issue_waiting",
                condition=models.Q(fate="waiting"),
            )
        ]

    def __str__(self) -> str:
        return self.key
