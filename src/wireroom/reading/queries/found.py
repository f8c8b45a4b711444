"""What a target is called and where its page is, and whether a person keeps it already."""

from wireroom.news.models import Article, Outlet, Story
from wireroom.news.queries.topic import MergedTopic, find_topic
from wireroom.news.queries.topics import TopicCard
from wireroom.people.models import Person
from wireroom.reading.models import Block, Saved
from wireroom.reading.queries.led import follows_to
from wireroom.reading.queries.lists import Listed
from wireroom.reading.targets import Kind, Target


def find_target(target: Target) -> Listed | None:
    """Return what may be saved, followed or blocked; of what was merged, where it went."""
    if target.kind is Kind.ARTICLE:
        article = Article.objects.filter(pk=target.id, spiked_at=None).first()
        return _listed(target, article.headline, article.lang) if article else None
    if target.kind is Kind.STORY:
        return _story(target.id)
    if target.kind is Kind.OUTLET:
        outlet = Outlet.objects.filter(pk=target.id).first()
        return _listed(target, outlet.name, outlet.lang, slug=outlet.slug) if outlet else None
    if target.kind is Kind.TOPIC:
        return _topic(target.id)
    return _listed(target, target.words, "und") if target.words else None


def is_saved(person: Person, target: Target) -> bool:
    """Tell whether a person saved it."""
    return Saved.objects.filter(person=person, **target.columns()).exists()


def is_followed(person: Person, target: Target) -> bool:
    """Tell whether a person follows it, or what was merged into it."""
    return bool(follows_to(person, target))


def is_blocked(person: Person, target: Target) -> bool:
    """Tell whether a person blocks the outlet."""
    return Block.objects.filter(person=person, **target.columns()).exists()


def _story(story_id: int) -> Listed | None:
    for _step in range(12):  # stories that were merged lead on
        story = Story.objects.select_related("lead").filter(pk=story_id).first()
        if story is None or story.merged_into_id is None:
            break
        story_id = story.merged_into_id
    if story is None or story.rank is None or story.spiked_at is not None:
        return None
    lead = story.lead
    told, lang = (lead.headline, lead.lang) if lead else (story.headline, story.lang)
    return _listed(Target(Kind.STORY, story.pk), told, lang)


def _topic(topic_id: int) -> Listed | None:
    topic = find_topic(topic_id)
    if isinstance(topic, MergedTopic):
        topic = find_topic(topic.topic_id)
    if not isinstance(topic, TopicCard):
        return None
    return _listed(Target(Kind.TOPIC, topic.id), topic.name, "und", topic=topic)


def _listed(
    target: Target, name: str, lang: str, *, slug: str = "", topic: TopicCard | None = None
) -> Listed:
    return Listed(target=target, name=name, lang=lang, slug=slug, topic=topic)
