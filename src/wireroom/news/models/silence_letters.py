"""The days on which editors were written to of what fell silent."""

from django.db import models


class SilenceLetter(models.Model):
    """A day (UTC) of which one coordinator has seen to the letter, sent or not."""

    day = models.DateField(primary_key=True)

    def __str__(self) -> str:
        return f"silences of {self.day}"
