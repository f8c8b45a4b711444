"""What is remembered of an outlet's pages, so that what repeats on them is told from reports."""

from django.db import models

from wireroom.news.models.outlets import Outlet


class OutletMemory(models.Model):
    """The packed memory (engine.pages.memory) of an outlet's last pages, at most 31.5 KB.

    `learnt` counts the pages learnt in all: two states of one memory differ in it.
    """

    outlet = models.OneToOneField(
        Outlet, on_delete=models.CASCADE, related_name="memory", primary_key=True
    )
    version = models.PositiveSmallIntegerField()
    packed = models.BinaryField()
    learnt = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.learnt} pages of outlet {self.outlet_id}"
