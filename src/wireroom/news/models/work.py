"""What every row that a stage works on carries: when it is due, who has it, how it went."""

from django.db import models
from django.db.models import Index, Q


class Work(models.Model):
    """A row with a next step.

    `due_at` is the only clock: claiming a row moves it to the end of the lease, so a row whose
    worker died becomes due again by itself. `lease` names the claim; a result is filed only
    under the lease that fetched it. `due_at` empty means that nothing is to be done.
    `attempts` counts claims; one whose holder was killed counts in `orphaned` instead, for it
    was most likely not this row that killed it.
    """

    step = models.CharField(max_length=8, blank=True, default="")
    due_at = models.DateTimeField(null=True, blank=True)
    lease = models.CharField(max_length=32, blank=True, default="")
    attempts = models.PositiveSmallIntegerField(default=0)
    orphaned = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True, default="")
    dead_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def due_index(name: str) -> Index:
    """Index the rows that have something to do: few, however many rows there are."""
    return models.Index(fields=["step", "due_at"], name=name, condition=Q(due_at__isnull=False))


def dead_index(name: str) -> Index:
    """Index the rows that were given up: the desk counts them on every look."""
    return models.Index(fields=["dead_at"], name=name, condition=Q(dead_at__isnull=False))
