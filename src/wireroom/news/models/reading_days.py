"""How well an outlet's pages were read, day by day."""

from django.db import models

from wireroom.news.models.outlets import Outlet


class ReadingDay(models.Model):
    """How many of the pages that were fetched of an outlet on a UTC day turned out to be what.

    `health` is as on Page. A page counts once on each day of which it was fetched, with what it
    was last read as.
    """

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="reading_days")
    day = models.DateField()
    health = models.CharField(max_length=20)
    pages = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["outlet", "day", "health"], name="reading_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.health}: {self.pages} of outlet {self.outlet_id}"
