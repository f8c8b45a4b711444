"""What is polled, and what it announced."""

from django.db import models

from wireroom.news.models.outlets import Outlet
from wireroom.news.models.work import Work, dead_index, due_index


class Feed(Work):
    """A feed, sitemap or listing of an outlet; its `step` is "poll" until it is retired.

    `kind` "listing" is a page of links, polled as such; all others are told by what they answer.
    `children` are the sitemaps of an index asked last, with their validators (engine.feeds.index).
    `left_out` is how many entries of its last poll the outlet's filters left out.

    `pace` is what it asks for itself, `rhythm` when it brings news (engine.feeds), packed.
    `news_at` is when it last brought an entry that was new.
    `spacing_s` is how far apart its pages are made due, as its host asks (Crawl-delay).
    `push_until` is the end of a lease at its hub (WebSub); until then it is polled rarely.
    """

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="feeds")
    url = models.CharField(max_length=2000, unique=True)
    kind = models.CharField(max_length=10, blank=True, default="")
    title = models.CharField(max_length=300, blank=True, default="")
    etag = models.CharField(max_length=500, blank=True, default="")
    last_modified = models.CharField(max_length=100, blank=True, default="")
    interval_s = models.PositiveIntegerField(default=900)
    error_count = models.PositiveIntegerField(default=0)
    moved_to = models.CharField(max_length=2000, blank=True, default="")
    moved_seen = models.PositiveSmallIntegerField(default=0)
    pace = models.JSONField(default=dict)
    rhythm = models.BinaryField(default=b"")
    spacing_s = models.FloatField(default=1.0)
    push_until = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True, default="")  # of the next poll's time
    polled_at = models.DateTimeField(null=True, blank=True)
    news_at = models.DateTimeField(null=True, blank=True)
    ok_at = models.DateTimeField(null=True, blank=True)
    children = models.JSONField(default=dict, blank=True)
    left_out = models.PositiveIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [due_index("feed_due"), dead_index("feed_dead")]  # noqa: RUF012 - Django's own form

    def __str__(self) -> str:
        return self.url


class Entry(models.Model):
    """One announcement of a page by a feed; `guid_key` is a hash of the feed's identifier.

    `categories` are those that the feed states, a line each: filters are tried on them.
    """

    # Both indexes below begin with the feed.
    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="entries", db_index=False)
    page = models.ForeignKey("news.Page", on_delete=models.CASCADE, related_name="entries")
    guid_key = models.CharField(max_length=32)
    title = models.CharField(max_length=1000, blank=True, default="")
    published_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField()
    categories = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["feed", "guid_key"], name="entry_once_a_feed")
        ]
        indexes = [  # noqa: RUF012
            # What a feed announced of one moment, where it changes guids and addresses at once.
            models.Index(fields=["feed", "published_at"], name="entry_by_moment")
        ]

    def __str__(self) -> str:
        return self.title
