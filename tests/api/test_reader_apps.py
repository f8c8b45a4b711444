"""Reader apps, asked as they ask: sign in, list, read, mark; nothing hidden, nobody else's."""

from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.web.newsroom import make_article, make_outlet, make_story, make_topic, tag_story

from wireroom.api.reader_apps.item_numbers import long_number, read_number
from wireroom.engine.errors import BadInput
from wireroom.news.models import Outlet, Story
from wireroom.people.models import AppKey, Person
from wireroom.people.services.accounts import add_person
from wireroom.people.services.app_keys import MOST_KEYS, make_key
from wireroom.reading.models import Block, Follow, Muted, Saved, Seen
from wireroom.reading.services.looks import look_at

pytestmark = pytest.mark.django_db

ROOT = "/api/greader/"
API = f"{ROOT}reader/api/0/"
ALL = "user/-/state/com.google/reading-list"
READ = "user/-/state/com.google/read"
OUTLETS = "وسائل الإعلام"
STAR = "user/-/state/com.google/starred"


class App:
    """An app of one person, signed in with a key of its own."""

    def __init__(self, person: Person, *, edition: str = "en") -> None:
        self.person = person
        self.client = Client(enforce_csrf_checks=True)
        self.key = make_key(person, "telephone", edition=edition, now=timezone.now())
        self.shown = {"Authorization": f"GoogleLogin auth={self.key}"}

    def ask(self, path: str, status: int = 200, **told: Any) -> Any:
        answer = self.client.get(API + path, told, headers=self.shown)
        assert answer.status_code == status, answer.content
        assert "no-store" in answer["Cache-Control"]
        return answer.json() if status == 200 else answer.content.decode()

    def send(self, path: str, status: int = 200, **told: Any) -> str:
        answer = self.client.post(API + path, told, headers=self.shown)
        assert answer.status_code == status, answer.content
        return answer.content.decode().strip()

    def numbers(self, stream: str = ALL, **told: Any) -> list[int]:
        return [
            int(one["id"])
            for one in self.ask("stream/items/ids", s=stream, n=100, **told)["itemRefs"]
        ]


@pytest.fixture
def app() -> App:
    return App(add_person("ilsa@tidewire.example"))


def outlet_of(name: str) -> Outlet:
    return Outlet.objects.filter(name=name).first() or make_outlet(name, policy="excerpt")


def tell(headline: str, *, hours: float = 1, outlet: str = "Tidewire", **columns: Any) -> Story:
    """Make a story of one report."""
    report = make_article(outlet_of(outlet), headline, hours=hours, body=f"{headline} today.")
    return make_story([report], **columns)


def test_it_signs_in_with_a_key_and_nothing_else(app: App, client: Client) -> None:
    address = f"{ROOT}accounts/ClientLogin"
    answer = client.post(address, {"Email": "Ilsa@tidewire.example", "Passwd": app.key})
    assert dict(line.split("=", 1) for line in answer.content.decode().split())["Auth"] == app.key
    app.person.set_password("quiet-harbour-9")
    app.person.save()
    for email, key in (
        ("ilsa@tidewire.example", "quiet-harbour-9"), ("ilsa@tidewire.example", app.key + "x"),
        ("joan@tidewire.example", app.key), ("", ""),
    ):  # fmt: skip
        assert client.post(address, {"Email": email, "Passwd": key}).status_code == 401
    assert app.ask("user-info")["userEmail"] == "ilsa@tidewire.example"
    assert app.send("token")
    AppKey.objects.all().delete()
    assert app.ask("user-info", 401).strip() == "Error=BadAuthentication"


def test_who_may_not_sign_in_reads_nothing(app: App) -> None:
    app.person.is_active = False
    app.person.save()
    app.ask("subscription/list", 401)
    assert Client().get(f"{API}subscription/list").status_code == 401


