"""An editor ties stories of two languages, or parts them: at once, and for good."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.errors import BadInput
from wireroom.engine.stories.ties import Tied, TieWish
from wireroom.news.models import Article, Shard, Story
from wireroom.news.queries.mend_cases import read_cases
from wireroom.news.queries.mends import read_tie_wishes
from wireroom.news.services.events import EVERY_LANGUAGE, ask_for_ties, ask_for_ties_anew, file_ties
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.mends import Mending
from wireroom.news.services.translations import ask_for_translations, file_translations
from wireroom.pipeline.mending import mending

NOW = datetime.now(UTC).replace(microsecond=0)
LONG_AGO = NOW - timedelta(days=30)
pytestmark = pytest.mark.django_db


def editor(why: str = "the same ship") -> Mending:
    return mending(by="Ines", why=why, now=NOW)


def story_in(lang: str, count: int = 1) -> Story:
    outlet = make_outlet(f"Outlet {Article.objects.count()}", lang=lang)
    articles = [make_article(outlet, f"Of {lang} {n}", lang=lang) for n in range(count)]
    return make_story(articles)


def event_of(story: Story) -> int | None:
    story.refresh_from_db()
    return story.event_id


def claimed() -> Shard:
    (row,) = claim(Shard, "tie", now=NOW + timedelta(minutes=1), limit=1, lease_s=60)
    return row


def test_a_tie_shows_at_once_with_its_reason(client: Client) -> None:
    one, other = story_in("en"), story_in("ar")
    editor().tie(one.pk, other.pk)
    assert event_of(one) == event_of(other) == one.pk
    page = client.get(f"/en/story/{one.pk}/").content.decode()
    assert "An editor tied the two: <bdi>the same ship</bdi>" in page
    assert f"/en/story/{other.pk}/" in page


def test_a_tie_takes_the_place_of_another_of_its_language() -> None:
    one, wrong, right = story_in("en"), story_in("ar"), story_in("ar")
    editor().tie(one.pk, wrong.pk)
    editor().tie(one.pk, right.pk)
    assert (event_of(wrong), event_of(right)) == (None, event_of(one))


def test_untying_shows_at_once_and_is_remembered() -> None:
    one, other = story_in("en"), story_in("ar", 2)
    editor().tie(one.pk, other.pk)
    editor().untie(other.pk)
    assert event_of(one) is event_of(other) is None
    assert TieWish(other.pk, one.pk, is_together=False, why="the same ship") in read_tie_wishes()


def test_undoing_asks_the_engine_again() -> None:
    one, other = story_in("en"), story_in("ar")
    mend = editor().tie(one.pk, other.pk)
    Shard.objects.update(due_at=None)
    editor().undo(mend.pk)
    assert event_of(one) is None
    assert read_tie_wishes() == ()
    assert Shard.objects.get(lang=EVERY_LANGUAGE).due_at == NOW


def test_what_was_being_tied_meanwhile_is_not_filed() -> None:
    one, other = story_in("en"), story_in("ar")
    ask_for_ties_anew(now=NOW)
    row = claimed()
    editor().tie(one.pk, other.pk)
    with pytest.raises(LeaseLost):
        file_ties(row, [], since=LONG_AGO, now=NOW)
    assert event_of(one) == event_of(other)


def test_what_the_stage_files_of_a_tie_by_an_editor_keeps_the_reason() -> None:
    one, other = story_in("en"), story_in("ar")
    ask_for_ties_anew(now=NOW)
    tied = [
        Tied(story=story.pk, event=one.pk, by_editor=True, why="the same ship")
        for story in (one, other)
    ]
    file_ties(claimed(), tied, since=LONG_AGO, now=NOW)
    other.refresh_from_db()
    assert other.event_why == {"editor": "the same ship"}


def test_a_mend_follows_its_articles_to_another_story() -> None:
    one, other, third = story_in("en"), story_in("ar"), story_in("en")
    editor().tie(one.pk, other.pk)
    editor().merge(one.pk, third.pk)
    assert read_tie_wishes() == (
        TieWish(third.pk, other.pk, is_together=True, why="the same ship"),
    )


def test_stories_of_one_language_are_merged_and_not_tied() -> None:
    with pytest.raises(BadInput, match="merge them instead"):
        editor().tie(story_in("en").pk, story_in("en").pk)


def test_a_story_that_is_not_tied_cannot_be_untied() -> None:
    with pytest.raises(BadInput, match="tied to none"):
        editor().untie(story_in("en").pk)


def test_a_tie_is_a_case_of_the_benchmark() -> None:
    one, other = story_in("en"), story_in("ar")
    editor().tie(one.pk, other.pk)
    (case,) = read_cases()
    assert case["deed"] == "tie"
    assert case["pairs"] == [[str(one.lead_id), str(other.lead_id), "together"]]


def test_what_is_asked_for_while_stories_are_tied_is_done_afterwards() -> None:
    later = NOW + timedelta(minutes=5)
    ask_for_ties(due_at=NOW)
    row = claimed()
    ask_for_ties(due_at=later)
    file_ties(row, [], since=LONG_AGO, now=NOW)
    again = Shard.objects.get(lang=EVERY_LANGUAGE)
    assert (again.step, again.due_at, again.held_until) == ("tie", later, None)
    (row,) = claim(Shard, "tie", now=later, limit=1, lease_s=60)
    file_ties(row, [], since=LONG_AGO, now=NOW)
    assert Shard.objects.get(lang=EVERY_LANGUAGE).due_at is None


def test_translations_asked_for_while_they_are_looked_for_are_looked_for_again() -> None:
    ask_for_translations(due_at=NOW)
    (row,) = claim(Shard, "abroad", now=NOW, limit=1, lease_s=60)
    ask_for_translations(due_at=NOW)
    file_translations(row, [], now=NOW)
    assert Shard.objects.get(pk=row.pk).due_at == NOW
