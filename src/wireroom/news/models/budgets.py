"""What hosts were asked: so that their budgets outlive a restart, and are one for all who ask."""

from django.db import models


class HostHour(models.Model):
    """How many requests were made to a host in an hour (since 1970), and for what of them."""

    host = models.CharField(max_length=300)
    hour = models.PositiveIntegerField()
    asked = models.PositiveIntegerField()  # in all
    feeds = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    robots = models.PositiveIntegerField(default=0)
    terms = models.PositiveIntegerField(default=0)
    pictures = models.PositiveIntegerField(default=0)
    hubs = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [  # noqa: RUF012 - Django's own form
            models.UniqueConstraint(fields=["hour", "host"], name="host_hour_once")
        ]

    def __str__(self) -> str:
        return f"{self.host}: {self.asked}"
