"""Where follows lead: a story or topic that was merged leads on to what it was merged into."""

from typing import Final

from wireroom.news.queries.rows import read_rows
from wireroom.people.models import Person
from wireroom.reading.models import Follow
from wireroom.reading.targets import Kind, Target

# Common table expressions of WITH RECURSIVE, each with one place for the person's number. Stories
# lead on step by step, and every step has a row; nobody follows chains longer than twelve.
LED_STORIES: Final = """
led(follow_id, alert, story_id, steps) AS (
    SELECT follow.id, follow.alert, follow.story_id, 0 FROM reading_follow AS follow
    WHERE follow.person_id = %s AND follow.story_id IS NOT NULL
    UNION ALL
    SELECT led.follow_id, led.alert, told.merged_into_id, led.steps + 1
    FROM led JOIN news_story AS told ON told.id = led.story_id
    WHERE told.merged_into_id IS NOT NULL AND led.steps < 12
)"""
# Merging topics moves what was merged before along: one step is all.
LED_TOPICS: Final = """
led_topic(follow_id, alert, topic_id) AS (
    SELECT follow.id, follow.alert, COALESCE(topic.merged_into_id, topic.id)
    FROM reading_follow AS follow JOIN news_topic AS topic ON topic.id = follow.topic_id
    WHERE follow.person_id = %s
)"""
_TO_STORY: Final = f"WITH RECURSIVE {LED_STORIES} SELECT follow_id FROM led WHERE story_id = %s"
_TO_TOPIC: Final = f"WITH {LED_TOPICS} SELECT follow_id FROM led_topic WHERE topic_id = %s"


def follows_to(person: Person, target: Target) -> list[int]:
    """Return the numbers of a person's follows that are of a target or lead there."""
    if target.kind in (Kind.STORY, Kind.TOPIC):
        sql = _TO_STORY if target.kind is Kind.STORY else _TO_TOPIC
        return [number for (number,) in read_rows(sql, (person.pk, target.id))]
    own = Follow.objects.filter(person=person, **target.columns())
    return list(own.values_list("pk", flat=True))
