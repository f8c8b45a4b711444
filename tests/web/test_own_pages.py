"""A person's own pages: what they show, who may change what, what is typed is never lost."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client, RequestFactory
from django.test.utils import override_script_prefix
from django.utils import timezone
from django.utils.translation import gettext, override
from tests.web.conftest import BODY
from tests.web.newsroom import ago, make_article, make_outlet, make_topic

from wireroom.news.models import Article, Outlet, Story, Topic
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person
from wireroom.reading.models import (
    Block,
    Follow,
    Highlight,
    Muted,
    Saved,
)
from wireroom.reading.services import kept
from wireroom.reading.targets import Kind, Target
from wireroom.web import own_pages

pytestmark = pytest.mark.django_db

PASSWORD = "quiet-harbour-9"


def sign_in(client: Client, person: Person, there: str) -> str:
    """Sign in on the page that one was led to; return where that leads on to."""
    person.set_password(PASSWORD)
    person.save()
    sent = {"login": person.email, "password": PASSWORD, "next": there}
    return str(client.post("/account/login/", sent)["Location"])


@contextmanager
def read_only() -> Iterator[None]:
    """Let the database take no writes."""
    if connection.vendor == "sqlite":
        _run("PRAGMA query_only = 1")
        yield
        _run("PRAGMA query_only = 0")
    else:
        with transaction.atomic():  # whose end ends it
            _run("SET TRANSACTION READ ONLY")
            yield


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


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
        address, deed = f"/en/mine/{tail}", tail.partition("/")[0]
        before = table._default_manager.count()
        assert hers.get(address).status_code == 200, tail
        assert table._default_manager.count() == before
        for _twice in range(2):
            answer = hers.post(address, {"deed": "add"})
            assert (answer.status_code, answer["Location"]) == (302, f"{back}#done-{deed}")
        assert table._default_manager.filter(person=ilsa).count() == before + 1
        assert 'value="remove"' in hers.get(address).content.decode()
        told = hers.get(back).content.decode()
        assert f'id="done-{deed}"' in told
        assert 'id="done-remove"' in told
        assert hers.post(address, {"deed": "remove"})["Location"] == f"{back}#done-remove"
        assert table._default_manager.count() == before


@pytest.mark.parametrize(
    "tail",
    [
        "save/", "save/?story=0", "save/?article=x", "save/?story=" + "9" * 30, "follow/?topic=7",
        "follow/?words=%00", "block/?outlet=99", "block/?story=1", "highlight/?article=8",
        "highlight/", "story/77/", "highlights/7/",
    ],
)  # fmt: skip
def test_what_is_not_there_cannot_be_kept(hers: Client, tail: str) -> None:
    for answer in (hers.get(f"/en/mine/{tail}"), hers.post(f"/en/mine/{tail}", {"deed": "add"})):
        assert answer.status_code == 404


def test_a_page_with_nothing_new_tells_whose_it_is(hers: Client, ilsa: Person) -> None:
    """Stories that another reader of this device marked as seen then wait for them (unsent.js)."""
    page = hers.get("/en/mine/").content.decode()
    assert "Mark these as seen" not in page
    assert re.search(r"""name="who" value="[0-9a-f]{32}">""", page)


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
    assert hers.post(there, sent)["Location"] == f"/en/article/{article.pk}/#done-highlight"
    assert Highlight.objects.get().words == "All 31 people on board"
    refused = hers.post(there, {"words": "not there " * 201, "note": ""})
    assert "no more than fit" in refused.content.decode()  # and was not looked for
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


def test_words_that_an_outlet_lets_be_shown_no_longer_leave_every_place(
    hers: Client, ilsa: Person, story: Story
) -> None:
    article = story.lead
    assert article
    there = f"/en/mine/highlight/?article={article.pk}"
    opening = " ".join(BODY.split()[:3])
    for words in (opening, "All 31 people on board"):
        hers.post(there, {"words": words, "note": "keepsake"})
    Outlet.objects.filter(pk=article.outlet_id).update(policy="excerpt", excerpt_words=6)
    mine = "/en/mine/"
    lists = [f"{mine}highlights/{tail}" for tail in ("", "highlights.md", "highlights.json")]
    for address in (*lists, f"{mine}export/"):
        _shows_the_opening_alone(hers, address, opening)
    Block.objects.create(person=ilsa, outlet_id=article.outlet_id)
    _shows_the_opening_alone(hers, f"{mine}export/", opening)  # where blocked outlets stand, too


def _shows_the_opening_alone(client: Client, address: str, opening: str) -> None:
    text = _text(client, address)
    assert opening in text, address
    assert "31 people" not in text, address
    assert text.count("keepsake") == 2


def test_a_download_speaks_its_edition_and_keeps_the_sites_root(
    hers: Client, ilsa: Person, story: Story
) -> None:
    article = story.lead
    assert article
    hers.post(f"/en/mine/highlight/?article={article.pk}", {"words": "All 31 people on board"})
    withdrawn = make_article(article.outlet, "Harbour", body=BODY, spiked_at=timezone.now())
    Highlight.objects.create(
        person=ilsa, article=withdrawn, revision=1, start=0, end=9, words=BODY[:9]
    )
    address = "/ar/mine/highlights/highlights"
    with override_script_prefix("/news/"):
        answers = [hers.get(f"{address}.{form}") for form in ("md", "json")]
    # The pieces are made where nothing of the request is left.
    text, as_json = (b"".join(one).decode() for one in answers)
    page = f"http://testserver/news/ar/article/{article.pk}/"
    assert f"]({page})" in text
    assert [row["page"] for row in json.loads(as_json)] == [None, page]
    with override("ar"):
        heading, gone = gettext("Highlights"), gettext("[withdrawn]")
    assert text.startswith(f"# {heading}\n")
    assert gone.strip("[]") in text
    assert "ithdrawn" not in text


def _text(client: Client, address: str) -> str:
    return b"".join(client.get(address)).decode()


def test_nobody_reads_or_changes_anothers(hers: Client, ilsa: Person, story: Story) -> None:
    article = story.lead
    assert article
    for tail in (f"save/?story={story.pk}", f"follow/?story={story.pk}"):
        hers.post(f"/en/mine/{tail}", {"deed": "add"})
    hers.post(f"/en/mine/block/?outlet={article.outlet_id}", {"deed": "add"})
    hers.post("/en/mine/mute/", {"words": "secret words"})
    noted = {"words": "night ferry", "note": "a note of her own"}
    hers.post(f"/en/mine/highlight/?article={article.pk}", noted)
    other = Client()
    other.force_login(add_person("oma@tidewire.example"))
    for tail in ("", "saved/", "highlights/", "follows/", "blocks/", "mutes/"):
        page = other.get(f"/en/mine/{tail}").content.decode()
        for secret in ("secret words", "a note of her own", f"/story/{story.pk}/", "ilsa@"):
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


def test_what_is_deleted_meanwhile_is_said_to_be_gone(ilsa: Person) -> None:
    gone = Target(Kind.ARTICLE, 10**9)
    trouble = own_pages.attempt(
        RequestFactory().post("/en/mine/save/"), ilsa, lambda: kept.save(ilsa, gone, now=ago(0))
    )
    assert trouble
    assert trouble.status == 410


def test_whoever_has_a_role_at_the_desk_is_led_there(hers: Client, ilsa: Person) -> None:
    assert "/en/desk/" not in hers.get("/en/mine/").content.decode()
    ilsa.is_superuser = True  # a host, who need not be marked as staff
    ilsa.save()
    assert "/en/desk/" in hers.get("/en/mine/").content.decode()
