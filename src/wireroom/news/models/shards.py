"""One writer a language: the lease that keeps several coordinators apart."""

from django.db import models


class Shard(models.Model):
    """A language whose articles one coordinator at a time matches and assigns."""

    lang = models.CharField(max_length=35, unique=True)
    holder = models.CharField(max_length=32, blank=True, default="")
    held_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.lang
