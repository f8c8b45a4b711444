"""How a front page is laid out: which story leads, which follow, which stand in sections."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.news.queries.cards import StoryCard

SECONDS: Final = 4
LEADS: Final = 3  # ranks so close that a picture may decide
SECTION_STORIES: Final = 4
SECTIONS: Final = 6
SUBJECTS: Final = 7  # as many as one line of a desk's screen holds, and two of a telephone's


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Stories of one subject, by its key and slug; of none, those that outlets file alike."""

    subject: tuple[str, str] | None
    name: str  # as an outlet has it
    lang: str
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontLayout:
    """A front's parts, which together hold each story once, and the subjects of its stories."""

    lead: StoryCard | None
    seconds: tuple[StoryCard, ...]
    sections: tuple[Section, ...]
    briefs: tuple[StoryCard, ...]
    subjects: tuple[tuple[str, str], ...]


def lay_out(stories: Sequence[StoryCard]) -> FrontLayout:
    """Give the best story the lead, the next the seconds, and gather the rest by section.

    A section needs two stories to be one; what finds none becomes a brief, as does what a
    section has no room for.
    """
    stories = _lead_first(stories)
    rest = stories[1 + SECONDS :]
    sections = _sections(rest)
    placed = {story.id for section in sections for story in section.stories}
    return FrontLayout(
        lead=stories[0] if stories else None,
        seconds=tuple(stories[1 : 1 + SECONDS]),
        sections=sections,
        briefs=tuple(story for story in rest if story.id not in placed),
        subjects=_subjects(stories),
    )


def _subjects(stories: Sequence[StoryCard]) -> tuple[tuple[str, str], ...]:
    """Return the subjects of most stories, by key and slug, those of as many as they stand."""
    told = Counter(story.subject for story in stories if story.subject)
    return tuple(subject for subject, _count in told.most_common(SUBJECTS))


def _lead_first(stories: Sequence[StoryCard]) -> Sequence[StoryCard]:
    """Let a story with a picture lead where one of the very first has one.

    The lead's column is wide: a headline alone leaves it empty beside a picture further down.
    What an editor pinned stands first all the same.
    """
    if stories and stories[0].is_pinned:
        return stories
    for place, story in enumerate(stories[:LEADS]):
        if story.lead is not None and story.lead.image_url:
            return [story, *stories[:place], *stories[place + 1 :]]
    return stories


def _sections(stories: Sequence[StoryCard]) -> tuple[Section, ...]:
    gathered: dict[tuple[str, str] | str, list[StoryCard]] = {}
    for story in stories:
        if heading := story.subject or story.section.strip().casefold():
            gathered.setdefault(heading, []).append(story)
    full = [group for group in gathered.values() if len(group) > 1]
    return tuple(
        Section(
            subject=group[0].subject,
            name=group[0].section.strip(),
            lang=group[0].lang,
            stories=tuple(group[:SECTION_STORIES]),
        )
        for group in full[:SECTIONS]
    )
