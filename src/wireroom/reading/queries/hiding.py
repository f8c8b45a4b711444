"""What a person does not want to see, and lists without it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.search.muted import Mute, MutedWords
from wireroom.news.queries.cards import LeadCard, ReportCard, StoryCard
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.rows import marks, read_rows
from wireroom.people.models import Person
from wireroom.reading.models import Block, Muted

# Of each story the first report that is not of a blocked outlet.
_OTHERS: Final = """
SELECT picked.story_id, picked.id FROM (
    SELECT place.story_id, article.id, row_number() OVER (
        PARTITION BY place.story_id ORDER BY article.sort_at, article.id
    ) AS nth
    FROM news_membership AS place JOIN news_article AS article ON article.id = place.article_id
    WHERE place.story_id IN ({stories}) AND article.spiked_at IS NULL
        AND article.outlet_id NOT IN (
            SELECT outlet_id FROM reading_block WHERE person_id = %s
        )
) AS picked WHERE picked.nth = 1
"""
_STANDFIRSTS: Final = "SELECT id, standfirst FROM news_article WHERE id IN ({ids})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """The outlets that a person blocked, by id and by name, and their muted words."""

    person_id: int
    outlets: Mapping[int, str]
    muted: MutedWords


def read_hiding(person: Person) -> Hiding:
    """Return what a person does not want to see: two queries."""
    mutes = Muted.objects.filter(person=person).values_list("words", "exceptions")
    blocked = Block.objects.filter(person=person).values_list("outlet_id", "outlet__name")
    return Hiding(
        person_id=person.pk,
        outlets=dict(blocked),
        muted=MutedWords(Mute(words, tuple(map(str, but))) for words, but in mutes),
    )


def without_hidden(stories: Sequence[StoryCard], hiding: Hiding) -> list[StoryCard]:
    """Return the stories without blocked outlets and without those that muted words hide.

    A story that a blocked outlet leads is shown with another's report; where no other tells it,
    not at all. At most three queries.
    """
    shown = unblocked(stories, hiding)
    leads = [story.lead.id for story in shown if story.lead]
    standfirsts = _read_standfirsts(leads)
    return [
        story
        for story in shown
        if not hiding.muted.hides(
            (story.headline, standfirsts.get(story.lead.id, "") if story.lead else ""), story.lang
        )
    ]


def shown_reports(reports: Sequence[ReportCard], hiding: Hiding) -> frozenset[int]:
    """Return which reports are neither of a blocked outlet nor hidden by muted words: one query."""
    left = [one for one in reports if one.outlet.id not in hiding.outlets]
    standfirsts = _read_standfirsts([one.id for one in left])
    return frozenset(
        one.id
        for one in left
        if not hiding.muted.hides((one.headline, standfirsts.get(one.id, "")), one.lang)
    )


def unblocked(stories: Sequence[StoryCard], hiding: Hiding) -> list[StoryCard]:
    """Return the stories without blocked outlets, muted words or not: at most two queries."""
    if not hiding.outlets:
        return list(stories)
    led = [one.id for one in stories if one.lead and one.lead.outlet.id in hiding.outlets]
    others = _read_others(led, hiding)
    names = frozenset(hiding.outlets.values())
    shown = []
    for story in stories:
        if story.id in others:
            story = _led_by(story, others[story.id])
        elif story.id in led:
            continue
        shown.append(_without_names(story, names))
    return shown


def led_by_others(stories: Sequence[StoryCard], hiding: Hiding) -> list[StoryCard]:
    """Return those that a blocked outlet leads and another tells, led by that: two queries."""
    if not hiding.outlets:
        return []
    led = [one for one in stories if one.lead and one.lead.outlet.id in hiding.outlets]
    others = _read_others([one.id for one in led], hiding)
    names = frozenset(hiding.outlets.values())
    anew = [_led_by(one, others[one.id]) for one in led if one.id in others]
    return [_without_names(one, names) for one in anew]


def _read_standfirsts(articles: Sequence[int]) -> dict[int, str]:
    return dict(read_rows(_STANDFIRSTS.format(ids=marks(articles)), articles))


def _read_others(stories: Sequence[int], hiding: Hiding) -> dict[int, ReportCard]:
    if not stories:
        return {}
    rows = read_rows(_OTHERS.format(stories=marks(stories)), (*stories, hiding.person_id))
    reports = read_reports(article for _story, article in rows)
    return {story: reports[article].card for story, article in rows if article in reports}


def _led_by(story: StoryCard, report: ReportCard) -> StoryCard:
    image = report.image.url if report.image else ""
    lead = LeadCard(
        id=report.id, outlet=report.outlet, lang=report.lang, opening=report.opening,
        image_url=image,
    )  # fmt: skip
    return replace(story, headline=report.headline, lang=report.lang, lead=lead)


def _without_names(story: StoryCard, blocked: frozenset[str]) -> StoryCard:
    """Name no blocked outlet among those of a story; whose text others carry is left out then."""
    names = story.outlet_names()
    kept = [name for name in names if name not in blocked]
    if len(kept) == len(names):
        return story
    return replace(
        story,
        outlets_json=json.dumps(kept),
        outlets_count=max(story.outlets_count - (len(names) - len(kept)), 1),
        independent_count=min(story.independent_count, max(len(kept), 1)),
        sources_json="{}",
    )
