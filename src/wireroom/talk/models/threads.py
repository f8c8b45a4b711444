"""What holds for all comments of a story."""

from django.db import models

from wireroom.news.models import Story


class Mode(models.TextChoices):
    """Open; slow, one comment a person in ten minutes; locked, the desk alone; closed, hidden."""

    OPEN = "open"
    SLOW = "slow"
    LOCKED = "locked"
    CLOSED = "closed"


class Thread(models.Model):
    """The comments that were written on one story; their number is made anew with each change."""

    story = models.OneToOneField(
        Story, on_delete=models.CASCADE, primary_key=True, related_name="thread"
    )
    mode = models.CharField(max_length=6, choices=Mode, default=Mode.OPEN)
    why = models.CharField(max_length=400, blank=True, default="")
    shown_count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.shown_count} on {self.story_id}"
