"""A person's own pages: what they show, who may change what, what is typed is never lost."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import ago, join_story, make_article, make_outlet, make_story

from wireroom.news.models import Article, Outlet, Story, StoryTopic, Topic
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person
from wireroom.reading.models import (
    Block,
    Follow,
    Highlight,
    Muted,
    ReadLanguages,
    Saved,
    Seen,
)
from wireroom.web import own_pages

pytestmark = pytest.mark.django_db

PASSWORD = "quiet-harbour-9"
BODY = "The night ferry sank off Ostvik.\n\nAll 31 people on board were saved by trawlers."


@pytest.fixture(autouse=True)
def counts_anew() -> None:
    caches["process"].clear()


@pytest.fixture
def ilsa() -> Person:
    return add_person("ilsa@tidewire.example")


@pytest.fixture
def hers(ilsa: Person) -> Client:
    client = Client()
    client.force_login(ilsa)
    return client


@pytest.fixture
def outlet() -> Outlet:
    return make_outlet("Tidewire")


@pytest.fixture
def story(outlet: Outlet) -> Story:
    return make_story([make_article(outlet, "Ferry sinks off Ostvik", body=BODY)])


def make_topic(name: str = "Ostvik") -> Topic:
    return Topic.objects.create(
        kind="place", key=name.casefold(), slug=name.casefold(), name=name, names={"en": name},
        created_at=timezone.now(),
    )  # fmt: skip


def tag(story: Story, topic: Topic) -> None:
    StoryTopic.objects.create(story=story, topic=topic, lang=story.lang, at=ago(1))


def sign_in(client: Client, person: Person, there: str) -> str:
    """Sign in on the page that one was led to; return where that leads on to."""
    person.set_password(PASSWORD)
    person.save()
    sent = {"login": person.email, "password": PASSWORD, "next": there}
    return str(client.post("/account/login/", sent)["Location"])


@contextmanager
def read_only() -> Iterator[None]:
    """Let the database take no writes."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1" if sqlite else "SET TRANSACTION READ ONLY")
    yield
    if sqlite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = 0")


# Every page that asks for a deed, and where one is led to once it is done.
def deeds(story: Story, topic: Topic) -> list[tuple[str, str, type[Model]]]:
    article = story.lead
    assert article
    return [
        (f"save/?story={story.pk}", f"/en/story/{story.pk}/", Saved),
        (f"save/?article={article.pk}", f"/en/article/{article.pk}/", Saved),
        (f"follow/?story={story.pk}", f"/en/story/{story.pk}/", Follow),
        (f"follow/?topic={topic.pk}", f"/en/topic/ostvik-{topic.pk}/", Follow),
        (f"follow/?outlet={article.outlet_id}", "/en/outlet/tidewire/", Follow),
        ("follow/?words=night+boats", "/en/search/?q=night+boats&sort=new", Follow),
        (f"block/?outlet={article.outlet_id}", "/en/outlet/tidewire/", Block),
    ]


def test_every_deed_is_asked_for_done_and_taken_back(
    hers: Client, ilsa: Person, story: Story
) -> None:
    for tail, back, table in deeds(story, make_topic()):
        address = f"/en/mine/{tail}"
        before = table._default_manager.count()
        assert hers.get(address).status_code == 200, tail
        assert table._default_manager.count() == before
        for _twice in range(2):
            answer = hers.post(address, {"deed": "add"})
            assert (answer.status_code, answer["Location"]) == (302, back)
        assert table._default_manager.filter(person=ilsa).count() == before + 1
        assert 'value="remove"' in hers.get(address).content.decode()
        assert hers.post(address, {"deed": "remove"})["Location"] == back
        assert table._default_manager.count() == before


@pytest.mark.parametrize(
    "tail",
    [
        "save/", "save/?story=0", "save/?article=x", "save/?story=" + "9" * 30, "follow/?topic=7",
        "follow/?words=%00", "block/?outlet=99", "block/?story=1", "highlight/?article=8",
        "highlight/", "story/77/",
    ],
)  # fmt: skip
def test_what_is_not_there_cannot_be_kept(hers: Client, tail: str) -> None:
    for answer in (hers.get(f"/en/mine/{tail}"), hers.post(f"/en/mine/{tail}", {"deed": "add"})):
        assert answer.status_code == 404


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
    assert hers.get(f"/en/mine/story/{story.pk}/").status_code == 404
    assert "Tidewire" in hers.get("/en/mine/blocks/").content.decode()


def test_what_she_follows_comes_first(hers: Client, story: Story, outlet: Outlet) -> None:
    better = [make_story([make_article(outlet, f"Number {n}")], rank=9.0) for n in range(3)]
    topic = make_topic()
    tag(story, topic)
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
    assert "new report" in hers.get("/en/mine/").content.decode()
    hers.post("/en/mine/")
    assert "Nothing new since you looked" in hers.get("/en/mine/").content.decode()


