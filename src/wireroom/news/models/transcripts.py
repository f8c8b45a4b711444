"""What is said in the recordings that pages hold, as their outlets give it."""

from django.db import models

from wireroom.news.models.feeds import Feed
from wireroom.news.models.pages import Page


class Transcript(models.Model):
    """The transcript that a page's own feed announced; `kind` is engine.types.TranscriptKind.

    `url` is empty where the feed holds it, and the page's own address where there is no other
    page. `key` tells one announcement of it from the next. `asked_at` is when it was had, or
    asked for in vain; `terms` is what was stated of its use then (engine.terms).
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="transcript", primary_key=True
    )
    feed = models.ForeignKey(Feed, on_delete=models.SET_NULL, null=True, related_name="+")
    key = models.CharField(max_length=32)
    kind = models.CharField(max_length=5)
    url = models.CharField(max_length=2000, blank=True, default="")
    deflated = models.BinaryField(default=b"")
    content_type = models.CharField(max_length=200, blank=True, default="")
    terms = models.CharField(max_length=300, blank=True, default="")
    asked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.url or f"transcript of {self.page_id}"
