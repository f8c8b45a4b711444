"""One writer a language: the lease that keeps several coordinators apart."""

from django.db import models

from wireroom.news.models.work import Work


class Shard(Work):
    """A language whose articles one coordinator at a time matches and assigns.

    Its `step` is "repair" when its stories are to be decided anew in order of publication. One row
    more, "*", has the step "tie" when stories of all languages are to be tied to events, and one,
    "*abroad", the step "abroad" when their reports are to be compared.
    """

    lang = models.CharField(max_length=35, unique=True)
    holder = models.CharField(max_length=32, blank=True, default="")
    held_until = models.DateTimeField(null=True, blank=True)
    # What was assigned later, and mends undone later, are still to be repaired.
    repaired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.lang
