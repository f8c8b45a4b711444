"""Sections of the front lead to pages that hold the same stories."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story, make_topic, tag_story

from wireroom.news.models import Story, Topic
from wireroom.pipeline.coordinator import utc_now

pytestmark = pytest.mark.django_db


def fill(section: str, topic: Topic | None = None, *, first: int = 0) -> list[Story]:
    """Make two stories of a section behind five that fill the top of the front."""
    outlet = make_outlet(f"Paper of {section} {first}")
    stories = []
    for place in range(2):
        article = make_article(outlet, f"{section} no. {place}.", section=section)
        stories.append(make_story([article], rank=50.0 - first - place, section=section))
        if topic:
            tag_story(stories[-1], topic)
    return stories


@pytest.fixture(autouse=True)
def top() -> None:
    outlet = make_outlet("Top")
    for place in range(5):
        make_story([make_article(outlet, f"Top {place}")], rank=99.0 - place)


def front(client: Client, edition: str = "en") -> str:
    page: str = client.get(f"/{edition}/").content.decode()
    return page.partition('class="sections')[2]


def test_a_heading_leads_to_the_section_that_has_its_stories(client: Client) -> None:
    fill("Quakes", make_topic("disaster", kind="subject"))
    sections = front(client)
    assert 'href="/en/section/disaster/">Disasters and accidents</a></h2>' in sections
    page = client.get("/en/section/disaster/").content.decode()
    for place in range(2):
        assert f"Quakes no. {place}." in sections
        assert f"Quakes no. {place}." in page


def test_outlets_sections_of_one_subject_are_one(client: Client) -> None:
    economy = make_topic("economy", kind="subject")
    fill("Money", economy)
    fill("Business", economy, first=10)
    sections = front(client)
    assert sections.count("<h2") == 1
    assert sections.count("/en/section/economy/") == 1


def test_a_heading_without_a_subject_leads_to_what_is_filed_so(client: Client) -> None:
    fill('City "Hall"')
    assert 'href="/en/search/?q=section%3A%22City+Hall%22&amp;sort=new"' in front(client)


def test_a_hidden_section_is_no_heading(client: Client) -> None:
    topic = make_topic("economy", kind="subject")
    fill("Money", topic)
    Topic.objects.filter(pk=topic.pk).update(hidden_at=utc_now())
    assert "/en/section/" not in front(client)
    assert "section%3A%22Money%22" in front(client)


def test_a_story_and_its_report_say_where_they_belong(client: Client) -> None:
    story = fill("Quakes", make_topic("disaster", kind="subject"))[0]
    page = client.get(f"/en/story/{story.pk}/").content.decode()
    assert '<p class="kicker"><a href="/en/section/disaster/">' in page
    report = client.get(f"/ar/article/{story.lead_id}/").content.decode()
    assert 'href="/ar/search/?q=section%3A%22Quakes%22&amp;sort=new"' in report


def test_the_sections_of_the_front_stand_below_its_name(client: Client) -> None:
    fill("Quakes", make_topic("disaster", kind="subject"))
    fill("Money", make_topic("economy", kind="subject"), first=10)
    strip = client.get("/en/").content.decode().partition('<nav class="subjects"')[2]
    strip = strip.partition("</nav>")[0]
    assert 'href="/en/section/disaster/">Disasters and accidents</a>' in strip
    assert 'href="/en/section/economy/">Economy</a>' in strip
    assert 'href="/en/topics/"' in strip
