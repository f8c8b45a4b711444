"""What editors did to stories by hand, kept for good."""

from django.db import models


class Deed(models.TextChoices):
    """What an editor can do."""

    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    PIN = "pin"
    SPIKE = "spike"
    TIE = "tie"
    UNTIE = "untie"
    LEAD = "lead"


class Mend(models.Model):
    """One deed of an editor's and its wishes about articles, which outlive any story row.

    `subject` are articles that stand with `together` and apart from `apart`, by id: a mend
    remains readable when an article is gone. `places` is where the subject stood before, for
    undoing it: [[article, story, why, score], …].
    """

    deed = models.CharField(max_length=5, choices=Deed)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)
    why = models.CharField(max_length=400, blank=True, default="")
    lang = models.CharField(max_length=35)
    story = models.BigIntegerField(null=True, blank=True)  # it was done to
    into = models.BigIntegerField(null=True, blank=True)  # where its articles went
    subject = models.JSONField(default=list)
    together = models.JSONField(default=list)
    apart = models.JSONField(default=list)
    places = models.JSONField(default=list)
    until = models.DateTimeField(null=True, blank=True)  # of a pin
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=100, blank=True, default="")
    undone_why = models.CharField(max_length=400, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["lang", "made_at"], name="mend_by_lang")]  # noqa: RUF012

    def __str__(self) -> str:
        return f"{self.deed} {self.pk}"
