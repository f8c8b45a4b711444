"""What is fetched: one row an address, and the bytes last seen there."""

from typing import Final

from django.db import models

from wireroom.news.models.outlets import Outlet
from wireroom.news.models.work import Work, dead_index, due_index

# The health of a page that a listing or sitemap linked when it was first seen: known, not fetched.
PASSED_OVER: Final = "passed_over"


class Page(Work):
    """An address to fetch and read; `step` is "fetch", then "extract", then nothing.

    `title`, `summary` and `announced_at` are what the feed said, for a page that cannot be read.
    `health` is what the page turned out to be (engine.types.Health or an UnreadablePage reason),
    `counted_on` the day under which it last counts so (ReadingDay). A page that was read is
    fetched again as its report grows older: `quiet_looks` of these in a row brought nothing.
    `terms` is what site and page state of their use (engine.terms). `second_of` is the article
    whose text stands here, too, while another page is its own: by id, for being taken down.
    """

    outlet = models.ForeignKey(
        Outlet, on_delete=models.CASCADE, related_name="pages", db_index=False
    )
    url = models.CharField(max_length=2000, unique=True)
    title = models.CharField(max_length=1000, blank=True, default="")
    summary = models.TextField(blank=True, default="")
    announced_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField()
    etag = models.CharField(max_length=500, blank=True, default="")
    last_modified = models.CharField(max_length=100, blank=True, default="")
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    content_hash = models.CharField(max_length=32, blank=True, default="")
    health = models.CharField(max_length=20, blank=True, default="")
    health_note = models.CharField(max_length=500, blank=True, default="")
    counted_on = models.DateField(null=True, blank=True)
    quiet_looks = models.PositiveSmallIntegerField(default=0)
    terms = models.CharField(max_length=300, blank=True, default="")
    second_of = models.BigIntegerField(null=True, blank=True)

    class Meta:
        indexes = [  # noqa: RUF012
            due_index("page_due"),
            dead_index("page_dead"),
            # An outlet's latest: without it PostgreSQL looked through the pages of all outlets,
            # 37,000 of them for the latest 200 of one of 200 outlets.
            models.Index(fields=["outlet", "id"], name="page_of_outlet"),
            models.Index(
                fields=["second_of"],
                name="page_second_of",
                condition=models.Q(second_of__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.url


class PageContent(models.Model):
    """The bytes a page last answered with, deflated; apart, so that page rows stay small."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="content", primary_key=True
    )
    deflated = models.BinaryField()
    content_type = models.CharField(max_length=200, blank=True, default="")
    url = models.CharField(max_length=2000)
    captured_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.url
