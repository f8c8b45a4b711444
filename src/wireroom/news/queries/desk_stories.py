"""A story as the desk sees it, and what would become of stories if a deed were done."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from wireroom.news.models import Article, Membership, Mend, Story

# Of a story the desk shows so many reports; those of a larger one are mended by command.
MOST_REPORTS = 300

# Some weeks of a large newsroom: looked through in a moment, where all would take seconds.
MOST_LOOKED_THROUGH = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAtDesk:
    """A story, its reports in order of time with why each stands here, and its mends.

    Those that brought reports here from another story are among them.
    """

    story: Story
    places: Sequence[Membership]
    mends: Sequence[Mend]

    @property
    def articles(self) -> list[Article]:
        """Return the reports."""
        return [place.article for place in self.places]


@dataclass(frozen=True, slots=True, kw_only=True)
class WillBe:
    """A story as it would be: 0 for one that is made; without articles it is gone."""

    story: int
    articles: Sequence[Article]


def read_story_at_desk(story_id: int) -> StoryAtDesk | None:
    """Return a story, or None: three queries."""
    story = Story.objects.filter(pk=story_id).first()
    if story is None:
        return None
    places = Membership.objects.filter(story=story).select_related("article__outlet")
    return StoryAtDesk(
        story=story,
        places=list(places.order_by("article__sort_at", "article_id")[:MOST_REPORTS]),
        mends=list(Mend.objects.filter(Q(story=story.pk) | Q(into=story.pk)).order_by("-pk")[:20]),
    )


def what_editors_did(story_ids: Sequence[int]) -> tuple[object, ...]:
    """Return the facts that change when an editor mends any of these stories: one query.

    Reports that come in change none of it: a preview of a story that breaks stays good.
    """
    mends = Mend.objects.filter(Q(story__in=story_ids) | Q(into__in=story_ids))
    told = mends.aggregate(last=Max("pk"), undone=Count("undone_at"))
    return (told["last"], told["undone"])


def foresee_merge(one: StoryAtDesk, into: StoryAtDesk) -> list[WillBe]:
    """Return both stories as a merge would leave them."""
    joined = sorted([*one.articles, *into.articles], key=lambda article: article.sort_at)
    return [WillBe(story=into.story.pk, articles=joined), WillBe(story=one.story.pk, articles=())]


def foresee_split(one: StoryAtDesk, articles: Sequence[int]) -> list[WillBe]:
    """Return the story and the new one as a split would leave them."""
    parted = [article for article in one.articles if article.pk in set(articles)]
    rest = [article for article in one.articles if article.pk not in set(articles)]
    return [WillBe(story=one.story.pk, articles=rest), WillBe(story=0, articles=parted)]


def find_stories(headline: str, langs: Sequence[str], *, limit: int) -> list[Story]:
    """Return the first stories of a front, or those of its latest with words in their headlines."""
    front = Story.objects.filter(lang__in=langs, rank__isnull=False).order_by("-rank", "pk")
    if not headline:
        return list(front[:limit])
    latest = front.values("pk")[:MOST_LOOKED_THROUGH]
    named = Story.objects.filter(pk__in=latest, headline__icontains=headline)
    return list(named.order_by("-rank", "pk")[:limit])
