"""Comments of a story that was merged out of others: in the thread's order, from an index."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.news.test_queries import plan_of
from tests.web.newsroom import make_article, make_outlet, make_story
from tests.web.talking_room import make_comment, make_person, make_talked

from wireroom.engine.talk.paths import path_below
from wireroom.news.models import Story
from wireroom.talk.models import Comment
from wireroom.talk.queries.family import read_talk
from wireroom.talk.queries.thread import PAGE, read_latest, read_thread

pytestmark = pytest.mark.django_db


def make_family() -> tuple[Story, list[Comment]]:
    """Make a story out of three, commented on in turns, and one reply across two of them."""
    *merged, whole = stories = [make_talked(f"Ferry {name} sinks") for name in "abc"]
    one, two = make_person("Ilsa", is_staff=True), make_person("Omar")
    rows = [make_comment(story, one, f"Of {story.headline}") for story in stories]
    for number in range(64):
        to = rows[-1]
        row = Comment.objects.create(
            story=stories[number % 3], commenter=two.commenter, path="", text=f"Late {number}",
            state="shown", suggestion="show", form=f"row {to.pk}", made_at=to.made_at, lang="en",
        )  # fmt: skip
        row.path = path_below("", row.pk)
        row.save(update_fields=["path"])
        rows.append(row)
    Story.objects.filter(pk__in=[story.pk for story in merged]).update(merged_into=whole)
    rows.insert(1, make_comment(whole, one, "So it was, on both shores", to=rows[0]))
    return whole, rows


def test_pages_of_a_story_made_of_several_keep_the_threads_order() -> None:
    whole, rows = make_family()
    talk = read_talk(whole.pk)
    first = read_thread(talk)
    assert [one.id for one in first.comments] == [row.pk for row in rows[:PAGE]]
    assert (first.later, first.earlier, first.is_first) == (rows[PAGE].pk, None, True)
    last = read_thread(talk, start=first.later)
    assert [one.id for one in last.comments] == [row.pk for row in rows[PAGE:]]
    assert (last.later, last.earlier) == (None, rows[0].pk)
    assert read_thread(talk, start=rows[PAGE + 5].pk).earlier == rows[5].pk
    latest = sorted((row.pk for row in rows), reverse=True)[:50]
    assert [one.id for one in read_latest(talk)] == latest


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's query plans")
def test_pages_of_a_story_made_of_several_sort_nothing() -> None:
    whole, rows = make_family()
    make_story([make_article(make_outlet("The Lamp"), "Ferry")], merged_into=whole)
    with CaptureQueriesContext(connection) as captured:
        read_thread(read_talk(whole.pk), start=rows[9].pk)
        read_latest(read_talk(whole.pk))
    ordered = [one["sql"] for one in captured if "ORDER BY" in one["sql"]]
    # A story in which nobody commented is not asked.
    assert len(ordered) == 3 * 3
    plan = plan_of(ordered)
    assert "TEMP B-TREE" not in plan
    assert "SCAN" not in plan
