"""The events that articles tell of, and why each article belongs where it stands."""

from django.db import models

from wireroom.news.models.articles import Article
from wireroom.news.models.work import Work, dead_index, due_index


class Storyline(models.Model):
    """Stories that follow from one another."""

    lang = models.CharField(max_length=35)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"storyline {self.pk}"


class Story(Work):
    """One event; `step` is "publish" when its coverage changed and its face must be made anew.

    `rank` needs no recomputing as time passes: a later story starts higher (stories.rank).
    `outlets` counts publishers, `independent` those that do not merely carry another's copy.
    """

    lang = models.CharField(max_length=35)
    storyline = models.ForeignKey(
        Storyline,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        db_index=False,  # see story_of_line
    )
    headline = models.CharField(max_length=1000, blank=True, default="")
    lead = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="leads"
    )
    section = models.CharField(max_length=100, blank=True, default="")
    articles_count = models.PositiveIntegerField(default=0)
    outlets_count = models.PositiveIntegerField(default=0)
    independent_count = models.PositiveIntegerField(default=0)
    outlet_names = models.JSONField(default=list)  # in order of coverage, for lists
    sources = models.JSONField(default=dict)  # whose text others carry: queries/tree.Sources
    lineage = models.JSONField(default=dict)  # who carries whom, as much as its picture shows
    first_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    rank = models.FloatField(null=True, blank=True)  # empty until published
    standing = models.JSONField(default=dict)  # what the rank is made of: queries/standing
    rare_names = models.JSONField(default=list)  # [[key, name]]: the rows of RareName, to show
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)
    # The first story of an event that several languages tell, itself included; empty where one
    # language alone does. `event_why` is {"names": [...], "numbers": [...]}, what both say.
    event = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="tellings",
        db_index=False,  # see story_event
    )
    event_why = models.JSONField(default=dict)
    # A print of the event's articles when they were last looked through for translations.
    compared_abroad = models.CharField(max_length=32, blank=True, default="")
    spiked_at = models.DateTimeField(null=True, blank=True)  # withdrawn by an editor
    pinned_until = models.DateTimeField(null=True, blank=True)  # on top of the front till then

    class Meta:
        indexes = [  # noqa: RUF012
            due_index("story_due"),
            dead_index("story_dead"),
            models.Index(fields=["lang", "-rank"], name="story_front"),
            # A page shows the latest of a storyline, which may have thousands.
            models.Index(fields=["storyline", "-last_at"], name="story_of_line"),
            # Without the empty ones: of an index in which nearly all are, the database's statistics
            # say that it tells nothing, and every story is read instead.
            models.Index(
                fields=["event"], name="story_event", condition=models.Q(event__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.headline


class LocalRank(models.Model):
    """Where a story stands in the editions of a country that tells it or where it happens.

    All other stories stand there by their own rank. `told` are the country's owners who have a
    report of their own.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+", db_index=False)
    country = models.CharField(max_length=2)
    lang = models.CharField(max_length=35)
    rank = models.FloatField()
    told = models.PositiveIntegerField(default=0)
    happens = models.BooleanField(default=False)

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["country", "lang", "-rank", "story"], name="local_front"),
        ]
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["story", "country"], name="local_rank_once")
        ]

    def __str__(self) -> str:
        return f"{self.story_id} in {self.country}"


class RareName(models.Model):
    """A name of a story's lead that few stories give: what is read beside it, years later.

    A story has at most rare_names.MOST_NAMES.
    """

    key = models.BigIntegerField()
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+", db_index=False)
    weight = models.PositiveSmallIntegerField(default=1)

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["key", "-story", "weight"], name="rare_name"),
        ]
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["story", "key"], name="rare_name_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} in {self.story_id}"


class Membership(models.Model):
    """An article's place in a story, with the reasons in words a reader understands."""

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="membership", primary_key=True
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="memberships")
    why = models.CharField(max_length=500, blank=True, default="")
    score = models.FloatField(default=0.0)
    assigned_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.article_id} in {self.story_id}"
