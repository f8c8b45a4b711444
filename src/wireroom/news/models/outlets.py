"""Who publishes, and what of theirs may be shown."""

from django.db import models


class PublicationPolicy(models.TextChoices):
    """How much of an outlet's text the public pages show."""

    HEADLINE = "headline"
    EXCERPT = "excerpt"
    FULL = "full"


class OutletState(models.TextChoices):
    """Whether anything is asked of an outlet; what stands of it stays in every state."""

    ON = "on"
    PAUSED = "paused"  # its feeds rest
    BLOCKED = "blocked"  # nor is anything of it fetched or filed, wherever it is met


class Category(models.TextChoices):
    """What an outlet is about, by which the catalogue sorts; most are about everything."""

    GENERAL = "general"
    BUSINESS = "business"
    SCIENCE = "science"
    TECHNOLOGY = "technology"
    CULTURE = "culture"
    SPORT = "sport"


class Outlet(models.Model):
    """A publisher. `name_key` is the folded name: one row however the name is spelled.

    `owner` is the company or person behind it, where that is known: outlets of one owner are
    one voice. `overrules_terms`: the host has the outlet's leave, or a licence, so that its policy
    counts whatever its pages state to machines.
    """

    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, unique=True)
    name_en = models.CharField(max_length=200, blank=True, default="")
    home_url = models.CharField(max_length=2000, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    lang = models.CharField(max_length=35, blank=True, default="")
    owner = models.CharField(max_length=200, blank=True, default="")
    owner_type = models.CharField(max_length=20, blank=True, default="")
    category = models.CharField(max_length=12, choices=Category, default=Category.GENERAL)
    is_aggregator = models.BooleanField(default=False)
    is_sample = models.BooleanField(default=False)
    policy = models.CharField(
        max_length=10, choices=PublicationPolicy.choices, default=PublicationPolicy.EXCERPT
    )
    excerpt_words = models.PositiveSmallIntegerField(default=60)
    state = models.CharField(max_length=8, choices=OutletState, default=OutletState.ON)
    # Requests of 24 hours that each of its hosts may get; None: as many as all others.
    day_budget = models.PositiveIntegerField(null=True, blank=True)
    ai_allowed = models.BooleanField(default=True)
    images_allowed = models.BooleanField(default=True)
    overrules_terms = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
