"""A person's own front and what is new there: nothing blocked or muted, queries constant."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.conftest import BODY
from tests.web.newsroom import (
    ago,
    join_story,
    make_article,
    make_outlet,
    make_story,
    make_topic,
    tag_story,
)

from wireroom.news.models import Article, Outlet, Story, Topic
from wireroom.people.models import Person
from wireroom.reading.models import (
    Block,
    Follow,
    Highlight,
    Muted,
    ReadLanguages,
    Saved,
    Seen,
)

pytestmark = pytest.mark.django_db


def test_the_front_is_without_blocked_outlets_and_muted_words(
    hers: Client, story: Story, outlet: Outlet
) -> None:
    other = make_outlet("Dune Post")
    told = make_story([make_article(outlet, "Comet seen"), make_article(other, "A comet passes")])
    muted = make_story([make_article(other, "Cup final tonight", standfirst="Footballers ready")])
    excused = make_story(
        [make_article(other, "Bridge closed", standfirst="A football match is the reason")]
    )
    hers.post(f"/en/mine/block/?outlet={outlet.pk}", {"deed": "add"})
    hers.post("/en/mine/mute/", {"words": "footballer", "exceptions": "bridge"})
    page = hers.get("/en/mine/front/").content.decode()
    assert "Tidewire" not in page
    assert f"/story/{story.pk}/" not in page
    assert f"/story/{told.pk}/" in page
    assert "A comet passes" in page
    assert f"/story/{muted.pk}/" not in page
    assert f"/story/{excused.pk}/" in page


def test_blocked_outlets_are_gone_from_every_page_of_hers(
    hers: Client, story: Story, outlet: Outlet
) -> None:
    lead = story.lead
    assert lead
    late = make_article(outlet, "Ferry raised")
    both = make_story([make_article(make_outlet("Dune Post"), "Two quays")])
    for one in (story, both):
        hers.post(f"/en/mine/follow/?story={one.pk}", {"deed": "add"})
        hers.post(f"/en/mine/save/?story={one.pk}", {"deed": "add"})
    hers.post(f"/en/mine/save/?article={lead.pk}", {"deed": "add"})
    hers.post(f"/en/mine/highlight/?article={lead.pk}", {"words": "night ferry"})
    join_story(both, [late])
    Story.objects.filter(pk=both.pk).update(outlet_names=["Dune Post", "Tidewire"])
    hers.post(f"/en/mine/block/?outlet={outlet.pk}", {"deed": "add"})
    for tail in ("", "front/", "saved/", "highlights/", f"story/{both.pk}/", "follows/"):
        page = hers.get(f"/en/mine/{tail}").content.decode()
        assert "Tidewire" not in page, tail
        assert "Ferry raised" not in page, tail
        assert "Ferry sinks" not in page, tail
    assert hers.get(f"/en/mine/story/{story.pk}/").status_code == 404
    assert "Tidewire" in hers.get("/en/mine/blocks/").content.decode()


def test_what_she_follows_comes_first(hers: Client, story: Story, outlet: Outlet) -> None:
    better = [make_story([make_article(outlet, f"Number {n}")], rank=9.0) for n in range(3)]
    topic = make_topic()
    tag_story(story, topic)
    hers.post(f"/en/mine/follow/?topic={topic.pk}", {"deed": "add"})
    page = hers.get("/en/mine/front/").content.decode()
    first = page.index(f"/story/{story.pk}/")
    assert all(first < page.index(f"/story/{one.pk}/") for one in better)


def test_the_languages_she_reads(hers: Client, story: Story) -> None:
    arabic = make_outlet("المرفأ", lang="ar", slug="marfa")
    other = make_story([make_article(arabic, "غرق عبارة")])
    assert f"/story/{other.pk}/" not in hers.get("/en/mine/front/").content.decode()
    hers.post("/en/mine/settings/", {"reads-ar": "1", "reads-en": "1", "reads-xx": "1"})
    assert ReadLanguages.objects.get().languages == ["ar", "en"]
    page = hers.get("/en/mine/front/").content.decode()
    assert f"/story/{other.pk}/" in page
    assert f"/story/{story.pk}/" in page


def test_she_is_told_what_is_new_since_she_looked(
    hers: Client, ilsa: Person, story: Story, outlet: Outlet
) -> None:
    hers.post(f"/en/mine/follow/?story={story.pk}", {"deed": "add"})
    assert "Nothing new since you looked" in hers.get("/en/mine/").content.decode()
    Follow.objects.update(at=ago(4))
    late = [make_article(outlet, f"Ferry: part {n}", hours=1) for n in (1, 2)]
    moved = make_article(outlet, "Read long ago", hours=90)
    join_story(story, [*late, moved])
    story.memberships.filter(article=moved).update(assigned_at=ago(1))
    story.memberships.filter(article=story.lead).update(assigned_at=ago(30))
    Article.objects.filter(headline="Ferry sinks off Ostvik").update(seen_at=ago(30))
    page = hers.get("/en/mine/").content.decode()
    assert "2 new reports since you looked" in page
    found = re.search(r'href="(/en/mine/story/\d+/\?since=\d+)"', page)
    assert found
    for _again in range(2):  # a page that is loaded again shows the same
        opened = hers.get(found[1]).content.decode()
        assert "Ferry: part 1" in opened
        assert "Ferry: part 2" in opened
        assert "Read long ago" not in opened
    assert Seen.objects.filter(person=ilsa, story=story).exists()
    assert "Nothing new since you looked" in hers.get("/en/mine/").content.decode()


def test_a_followed_story_leads_on_where_it_was_merged(
    hers: Client, story: Story, outlet: Outlet
) -> None:
    hers.post(f"/en/mine/follow/?story={story.pk}", {"deed": "add"})
    middle, last = (make_story([make_article(outlet, f"State {n}")]) for n in (1, 2))
    Story.objects.filter(pk=story.pk).update(merged_into=middle)
    Story.objects.filter(pk=middle.pk).update(merged_into=last)
    page = hers.get("/en/mine/").content.decode()
    assert f"/en/mine/story/{last.pk}/" in page
    assert f"/en/mine/story/{story.pk}/" not in page


def test_what_was_merged_is_still_followed_on_her_front(
    hers: Client, story: Story, outlet: Outlet
) -> None:
    tagged = make_story([make_article(outlet, "Bells ring")])
    better = [make_story([make_article(outlet, f"Number {n}")], rank=9.0) for n in range(3)]
    old, gone, kept = make_story([make_article(outlet, "Old")]), make_topic("Gone"), make_topic()
    tag_story(tagged, kept)
    hers.post(f"/en/mine/follow/?story={old.pk}", {"deed": "add"})
    hers.post(f"/en/mine/follow/?topic={gone.pk}", {"deed": "add"})
    Story.objects.filter(pk=old.pk).update(merged_into=story)
    Topic.objects.filter(pk=gone.pk).update(merged_into=kept)
    page = hers.get("/en/mine/front/").content.decode()
    for followed in (story, tagged):
        first = page.index(f"/story/{followed.pk}/")
        assert all(first < page.index(f"/story/{one.pk}/") for one in better)
    for tail in (f"story={story.pk}", f"topic={kept.pk}"):  # where they led, they can be ended
        assert 'value="remove"' in hers.get(f"/en/mine/follow/?{tail}").content.decode()
        hers.post(f"/en/mine/follow/?{tail}", {"deed": "remove"})
    assert not Follow.objects.exists()


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_other_sites_link_moves_a_mark(hers: Client, story: Story, site: str) -> None:
    hers.get(f"/en/mine/story/{story.pk}/", headers={"Sec-Fetch-Site": site})
    hers.get(f"/en/mine/story/{story.pk}/", headers={"Sec-Purpose": "prefetch"})
    assert not Seen.objects.exists()
    hers.get(f"/en/mine/story/{story.pk}/", headers={"Sec-Fetch-Site": "same-origin"})
    assert Seen.objects.exists()


def test_all_that_is_shown_can_be_marked_as_seen(hers: Client, story: Story) -> None:
    hers.post(f"/en/mine/follow/?story={story.pk}", {"deed": "add"})
    Follow.objects.update(at=ago(9))
    page = hers.get("/en/mine/").content.decode()
    assert "new report" in page
    hers.post("/en/mine/", marking(page))
    assert "Nothing new since you looked" in hers.get("/en/mine/").content.decode()


def marking(page: str) -> dict[str, list[str]]:
    """Return what the form of a page sends that marks as seen what stands there."""
    form = page[: page.index("Mark these as seen")].rpartition("<form")[2]
    fields = re.findall(r'type="hidden" name="(at|shown)" value="(\d+)"', form)
    return {name: [value for one, value in fields if one == name] for name in ("at", "shown")}


def test_what_came_in_after_the_page_was_shown_is_not_marked_as_seen(
    hers: Client, ilsa: Person, story: Story, outlet: Outlet
) -> None:
    hers.post(f"/en/mine/follow/?story={story.pk}", {"deed": "add"})
    Follow.objects.update(at=ago(9))
    page = hers.get("/en/mine/").content.decode()
    later = make_story([make_article(outlet, "Bells ring", hours=1)])
    Follow.objects.create(person=ilsa, story=later, at=ago(9))
    join_story(story, [make_article(outlet, "Ferry raised", hours=0)])
    story.memberships.filter(article__headline="Ferry raised").update(assigned_at=timezone.now())
    hers.post("/en/mine/", marking(page))
    told = hers.get("/en/mine/").content.decode()
    assert told.count("1 new report since you looked") == 2
    hers.get(f"/en/mine/story/{story.pk}/")
    hers.post("/en/mine/", marking(page))  # an old page moves no mark back
    assert "Nothing new since you looked" in hers.get("/en/mine/").content.decode()


@pytest.mark.parametrize(
    "sent",
    [{}, {"shown": "1"}, {"at": "x", "shown": "1"}, {"at": "9" * 18, "shown": ["x", "9" * 18]}],
)
def test_a_form_that_says_nothing_marks_nothing(hers: Client, sent: dict[str, Any]) -> None:
    assert hers.post("/en/mine/", sent).status_code == 302
    assert not Seen.objects.exists()


def fill(person: Person, rows: int) -> int:
    """Let a person keep `rows` of everything; return a story's number."""
    stories = []
    for number in range(rows):
        outlet, blocked = make_outlet(f"Outlet {number}"), make_outlet(f"Blocked {number}")
        ours = make_article(outlet, f"Told {number}", body=BODY)
        story = make_story([make_article(blocked, f"Blocked {number}"), ours], rank=float(number))
        topic = make_topic(f"Place {number}")
        tag_story(story, topic)
        for columns in (
            {"story": story},
            {"topic": topic},
            {"outlet": outlet},
            {"words": outlet.name},
        ):
            Follow.objects.create(person=person, at=ago(9), **columns)
        Saved.objects.create(person=person, story=story)
        Saved.objects.create(person=person, article=ours)
        Block.objects.create(person=person, outlet=blocked)
        Muted.objects.create(person=person, words=f"w{number}", key=f"w{number}")
        Highlight.objects.create(
            person=person, article=ours, revision=1, start=0, end=3, words=BODY[:3]
        )
        stories.append(story)
    return stories[0].pk


# Of these two are the session and the person.
MOST = {
    "": 16, "front/": 11, "saved/": 9, "follows/": 9, "blocks/": 3, "mutes/": 3,
    "highlights/": 5, "story/N/": 12,
}  # fmt: skip


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_is_constant(hers: Client, ilsa: Person, rows: int) -> None:
    number = fill(ilsa, rows)
    asked = {}
    for tail in MOST:
        with CaptureQueriesContext(connection) as queries:
            assert hers.get(f"/en/mine/{tail}".replace("N", str(number))).status_code == 200
        asked[tail] = len(queries)
    assert asked == MOST
