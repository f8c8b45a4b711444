"""Who tells an event, in all its languages, and who does not."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.engine.insight.perspectives.gaps import Lack
from wireroom.engine.insight.perspectives.teller import Text
from wireroom.news.models import Article, Brief, Outlet, Story
from wireroom.news.services.stories import file_faces
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.tellers import read_told

pytestmark = pytest.mark.django_db


def article(**terms: Any) -> Article:
    outlet = make_outlet(f"Outlet {Outlet.objects.count()}", **terms)
    return make_article(outlet, "Flood", body="The river rose.")


def told_of(story: Story) -> dict[str, Any]:
    told = read_told([story.pk], now=utc_now())[story.pk]
    return {one.outlet: one for one in told.tellers}


def test_reports_come_with_what_is_known_of_their_outlets() -> None:
    story = make_story([article(country="QA", owner_type="state"), article(country="QB")])
    told = told_of(story)
    assert [(one.country, one.owner) for one in told.values()] == [
        ("QA", "state"),
        ("QB", "private"),
    ]
    assert told["Outlet 0"].body == ""  # two are too few to be compared


def test_the_same_event_in_another_language_is_read_too() -> None:
    english, arabic = make_story([article()]), make_story([article(lang="ar")])
    Story.objects.filter(pk__in=[english.pk, arabic.pk]).update(event=english)
    assert [one.lang for one in told_of(english).values()] == ["en", "ar"]
    assert set(told_of(arabic)) == set(told_of(english))


def test_an_outlet_that_lets_no_machine_read_is_there_without_its_text() -> None:
    story = make_story([article(ai_allowed=False), *(article() for _ in range(6))])
    told = told_of(story)
    assert not told["Outlet 0"].may_be_read
    assert (told["Outlet 0"].body, told["Outlet 1"].body) == ("", "The river rose.")


def test_whose_text_a_report_has() -> None:
    first, carrier, own = article(), article(), article()
    make_copy(first, carrier)
    told = told_of(make_story([first, carrier, own]))
    assert [one.text for one in told.values()] == [Text.OWN, Text.WIRE, Text.OWN]
    assert told["Outlet 1"].voice == told["Outlet 0"].voice == str(first.pk)


def test_who_does_not_tell_it_is_counted() -> None:
    articles = [article(country="QA" if n < 12 else "QB") for n in range(24)]
    story = make_story(articles[:9])
    told = read_told([story.pk], now=utc_now())[story.pk]
    assert [(gap.value, gap.lack) for gap in told.gaps] == [("QA", Lack.ONLY), ("QB", Lack.FEW)]


@pytest.mark.parametrize("stories", [1, 3])
def test_the_number_of_queries_of_tellers_is_constant(stories: int) -> None:
    made = [make_story([article() for _ in range(6)]) for _ in range(stories)]
    Story.objects.filter(pk=made[0].pk).update(event=made[0])
    with CaptureQueriesContext(connection) as queries:
        read_told([story.pk for story in made], now=utc_now())
    assert len(queries) == 7


def test_stories_of_an_event_are_briefed_with_each_other() -> None:
    english, arabic = make_story([article()]), make_story([article(lang="ar")])
    alone = make_story([article()])
    Story.objects.filter(pk__in=[english.pk, arabic.pk]).update(event=english)
    english.refresh_from_db()
    file_faces([(english, {})], now=utc_now())
    due = set(Brief.objects.filter(due_at__isnull=False).values_list("story", flat=True))
    assert due == {english.pk, arabic.pk}
    assert alone.pk not in due
