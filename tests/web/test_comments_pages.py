"""Comments as everybody reads them: threads, hostile words, merges, what may be found."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story, other_scripts
from tests.web.talking_room import (
    HELD,
    SAID,
    browser_of,
    make_comment,
    make_nested,
    make_person,
    make_talked,
    make_trusted,
)

from wireroom.news.models import Story
from wireroom.news.services.lists import remove_sample
from wireroom.talk.models import Comment, Mode, RemovedFor, State
from wireroom.talk.queries.family import read_talk
from wireroom.talk.queries.thread import PAGE, read_thread
from wireroom.talk.services.moderating import Moderating

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _comments_are_on(settings: Any) -> None:
    settings.WIREROOM_COMMENTS = True


def desk() -> Moderating:
    return Moderating(by=make_person(is_staff=True), now=timezone.now(), words="Rule 2")


def page_of(story: Story, query: str = "", edition: str = "en") -> str:
    return Client().get(f"/{edition}/story/{story.pk}/comments/{query}").content.decode()


def test_where_comments_are_off_there_is_no_trace(settings: Any) -> None:
    settings.WIREROOM_COMMENTS = False
    story, one = make_talked(), make_person("Ilsa", is_staff=True)
    browser = browser_of(one)
    assert "comment" not in browser.get(f"/en/story/{story.pk}/").content.decode().lower()
    assert "comments" not in browser.get("/en/mine/").content.decode()
    tails = ("story/1/comments/", "story/1/comments/feed.xml", "comment/1/", "mine/comments/",
             "mine/comments/write/1/", "mine/queue/", "mine/queue/log/")  # fmt: skip
    assert {browser.get(f"/en/{tail}").status_code for tail in tails} == {404}


def test_a_comment_changes_its_storys_page_and_no_other() -> None:
    story, other, one = make_talked(), make_talked("Bridge opens"), make_person("Ilsa")
    client = Client()
    paths = [f"/en/story/{story.pk}/", "/en/", f"/en/story/{other.pk}/"]
    tags = [client.get(path)["ETag"] for path in paths]
    make_comment(story, one)
    changed = [
        client.get(path, headers={"If-None-Match": tag})
        for path, tag in zip(paths, tags, strict=True)
    ]
    assert [page.status_code for page in changed] == [200, 304, 304]
    assert "1 comment" in changed[0].content.decode()


def test_the_public_page_knows_nobody() -> None:
    story, one = make_talked(), make_person("Ilsa")
    make_comment(story, one)
    path = f"/en/story/{story.pk}/comments/"
    Client().get(path)
    with CaptureQueriesContext(connection) as captured:
        known = browser_of(one).get(path)
    tables = " ".join(query["sql"] for query in captured)
    own = tables[
        tables.index("news_story") :
    ]  # what signing the test's browser in asks stands before
    assert "people_person" not in own
    assert "django_session" not in own
    assert known.content == Client().get(path).content
    assert "public" in known["Cache-Control"]
    assert not known.cookies
    assert SAID in known.content.decode()


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_a_thread_of_five_hundred_nested_replies(edition: str) -> None:
    story, people = make_talked(), [make_person("Ilsa"), make_person("Omar")]
    rows = make_nested(story, 500, people)
    seen: list[int] = []
    query = ""
    while True:
        text = page_of(story, query, edition)
        seen += map(int, re.findall(r'id="comment-(\d+)"', text))
        depths = {int(deep) for deep in re.findall(r"depth-(\d)", text)}
        assert max(depths) <= 6
        later = re.search(r'rel="next" href="[^"]*(\?from=\d+)"', text)
        if not later:
            break
        query = later[1]
    assert seen == [row.pk for row in rows]
    assert page_of(story, f"?from={rows[120].pk}", edition).count('rel="prev"') == 2


def test_queries_do_not_grow_with_comments() -> None:
    story, people = make_talked(), [make_person("Ilsa"), make_person("Omar")]
    counts = []
    for number in (1, 60):
        Comment.objects.all().delete()
        make_nested(story, number, people)
        with CaptureQueriesContext(connection) as captured:
            page_of(story)
        counts.append(len(captured))
    assert counts == [3, 3]


def test_order_is_the_threads_and_pages_go_back() -> None:
    story, one, two = make_talked(), make_person("Ilsa"), make_person("Omar")
    first = make_comment(story, one, "First of all")
    second = make_comment(story, two, "Second of all")
    answer = make_comment(story, two, "An answer to the first", to=first)
    page = read_thread(read_talk(story.pk))
    assert [each.id for each in page.comments] == [first.pk, answer.pk, second.pk]
    assert [each.depth for each in page.comments] == [0, 1, 0]
    from_second = read_thread(read_talk(story.pk), start=second.pk)
    assert [each.id for each in from_second.comments] == [second.pk]
    assert from_second.earlier == first.pk
    assert PAGE == 50


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)>",
    'javascript:alert(3) https://harbour.example/"onmouseover=alert(4)',
    "[a](javascript:alert(5)) <a href='//evil.example'>here</a>",
    "\u202egnp.exe\u202c is \u0000harmless",
    "> <b>quoted</b>\n\n{{ 7*7 }} {% include 'x' %} %(num)s &lt;i&gt;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    story, one = make_talked(), make_person("Ilsa")
    comment = make_comment(story, one, text)
    Comment.objects.filter(pk=comment.pk).update(state=State.SHOWN)
    for shown in (
        page_of(story),
        browser_of(one).get(f"/en/mine/comments/of/{story.pk}/").content.decode(),
    ):
        main = shown[shown.index("<main") : shown.index("</main>")]
        assert not re.search(r"<(?:script|img|b|i)[ >]", main)
        assert not re.search(r"<[^>]*\son[a-z]+=", main)
        assert not re.search(r'href="(?:javascript|//)', main)
        assert "\u202e" not in main
        assert "\x00" not in main
        assert not other_scripts(shown)


def test_links_lead_out_without_a_word_for_them() -> None:
    story, one = make_talked(), make_person("Ilsa")
    make_comment(story, one, "See (https://harbour.example/a_(b)?x=1&y=2), the plan.")
    text = page_of(story)
    assert 'href="https://harbour.example/a_(b)?x=1&amp;y=2" rel="nofollow ugc noopener' in text


def test_what_is_held_is_not_shown_and_what_is_removed_says_why() -> None:
    story, one = make_talked(), make_person("Ilsa")
    held = make_comment(story, one, HELD)
    shown = make_comment(story, one, "A fair word about the ferry")
    assert held.state == State.HELD
    text = page_of(story)
    assert HELD not in text
    assert "1 comment<" in text
    desk().remove(shown.pk, RemovedFor.OFF_TOPIC)
    text = page_of(story)
    assert "A fair word" not in text
    assert "nothing to do with the story" in text
    assert "Rule 2" in text
    assert "Ilsa" not in text
    assert Client().get(f"/en/comment/{held.pk}/").status_code == 404


def test_comments_follow_a_merge_and_come_back_with_its_undoing() -> None:
    old, new, one = make_talked(), make_talked("The ferry of Ostvik"), make_person("Ilsa")
    between = make_talked("A ferry sinks")
    comment = make_comment(old, one)
    Story.objects.filter(pk=old.pk).update(merged_into=between)
    Story.objects.filter(pk=between.pk).update(merged_into=new)
    assert SAID in page_of(new)
    assert "1 comment" in Client().get(f"/en/story/{new.pk}/").content.decode()
    moved = Client().get(f"/en/story/{between.pk}/comments/?from={comment.pk}")
    assert moved["Location"] == f"/en/story/{new.pk}/comments/?from={comment.pk}"
    answer = make_comment(between, make_person("Omar"), "So it was, on both shores", to=comment)
    assert answer.story_id == new.pk
    Story.objects.filter(pk=old.pk).update(merged_into=None)
    assert SAID in page_of(old)
    assert SAID not in page_of(new)
    Story.objects.filter(pk=old.pk).update(spiked_at=timezone.now())
    assert Client().get(f"/en/story/{old.pk}/comments/").status_code == 410


def test_a_merge_in_a_circle_ends() -> None:
    one, two = make_talked(), make_talked("Bridge opens")
    Story.objects.filter(pk=one.pk).update(merged_into=two)
    Story.objects.filter(pk=two.pk).update(merged_into=one)
    assert set(read_talk(one.pk).stories) == {one.pk, two.pk}


def test_search_engines_find_what_trusted_people_write() -> None:
    story, one = make_talked(), make_person("Ilsa")
    make_comment(story, one)
    assert '<meta name="robots" content="noindex">' in page_of(story)
    make_trusted(one.commenter)
    assert '<meta name="robots" content="noindex">' not in page_of(story)


def test_a_closed_thread_shows_nothing() -> None:
    story, one = make_talked(), make_person("Ilsa")
    make_comment(story, one)
    desk().set_mode(story.pk, Mode.CLOSED)
    text = page_of(story)
    assert SAID not in text
    assert "Closed" in text
    assert "comments/" not in Client().get(f"/en/story/{story.pk}/").content.decode()


def test_the_feed_gives_the_latest() -> None:
    story, one = make_talked(), make_person("Ilsa")
    for number in range(3):
        make_comment(story, one, f"Word {number} about the <ferry>")
    make_comment(story, one, HELD)
    answer = Client().get(f"/en/story/{story.pk}/comments/feed.xml")
    feed = ElementTree.fromstring(answer.content)
    name = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{name}entry")
    assert len(entries) == 3
    assert "Word 2 about the &lt;ferry&gt;" in str(entries[0].findtext(f"{name}summary"))
    assert entries[0].findtext(f"{name}author/{name}name") == "Ilsa"
    assert "Cookie" not in answer.get("Vary", "")


def test_a_merged_story_outlives_the_sample_newsroom() -> None:
    old, one = make_talked(), make_person("Ilsa")
    new = make_story([make_article(make_outlet("The Lamp"), "Ferry of Ostvik sinks")])
    make_comment(old, one)
    told_by_sample = make_story([make_article(make_outlet("Mock", is_sample=True), "Invented")])
    old.memberships.all().delete()
    Story.objects.filter(pk=old.pk).update(merged_into=new)
    remove_sample()
    assert SAID in page_of(new)
    assert not Story.objects.filter(pk=told_by_sample.pk).exists()
