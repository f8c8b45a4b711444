"""One report, its states over time, and what its text leaves behind for matching."""

from django.db import models

from wireroom.news.models.outlets import Outlet
from wireroom.news.models.pages import Page
from wireroom.news.models.work import Work, dead_index, due_index


class Article(Work):
    """One report as last seen, without its text; `step` is "match", then "assign", then nothing.

    `identity` makes the article one row however often it is read: its canonical address, or
    outlet and folded headline where it has none of its own (see news.identity). The text of one
    that `is_transcript` is what is said in a recording, as its outlet gives it. `ai_reserved`
    and `most_shown` ("headline", "excerpt" or "") are what its page's terms take from its
    outlet's policy.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="articles")
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="articles")
    platform = models.ForeignKey(
        Outlet, on_delete=models.SET_NULL, null=True, blank=True, related_name="carried"
    )
    identity = models.CharField(max_length=34, unique=True)
    headline_key = models.CharField(max_length=32)
    role = models.CharField(max_length=8)
    position = models.PositiveSmallIntegerField(default=0)
    url = models.CharField(max_length=2000, blank=True, default="")
    short_url = models.CharField(max_length=500, blank=True, default="")
    headline = models.CharField(max_length=1000)
    standfirst = models.TextField(blank=True, default="")
    authors = models.JSONField(default=list)
    dateline = models.CharField(max_length=200, blank=True, default="")
    wire_credit = models.CharField(max_length=200, blank=True, default="")
    section = models.CharField(max_length=100, blank=True, default="")
    tags = models.JSONField(default=list)
    image_url = models.CharField(max_length=2000, blank=True, default="")
    image_caption = models.TextField(blank=True, default="")
    image_credit = models.CharField(max_length=300, blank=True, default="")
    lang = models.CharField(max_length=35, default="und")
    dir = models.CharField(max_length=3, default="ltr")
    published_at = models.DateTimeField(null=True, blank=True)
    published_from = models.CharField(max_length=8, default="unknown")
    updated_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField()
    # Publication time where known, else first sight: what lists are sorted by.
    sort_at = models.DateTimeField()
    health = models.CharField(max_length=20, default="article")
    is_transcript = models.BooleanField(default=False)
    word_count = models.PositiveIntegerField(default=0)
    revision_count = models.PositiveSmallIntegerField(default=1)
    ai_reserved = models.BooleanField(default=False)
    most_shown = models.CharField(max_length=10, blank=True, default="")
    # Withdrawn by an editor: on no page, in no story, whatever is read of it later.
    spiked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [  # noqa: RUF012
            due_index("article_due"),
            dead_index("article_dead"),
            models.Index(fields=["outlet", "-sort_at"], name="article_by_outlet"),
            # Without the empty ones, which most are: see Story's.
            models.Index(
                fields=["platform", "-sort_at"],
                name="article_by_platform",
                condition=models.Q(platform__isnull=False),
            ),
            models.Index(fields=["outlet", "headline_key"], name="article_by_headline"),
            models.Index(fields=["lang", "sort_at"], name="article_by_lang"),
        ]

    def __str__(self) -> str:
        return self.headline


class Revision(models.Model):
    """One state of an article's text; number 1 is the first that was seen."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    headline = models.CharField(max_length=1000)
    standfirst = models.TextField(blank=True, default="")
    key_points = models.JSONField(default=list)
    body = models.TextField(blank=True, default="")  # paragraphs joined by a blank line
    # The body with its structure, allow-listed tags alone; empty where <p> would be all of it.
    html = models.TextField(blank=True, default="")
    fact_boxes = models.JSONField(default=list)  # [{title, paragraphs}]
    corrections = models.JSONField(default=list)  # [{text, kind, at}]
    # [{heading, at, first, end}]: their text is paragraphs first to end of the body.
    live_entries = models.JSONField(default=list)
    content_hash = models.CharField(max_length=32)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.headline} ({self.number})"


class ArticlePrints(models.Model):
    """What copies and stories keep of the latest text, so that an index is rebuilt without it."""

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="prints", primary_key=True
    )
    copy_prints = models.BinaryField()
    story_features = models.BinaryField()
    pivots = models.BinaryField(default=b"")  # what every language says alike
    # The vector of an embedder, with its name: one of another name counts as none.
    dense = models.BinaryField(default=b"")
    # Folded words around "according to" and the like, a line each: whom the report cites.
    attributions = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return str(self.article_id)
