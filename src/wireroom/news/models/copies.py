"""Pairs of articles that share passages."""

from django.db import models

from wireroom.engine.types import CopyKind
from wireroom.news.models.articles import Article


class Copy(models.Model):
    """Shared text of two articles, `a` the row with the smaller id; offsets count in the bodies.

    `kind` is engine.types.CopyKind; a pair of kind "quote" is no copy: neither carries the other;
    one of kind "translated" stands in two stories, one of each language.
    `confidence` is the chance that the direction is right; 0 where that is unknown.
    """

    a = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copies_as_a")
    b = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copies_as_b")
    direction = models.CharField(max_length=7)  # a>b, b>a or unknown
    containment_a = models.FloatField()
    containment_b = models.FloatField()
    passages = models.JSONField(default=list)  # [[a_start, a_end, b_start, b_end, similarity], …]
    why = models.CharField(max_length=500, blank=True, default="")
    kind = models.CharField(max_length=10, default=CopyKind.PASSAGES)
    confidence = models.FloatField(default=0.0)

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["a", "b"], name="copy_pair_once"),
            models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="copy_a_below_b"),
        ]

    def __str__(self) -> str:
        return f"{self.a_id} {self.direction} {self.b_id}"
