"""What came in, in a time, of what a person follows: each story once, under one follow."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from wireroom.engine.search.query import parse_query
from wireroom.news.models import Membership
from wireroom.news.queries.cards import StoryCard
from wireroom.news.queries.in_time import TooSlow
from wireroom.news.queries.languages import primary_subtag
from wireroom.news.queries.rows import Value, marks, read_rows, time_value
from wireroom.news.queries.search import search_newest
from wireroom.people.models import Person
from wireroom.reading.models import Alert, Follow
from wireroom.reading.queries.front import languages_of
from wireroom.reading.queries.hiding import read_hiding, without_hidden
from wireroom.reading.queries.led import LED_STORIES, LED_TOPICS
from wireroom.reading.queries.lists import Listed, name_follows
from wireroom.reading.queries.stories import read_stories

MOST_OF_ONE: Final = 5  # stories of one follow: more are read on its page
_MOST_FOUND: Final = 300  # of all follows; a digest shows no more than a front has
_MOST_SEARCHES: Final = 50  # those followed last: each is a query of some ms
# A report has its place before its story is published and tagged, and can be searched: mostly for
# seconds, under load for two minutes (docs/explanation/scale.md), and for some leases of a minute
# where a process was killed in between. What is looked for sooner is not there yet.
SETTLED: Final = timedelta(minutes=10)
# As in queries/followed: seen longer ago and moved into a story since is no news.
_ON_ITS_WAY: Final = timedelta(hours=6)
_NEW_PLACE: Final = """
SELECT 1 FROM news_membership AS place JOIN news_article AS article ON article.id = place.article_id
WHERE place.story_id = story.id AND place.assigned_at > %s AND place.assigned_at <= %s
    AND article.seen_at > %s AND article.spiked_at IS NULL
"""
_FOUND: Final = f"""
WITH RECURSIVE {LED_STORIES}, {LED_TOPICS}, found(follow_id, story_id, kind) AS (
    SELECT follow_id, story_id, 0 FROM led WHERE alert IN ({{alerts}})
    UNION
    SELECT led_topic.follow_id, tag.story_id, 1 FROM led_topic
    JOIN news_storytopic AS tag ON tag.topic_id = led_topic.topic_id AND tag.at > %s
    WHERE led_topic.alert IN ({{alerts}})
    UNION
    SELECT follow.id, place.story_id, 2 FROM reading_follow AS follow
    JOIN news_article AS article ON article.outlet_id = follow.outlet_id
        AND article.sort_at > %s AND article.seen_at > %s AND article.spiked_at IS NULL
    JOIN news_membership AS place ON place.article_id = article.id
        AND place.assigned_at > %s AND place.assigned_at <= %s
    WHERE follow.person_id = %s AND follow.alert IN ({{alerts}})
)
SELECT picked.follow_id, picked.story_id FROM (
    SELECT found.follow_id, found.story_id, found.kind, story.last_at, row_number() OVER (
        PARTITION BY found.follow_id ORDER BY story.last_at DESC, story.id
    ) AS nth
    FROM found JOIN news_story AS story ON story.id = found.story_id
    WHERE story.merged_into_id IS NULL AND story.rank IS NOT NULL AND EXISTS ({_NEW_PLACE})
) AS picked WHERE picked.nth <= {2 * MOST_OF_ONE}
ORDER BY picked.kind, picked.follow_id, picked.last_at DESC LIMIT {_MOST_FOUND}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOf:
    """What is new of something that is followed."""

    follow: Listed
    stories: tuple[StoryCard, ...]


def read_new(
    person: Person, *, since: datetime, until: datetime, alerts: Sequence[Alert], lang: str
) -> tuple[NewOf, ...]:
    """Return what came in, without blocked outlets and muted words: stories followed come first.

    What got its place after `since` and up to `until`. Whoever is to miss nothing looks back
    from SETTLED before their last look; whoever keeps no list of what was told ends their looks
    SETTLED before now, too. `lang` is the edition in whose language searches are understood where
    the person told none.
    """
    found = _find(person, since, until, alerts)
    langs = languages_of(person) or (primary_subtag(lang),)
    searches = Follow.objects.filter(person=person, alert__in=alerts).exclude(words="")
    hits = [
        (one.pk, hit)
        for one in searches.order_by("-pk")[:_MOST_SEARCHES]
        for hit in _search(one.words, since, langs)
    ]
    places = _places({hit for _follow, hit in hits}, since, until)
    found += [(follow, places[hit]) for follow, hit in hits if hit in places]
    hiding = read_hiding(person)
    cards = read_stories(list(dict.fromkeys(story for _follow, story in found)), hiding)
    shown = {story.id: story for story in without_hidden(list(cards.values()), hiding)}
    ids = list(dict.fromkeys(follow for follow, _story in found))
    rows = Follow.objects.filter(person=person, pk__in=ids).select_related("outlet")
    named = {one.id: one for one in name_follows(list(rows), hiding)}
    return tuple(_grouped(found, shown, named))


def _grouped(
    found: Sequence[tuple[int, int]], shown: dict[int, StoryCard], named: dict[int, Listed]
) -> list[NewOf]:
    """Return the stories under the first follow that found each."""
    told: set[int] = set()
    of: dict[int, list[StoryCard]] = {}
    for follow, story in found:
        group = of.setdefault(follow, [])
        if story in shown and story not in told and follow in named and len(group) < MOST_OF_ONE:
            told.add(story)
            group.append(shown[story])
    return [NewOf(follow=named[one], stories=tuple(group)) for one, group in of.items() if group]


def _find(
    person: Person, since: datetime, until: datetime, alerts: Sequence[Alert]
) -> list[tuple[int, int]]:
    new, end, seen = map(time_value, (since, until, since - _ON_ITS_WAY))
    kinds = tuple(map(str, alerts))
    values: list[Value] = [
        person.pk, person.pk, *kinds, seen, *kinds, seen, seen, new, end, person.pk, *kinds,
        new, end, seen,
    ]  # fmt: skip
    rows = read_rows(_FOUND.format(alerts=marks(kinds)), values)
    return [(follow, story) for follow, story in rows]


def _search(words: str, since: datetime, langs: Sequence[str]) -> list[int]:
    """Return reports that a search finds, newest first, without those seen too long ago."""
    query = parse_query(words)
    if query.is_empty:
        return []
    try:
        hits = search_newest(query, langs=langs).hits
    except TooSlow:  # found by the next look, or by the reader
        return []
    return [one.report.id for one in hits if one.report.times.seen_at > since - _ON_ITS_WAY]


def _places(reports: Collection[int], since: datetime, until: datetime) -> dict[int, int]:
    """Return the stories in which reports got their place in a time, by report."""
    own = Membership.objects.filter(article__in=reports)
    new = own.filter(assigned_at__gt=since, assigned_at__lte=until)
    return dict(new.values_list("article", "story"))