def test_it_lists_the_front_and_every_follow_in_folders(app: App) -> None:
    topic = make_topic("Ostvik")
    outlet = outlet_of("Tidewire")
    Follow.objects.create(person=app.person, topic=topic)
    Follow.objects.create(person=app.person, outlet=outlet)
    words = Follow.objects.create(person=app.person, words="night ferry")
    listed = app.ask("subscription/list")["subscriptions"]
    assert [(one["title"], [label["label"] for label in one["categories"]]) for one in listed] == [
        ("Wireroom", []), ("Stories that you follow", []), ("night ferry", ["Searches"]),
        ("Tidewire", ["Outlets"]), ("Ostvik", ["Places"]),
    ]  # fmt: skip
    assert {one["id"] for one in app.ask("tag/list")["tags"]} == {
        STAR, "user/-/label/Searches", "user/-/label/Outlets", "user/-/label/Places",
    }  # fmt: skip
    assert app.send("subscription/edit", ac="unsubscribe", s=f"feed/follow/{words.pk}") == "OK"
    assert not Follow.objects.exclude(words="").exists()
    app.send("subscription/edit", 400, ac="unsubscribe", s="feed/front")
    app.send("subscription/edit", 400, ac="subscribe", s="feed/https://news.example/")


def test_labels_are_in_the_language_of_the_key(app: App) -> None:
    Follow.objects.create(person=app.person, outlet=outlet_of("Tidewire"))
    arabic = App(app.person, edition="ar")
    labels = [one["id"] for one in arabic.ask("tag/list")["tags"] if "label" in one["id"]]
    assert labels == [f"user/-/label/{OUTLETS}"]


def test_each_story_stands_once_and_says_where(app: App) -> None:
    topic, outlet = make_topic("Ostvik"), outlet_of("Civic Times")
    both = tell("Ferry aground off Ostvik", hours=1, outlet="Civic Times")
    tag_story(both, topic)
    other = tell("Pier painted", hours=2, outlet="Civic Times")
    front = tell("Bridge opened", hours=3)
    follows = [
        Follow.objects.create(person=app.person, topic=topic),
        Follow.objects.create(person=app.person, outlet=outlet),
    ]
    assert app.numbers() == [both.pk, other.pk, front.pk]
    assert app.numbers(f"feed/follow/{follows[0].pk}") == [both.pk]
    assert app.numbers(f"feed/follow/{follows[1].pk}") == [both.pk, other.pk]
    assert app.numbers("user/7/label/Outlets") == [both.pk, other.pk]
    assert app.numbers("feed/front") == [both.pk, other.pk, front.pk]
    app.ask("stream/items/ids", 404, s="user/-/label/Nobody")
    refs = app.ask("stream/items/ids", s=ALL, n=1)["itemRefs"]
    assert set(refs[0]["directStreamIds"]) == {
        "feed/front", *(f"feed/follow/{one.pk}" for one in follows),
    }  # fmt: skip


def test_an_item_is_its_outlets_and_leads_to_the_story(app: App) -> None:
    story = tell("Ferry aground off Ostvik")
    for form in (str(story.pk), long_number(story.pk), f"{story.pk:016x}"):
        told = app.client.post(f"{API}stream/items/contents", {"i": form}, headers=app.shown).json()
        (item,) = told["items"]
        assert item["id"] == long_number(story.pk)
    assert (item["title"], item["author"]) == ("Ferry aground off Ostvik", "Tidewire")
    assert item["alternate"][0]["href"] == f"http://testserver/en/story/{story.pk}/"
    assert "Ferry aground off Ostvik today." in item["summary"]["content"]
    assert item["origin"]["streamId"] == "feed/front"
    assert item["categories"] == [ALL]
    (again,) = app.ask(f"stream/contents/{ALL}")["items"]
    assert again == item


def test_an_app_that_reads_atom_alone_finds_the_same(app: App) -> None:
    story = tell("Ferry aground off Ostvik")
    look_at(app.person, [story.pk], at=timezone.now())
    answer = app.client.get(f"{ROOT}reader/atom/feed/front?n=5", headers=app.shown)
    (entry,) = feedparser.parse(answer.content).entries
    assert (entry.id, entry.title) == (long_number(story.pk), "Ferry aground off Ostvik")
    assert entry.link == f"http://testserver/en/story/{story.pk}/"
    assert {one.label for one in entry.tags} == {"reading-list", "read"}
    assert app.client.get(f"{ROOT}reader/atom/label", headers=app.shown).status_code == 404


