"""What an outlet's own section tells of a story's subject."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.topics.choose import choose_topics
from wireroom.engine.insight.topics.filed import subject_of_section
from wireroom.engine.insight.topics.subjects import MEDIA_TOPICS
from wireroom.engine.insight.topics.topic import TopicKind


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("SPORT", "sport"),
        ("الرياضة", "sport"),
        ("حوادث", "disaster"),
        ("Wirtschaft", "economy"),
        ("Économie", "economy"),
        ("News / Politics", "politics"),
        ("Business & Economy", "economy"),
        ("World", None),
        ("Local", None),
        ("", None),
        ("Politics as theatre", None),
    ],
)
def test_common_names_of_sections_tell_a_subject(name: str, subject: str | None) -> None:
    assert subject_of_section(name) == subject


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_name_tells_one_subject_or_none(name: str) -> None:
    assert subject_of_section(name) in {None, *MEDIA_TOPICS}


def _subjects(*sections: str, title: str = "Quiet day in Orme") -> list[str]:
    reports = [
        StoryReport(
            article=str(number), revision=1, outlet=f"Paper {number}", original=str(number),
            body="It was a day like any other.", title=title, lang="en", section=section,
        )
        for number, section in enumerate(sections)
    ]  # fmt: skip
    return [one.key for one in choose_topics(reports) if one.kind is TopicKind.SUBJECT]


def test_a_story_has_the_subject_that_most_outlets_filed_it_under() -> None:
    assert _subjects("Disaster", "World", "") == ["disaster"]
    assert _subjects("Disaster", "Disaster", "Sport") == ["disaster"]
    assert _subjects("Disaster", "Sport") == []
    assert _subjects("World") == []


def test_what_one_report_of_many_tells_is_not_the_storys_subject() -> None:
    assert _subjects("Education", "Local", "") == ["education"]
    assert _subjects("Education", "Local", "", "", "World") == []
