"""What a story or report offers to be muted: the words it is known by, and whose it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.engine.text.words import find_words, fold
from wireroom.news.models import Article, Outlet, Story
from wireroom.news.queries.topics import TopicCard, read_tags
from wireroom.reading.models import MUTED_CHARS
from wireroom.reading.targets import Kind, Target

_MOST: Final = 10  # as many as are looked through at a glance


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMute:
    """Words in the language of the report, the nearest to its headline first, and its outlet."""

    words: tuple[str, ...]
    lang: str
    outlet: Outlet


def read_to_mute(target: Target) -> ToMute | None:
    """Return what a story (its lead) or a report offers; None where there is neither: 2 queries."""
    articles = Article.objects.select_related("outlet", "membership__story")
    if target.kind is Kind.STORY:
        lead = articles.filter(leads=target.id).first()
    else:
        lead = articles.filter(pk=target.id).first()
    if lead is None:
        return None
    member = getattr(lead, "membership", None)
    story = member.story if member else None
    told = [*_topics(lead, story), *lead.tags, *_rare_names(story)]
    headline = fold(lead.headline)
    ranked = sorted(told, key=lambda name: fold(name) not in headline)
    return ToMute(words=tuple(_apart(ranked))[:_MOST], lang=lead.lang, outlet=lead.outlet)


def _topics(lead: Article, story: Story | None) -> Iterator[str]:
    """Yield what the story is about, as its headlines may have it."""
    if story is None:
        return
    headline = fold(lead.headline).split()
    for topic in read_tags(story.pk).shown:
        if topic.kind is TopicKind.SUBJECT:
            continue
        name = _in_language(topic, lead.lang)
        yield name
        # Headlines call people by their last name alone.
        if topic.kind is TopicKind.PERSON and fold(name.split()[-1]) in headline:
            yield name.split()[-1]


def _rare_names(story: Story | None) -> Iterator[str]:
    """Yield its rare names; of scripts without capitals they are any two words in a row."""
    if story is not None:
        names = (str(name) for _key, name in story.rare_names)
        yield from (name for name in names if any(map(str.isupper, name)))


def _in_language(topic: TopicCard, lang: str) -> str:
    return topic.names.get(lang) or topic.name


def _apart(names: Iterable[str]) -> list[str]:
    """Return what can be muted, each once however it is written."""
    found: dict[str, str] = {}
    for name in names:
        whole = " ".join(name.split())
        if find_words(whole) and len(whole) <= MUTED_CHARS:
            found.setdefault(fold(whole), whole)
    return list(found.values())