def test_what_is_read_and_starred_there_is_so_here(app: App) -> None:
    story, other = tell("Ferry aground off Ostvik"), tell("Pier painted", hours=2)
    assert app.send("edit-tag", i=long_number(story.pk), a=[READ, STAR]) == "OK"
    assert Seen.objects.get().story == story
    assert Saved.objects.get().story == story
    assert app.numbers(xt=READ) == [other.pk]
    assert app.numbers(STAR) == [story.pk]
    assert app.numbers(it=STAR) == [story.pk]
    (item,) = app.ask(f"stream/contents/{STAR}")["items"]
    assert {READ, STAR} <= set(item["categories"])
    counts = {one["id"]: one["count"] for one in app.ask("unread-count")["unreadcounts"]}
    assert counts == {ALL: 1, "feed/front": 1}
    app.send("edit-tag", i=str(story.pk), r=[READ, STAR])
    assert not Seen.objects.exists()
    assert not Saved.objects.exists()


def test_a_story_that_is_told_again_is_unread_again(app: App) -> None:
    story = tell("Ferry aground off Ostvik", hours=2)
    look_at(app.person, [story.pk], at=story.last_at or timezone.now())
    assert app.numbers(xt=READ) == []
    story.last_at = timezone.now()
    story.save()
    assert app.numbers(xt=READ) == [story.pk]


def test_all_of_a_stream_is_marked_up_to_a_moment(app: App) -> None:
    old, new = tell("Pier painted", hours=3), tell("Ferry aground", hours=1)
    refs = {int(one["id"]): one for one in app.ask("stream/items/ids", s=ALL)["itemRefs"]}
    app.send("mark-all-as-read", s=ALL, ts=refs[old.pk]["timestampUsec"])
    assert app.numbers(xt=READ) == [new.pk]
    app.send("mark-all-as-read", s="feed/front")
    assert app.numbers(xt=READ) == []


def test_what_is_blocked_and_muted_is_not_there(app: App) -> None:
    shown = tell("Pier painted")
    tell("Ferry aground", outlet="Civic Times")
    tell("Lottery numbers drawn", outlet="Harbour Post")
    Block.objects.create(person=app.person, outlet=outlet_of("Civic Times"))
    Muted.objects.create(person=app.person, words="lottery", key="lottery")
    assert app.numbers() == [shown.pk]


def test_it_is_walked_in_pages_while_things_are_read(app: App) -> None:
    stories = [tell(f"Report {n}", hours=n) for n in range(1, 8)]
    for order in ("n", "o"):
        seen: list[int] = []
        behind = ""
        while True:
            page = app.ask("stream/items/ids", s=ALL, n=3, r=order, xt=READ, c=behind)
            numbers = [int(one["id"]) for one in page["itemRefs"]]
            seen += numbers
            look_at(app.person, numbers[:1], at=timezone.now())
            if "continuation" not in page:
                break
            behind = page["continuation"]
        wanted = [one.pk for one in stories]
        assert seen == (wanted if order == "n" else wanted[::-1])
        Seen.objects.all().delete()
    cut = int((stories[3].last_at or timezone.now()).timestamp()) + 1
    assert app.numbers(nt=cut) == [one.pk for one in stories[3:]]
    assert app.numbers(ot=cut) == [one.pk for one in stories[:3]]


@pytest.mark.parametrize(
    "told",
    [
        "",
        "x",
        "-1",
        "0",
        "9" * 40,
        "tag:google.com,2005:reader/item/",
        "tag:google.com,2005:reader/item/zz",
    ],
)
def test_what_is_no_number_is_none(told: str, app: App) -> None:
    assert read_number(told) is None
    assert app.send("edit-tag", i=told, a=READ) == "OK"
    assert app.ask("stream/items/ids", s=ALL, n=told, c=told, ot=told, nt=told) == {"itemRefs": []}


@given(st.integers(1, 2**63 - 1))
def test_every_form_of_a_number_is_read_as_that_number(number: int) -> None:
    assert read_number(long_number(number)) == number
    assert read_number(f"{number:016x}") == number
    if len(str(number)) != 16:
        assert read_number(str(number)) == number


def test_nobody_has_more_keys_than_can_be_looked_through(app: App) -> None:
    for number in range(MOST_KEYS - 1):
        make_key(app.person, f"key {number}", edition="en", now=timezone.now())
    with pytest.raises(BadInput, match="remove one"):
        make_key(app.person, "one more", edition="en", now=timezone.now())
