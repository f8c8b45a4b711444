"""People as commenters: their names, who is banned, and whom they do not want to see."""

from django.db import models

from wireroom.engine.talk.names import LONGEST_NAME
from wireroom.people.models import Person


class Commenter(models.Model):
    """The name under which a person comments; nothing else of them is shown.

    `skeleton` is the same for names that look alike (engine.talk.names). Counts are made anew
    with each change, and tell whom search engines may find.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="commenter")
    name = models.CharField(max_length=LONGEST_NAME, unique=True)
    # One sign may become several: "ﷺ" is eighteen.
    skeleton = models.CharField(max_length=20 * LONGEST_NAME, unique=True)
    made_at = models.DateTimeField()
    shown_count = models.PositiveIntegerField(default=0)
    removed_count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Ban(models.Model):
    """A commenter may not comment, until a time or for good; what they wrote stays."""

    commenter = models.OneToOneField(Commenter, on_delete=models.CASCADE, related_name="ban")
    until = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=400, blank=True, default="")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.commenter_id} until {self.until}"


class Blocked(models.Model):
    """A person does not want to see a commenter."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    commenter = models.ForeignKey(Commenter, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["person", "commenter"], name="blocked_once")
        ]

    def __str__(self) -> str:
        return f"{self.commenter_id} by {self.person_id}"