def test_searching_in_what_is_saved_and_reading_it_by_key(hers: Client, outlet: Outlet) -> None:
    for number in range(45):
        article = make_article(outlet, f"Harbour report {number} of boats")
        hers.post(f"/en/mine/save/?article={article.pk}", {"deed": "add"})
    seen: list[str] = []
    address = "/en/mine/saved/"
    while address:
        page = hers.get(address).content.decode()
        seen += re.findall(r"Harbour report (\d+) of boats</a>", page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        address = f"/en/mine/saved/{more[1]}" if more else ""
    assert seen == [str(n) for n in range(44, -1, -1)]
    page = hers.get("/en/mine/saved/?q=BOAT+17").content.decode()
    assert re.findall(r"Harbour report (\d+) of boats</a>", page) == ["17"]
    assert "Nothing that you saved has" in hers.get("/en/mine/saved/?q=zebra").content.decode()


def test_highlights_are_found_again_and_exported(hers: Client, ilsa: Person, story: Story) -> None:
    article = story.lead
    assert article
    there = f"/en/mine/highlight/?article={article.pk}"
    assert "trawlers" in hers.get(there).content.decode()
    sent = {"words": "All 31  people\non board", "note": "31 *or* 32?"}
    assert hers.post(there, sent)["Location"] == f"/en/article/{article.pk}/"
    assert Highlight.objects.get().words == "All 31 people on board"
    latest = article.revisions.get()
    latest.pk, latest.number = None, 2
    latest.body, latest.content_hash = f"New opening.\n\n{BODY}", "x"
    latest.save()
    Article.objects.filter(pk=article.pk).update(revision_count=2)
    assert "still stand in it" in hers.get("/en/mine/highlights/").content.decode()
    exported = hers.get("/en/mine/highlights/highlights.md")
    text = b"".join(exported.streaming_content).decode()  # type: ignore[attr-defined]
    assert "> All 31 people on board" in text
    assert r"31 \*or\* 32?" in text
    (row,) = _json(hers, "/en/mine/highlights/highlights.json")
    assert latest.body[row["start"] : row["end"]] == row["words"]
    assert row["stands"] == "moved"
    Article.objects.filter(pk=article.pk).update(spiked_at=timezone.now())
    page = hers.get("/en/mine/highlights/").content.decode()
    assert "withdrawn" in page
    assert "31 people" not in page
    hers.post("/en/mine/highlights/", {"remove": str(Highlight.objects.get().pk)})
    assert not Highlight.objects.exists()


def _json(client: Client, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    found: list[dict[str, Any]] = json.loads(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    return found


def test_only_what_the_outlet_lets_be_shown_can_be_marked(hers: Client) -> None:
    closed = make_outlet("Shut Gazette", policy="headline")
    short = make_outlet("Brief Gazette", policy="excerpt", excerpt_words=6)
    for outlet in (closed, short):
        article = make_article(outlet, "Ferry", body=BODY)
        there = f"/en/mine/highlight/?article={article.pk}"
        assert "trawlers" not in hers.get(there).content.decode()
        answer = hers.post(there, {"words": "saved by trawlers", "note": "kept?"})
        assert answer.status_code == 400
    assert "kept?" in answer.content.decode()
    assert not Highlight.objects.exists()


def test_nobody_reads_or_changes_anothers(hers: Client, ilsa: Person, story: Story) -> None:
    article = story.lead
    assert article
    for tail in (f"save/?story={story.pk}", f"follow/?story={story.pk}"):
        hers.post(f"/en/mine/{tail}", {"deed": "add"})
    hers.post(f"/en/mine/block/?outlet={article.outlet_id}", {"deed": "add"})
    hers.post("/en/mine/mute/", {"words": "secret words"})
    hers.post(f"/en/mine/highlight/?article={article.pk}", {"words": "night ferry", "note": "N1"})
    other = Client()
    other.force_login(add_person("oma@tidewire.example"))
    for tail in ("", "saved/", "highlights/", "follows/", "blocks/", "mutes/"):
        page = other.get(f"/en/mine/{tail}").content.decode()
        for secret in ("secret words", "N1", f"/story/{story.pk}/", "ilsa@"):
            assert secret not in page, tail
    for tail, number in (
        ("saved", Saved.objects.get().pk), ("highlights", Highlight.objects.get().pk),
        ("mutes", Muted.objects.get().pk),
    ):  # fmt: skip
        other.post(f"/en/mine/{tail}/", {"remove": str(number)})
    for tail in (f"save/?story={story.pk}", f"follow/?story={story.pk}"):
        other.post(f"/en/mine/{tail}", {"deed": "remove"})
    other.post(f"/en/mine/block/?outlet={article.outlet_id}", {"deed": "remove"})
    for table in (Saved, Follow, Block, Muted, Highlight):
        assert table._default_manager.filter(person=ilsa).count() == 1, table


WRITES = (
    "", "save/?story=1", "follow/?story=1", "block/?outlet=1", "mute/", "saved/", "follows/",
    "mutes/", "highlights/", "highlight/?article=1", "settings/", "delete/",
)  # fmt: skip


@pytest.mark.parametrize("tail", WRITES)
def test_forged_writes_are_refused(ilsa: Person, tail: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ilsa)
    assert strict.post(f"/en/mine/{tail}", {"deed": "add", "words": "x"}).status_code == 403
    assert not Muted.objects.exists()


def test_strangers_are_led_to_sign_in(client: Client, story: Story) -> None:
    for tail in (*WRITES, "front/", f"story/{story.pk}/", "highlights/highlights.md"):
        for answer in (client.get(f"/en/mine/{tail}"), client.post(f"/en/mine/{tail}", {})):
            assert answer["Location"].startswith("/account/login/?next=/en/mine/")


def test_what_was_typed_outlives_signing_in(client: Client, ilsa: Person, story: Story) -> None:
    there = f"/en/mine/highlight/?article={story.lead_id}"
    client.post(there, {"words": "night ferry", "note": "ملاحظة طويلة"})
    assert sign_in(client, ilsa, there) == there
    page = client.get(there).content.decode()
    assert "night ferry</textarea>" in page
    assert "ملاحظة طويلة</textarea>" in page
    assert "ملاحظة طويلة" not in client.get(there).content.decode()  # once
    client.post(there, {"words": "night ferry", "note": "ملاحظة طويلة"})
    assert Highlight.objects.get().note == "ملاحظة طويلة"


def test_reading_goes_on_where_nothing_can_be_written(hers: Client, story: Story) -> None:
    hers.post(f"/en/mine/follow/?story={story.pk}", {"deed": "add"})
    with read_only():
        for tail in ("", "front/", "saved/", f"story/{story.pk}/", "mutes/", "settings/"):
            assert hers.get(f"/en/mine/{tail}").status_code == 200, tail
        answer = hers.post("/en/mine/mute/", {"words": "long typed", "exceptions": "but this"})
        assert answer.status_code == 503
        assert answer["Retry-After"] == "60"
        page = answer.content.decode()
        assert 'value="long typed"' in page
        assert "but this</textarea>" in page
        assert hers.post(f"/en/mine/save/?story={story.pk}", {"deed": "add"}).status_code == 503


def test_too_much_is_said_and_nothing_is_lost(
    hers: Client, ilsa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    Muted.objects.bulk_create([Muted(person=ilsa, words=f"w{n}", key=f"w{n}") for n in range(500)])
    answer = hers.post("/en/mine/mute/", {"words": "one too many"})
    assert answer.status_code == 409
    assert "500 of these can be kept" in answer.content.decode()
    for sent in ({"words": " "}, {"words": "x" * 101}, {"words": "?!"}):
        assert hers.post("/en/mine/mute/", sent).status_code == 400
    monkeypatch.setattr(own_pages, "_HOURLY", 3)
    answer = hers.post("/en/mine/mute/", {"words": "hasty"})
    assert answer.status_code == 429
    assert 'value="hasty"' in answer.content.decode()


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_every_page_stands_in_both_languages(
    hers: Client, story: Story, edition: str, outlet: Outlet
) -> None:
    topic = make_topic()
    for tail, _back, _table in deeds(story, topic):
        hers.post(f"/en/mine/{tail}", {"deed": "add"})
    hers.post("/en/mine/mute/", {"words": "football", "exceptions": "bridge"})
    tails = [tail for tail, _back, _table in deeds(story, topic)]
    for tail in (
        *tails, "", "front/", "saved/", "follows/", "blocks/", "mutes/", "mute/", "settings/",
        "highlights/", f"highlight/?article={story.lead_id}",
    ):  # fmt: skip
        answer = hers.get(f"/{edition}/mine/{tail}")
        text = answer.content.decode()
        assert answer.status_code == 200, tail
        assert answer["Cache-Control"] == "private, no-store"
        assert f'<html lang="{edition}"' in text
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style", text), tail
        main = text[text.index("<main") : text.index("</main>")]
        fields = set(re.findall(r'<(?:input|textarea) id="([^"]+)"', main))
        assert fields <= set(re.findall(r'<label for="([^"]+)"', main)), tail


def fill(person: Person, rows: int) -> int:
    """Let a person keep `rows` of everything; return a story's number."""
    stories = []
    for number in range(rows):
        outlet, blocked = make_outlet(f"Outlet {number}"), make_outlet(f"Blocked {number}")
        ours = make_article(outlet, f"Told {number}", body=BODY)
        story = make_story([make_article(blocked, f"Blocked {number}"), ours], rank=float(number))
        topic = make_topic(f"Place {number}")
        tag(story, topic)
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
    "": 17, "front/": 11, "saved/": 9, "follows/": 4, "blocks/": 3, "mutes/": 3,
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
