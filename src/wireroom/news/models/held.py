"""Pages that wait for their host: behind it, in an order of their own, and at no cost meanwhile."""

from typing import Final

from django.db import models

from wireroom.news.models.pages import Page

# The step of a page that waits behind its host; nothing claims it, its host's turn wakes it.
HELD: Final = "held"
HOST_LENGTH: Final = 300  # no name of a host is longer than 253, and a port has 5 digits


class HeldHost(models.Model):
    """A host that may not be asked now, behind which pages wait, and when it has its next turn."""

    host = models.CharField(max_length=HOST_LENGTH, unique=True)
    turn_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.host


class HeldPage(models.Model):
    """A page's place behind a host: new ones, never fetched, before known ones, latest first.

    It counts while the page's step is HELD. One that was woken is remembered until its host's
    next turn, which wakes no more while it waits to be fetched.
    """

    class Line(models.IntegerChoices):
        """Where a page stands."""

        WOKEN = 0
        KNOWN = 1
        NEW = 2

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="held", primary_key=True
    )
    host = models.CharField(max_length=HOST_LENGTH)
    line = models.PositiveSmallIntegerField(choices=Line)

    class Meta:
        indexes = [models.Index(fields=["host", "line", "page"], name="held_in_order")]  # noqa: RUF012

    def __str__(self) -> str:
        return f"{self.page_id} behind {self.host}"
