"""Marks for a report's own page, notes that two windows change, quotes of what was selected."""

import json
import re
from collections.abc import Sequence
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.news.models import Article, Outlet, Story
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person
from wireroom.reading.models import Highlight
from wireroom.reading.services import highlights
from wireroom.reading.services.highlights import NoteChanged, change_note, note_version

pytestmark = pytest.mark.django_db


def _marks(client: Client, article: int) -> list[dict[str, object]]:
    answer = client.get(f"/en/mine/marks/{article}/")
    assert answer["Cache-Control"] == "private, no-store"
    found: list[dict[str, object]] = json.loads(answer.content)["marks"]
    return found


def _mark(client: Client, article: int, words: str, note: str = "", **more: str) -> int:
    sent = {"words": words, "note": note, **more}
    return client.post(f"/en/mine/highlight/?article={article}", sent).status_code


def test_marks_are_told_to_their_reader_alone(hers: Client, client: Client, story: Story) -> None:
    article = story.lead_id or 0
    assert _mark(hers, article, "er", "which?", earlier="1") == 302
    (mark,) = _marks(hers, article)
    assert (mark["words"], mark["note"], mark["earlier"]) == ("er", "which?", 1)
    assert "which?" in hers.get(str(mark["url"])).content.decode()
    other = Client()
    other.force_login(add_person("oma@tidewire.example"))
    assert _marks(other, article) == []
    assert other.get(str(mark["url"])).status_code == 404
    assert client.get(f"/en/mine/marks/{article}/").status_code == 401
    assert _marks(client, article) == []
    Outlet.objects.update(policy="headline")
    assert _marks(hers, article) == []
    Article.objects.update(spiked_at=timezone.now())
    assert _marks(hers, article) == []


def test_a_mark_is_told_where_it_stands_now(hers: Client, story: Story) -> None:
    article = story.lead
    assert article
    _mark(hers, article.pk, "31 people")
    latest = article.revisions.get()
    latest.pk, latest.number = None, 2
    latest.body, latest.content_hash = f"Of 31 people it is told.\n\n{latest.body}", "x"
    latest.save()
    Article.objects.filter(pk=article.pk).update(revision_count=2)
    assert [mark["earlier"] for mark in _marks(hers, article.pk)] == [1]


def test_many_marks_are_read_at_once(
    hers: Client, story: Story, django_assert_max_num_queries: object
) -> None:
    article = story.lead_id or 0
    for words in ("ferry", "trawlers", "Ostvik", "board"):
        _mark(hers, article, words)
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # two of them for who asks
        assert len(_marks(hers, article)) == 4


def test_marked_again_a_note_is_neither_lost_nor_written_over(hers: Client, story: Story) -> None:
    article = story.lead_id or 0
    _mark(hers, article, "night ferry", "first")
    assert _mark(hers, article, "night ferry") == 302
    assert Highlight.objects.get().note == "first"
    there = f"/en/mine/highlight/?article={article}"
    answer = hers.post(there, {"words": "night ferry", "note": "second"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "second</textarea>" in page
    assert 'dir="auto">first</p>' in page
    assert Highlight.objects.get().note == "first"
    version = _version(page)
    assert _mark(hers, article, "night ferry", "second", version=version) == 302
    assert Highlight.objects.get().note == "second"


def _version(page: str) -> str:
    found = re.search(r'name="version" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


def test_a_note_changed_in_two_windows_shows_both(hers: Client, story: Story) -> None:
    _mark(hers, story.lead_id or 0, "night ferry", "as it was")
    there = f"/en/mine/highlights/{Highlight.objects.get().pk}/"
    opened = _version(hers.get(there).content.decode())
    assert hers.post(there, {"note": "one", "version": opened}).status_code == 302
    answer = hers.post(there, {"note": "other", "version": opened})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "other</textarea>" in page
    assert 'dir="auto">one</p>' in page
    assert hers.post(there, {"note": "", "version": _version(page)}).status_code == 302
    assert Highlight.objects.get().note == ""
    assert hers.post(there, {"note": "x" * 2001, "version": opened}).status_code == 400
    Highlight.objects.all().delete()
    assert hers.post(there, {"note": "x", "version": opened}).status_code == 404


def test_a_note_written_between_two_reads_is_kept(
    ilsa: Person, hers: Client, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mark(hers, story.lead_id or 0, "night ferry", "as it was")
    number = Highlight.objects.get().pk

    def meanwhile(note: str) -> str:
        Highlight.objects.update(note="meanwhile")
        return note_version(note)

    monkeypatch.setattr(highlights, "note_version", meanwhile)
    with pytest.raises(NoteChanged) as changed:
        change_note(ilsa, number, "mine", version=note_version("as it was"))
    assert changed.value.note == "meanwhile"


@pytest.mark.parametrize(
    ("policy", "words", "is_quoted"),
    [
        ("full", "31 people  on board", True), ("full", "33 people", False),
        ("headline", "31 people", False), ("full", "", False),
    ],
)  # fmt: skip
def test_only_what_a_report_says_is_quoted_in_a_comment(
    hers: Client, settings: object, policy: str, words: str, is_quoted: bool
) -> None:
    settings.WIREROOM_COMMENTS = True  # type: ignore[attr-defined]
    body = "All 31 people on board were saved."
    article = make_article(make_outlet("Beacon", policy=policy), "Ferry", body=body)
    address = f"/en/mine/comments/write/{make_story([article]).pk}/?article={article.pk}"
    page = hers.get(f"{address}&quote={quote(words)}").content.decode()
    assert ("&gt; — Beacon" in page) is is_quoted
    assert ("&gt; All 31" in page) is False
    assert ("&gt; 31 people on board" in page) is is_quoted
    assert hers.get(f"{address}x&quote=31").status_code == 200


def _following(client: Client, articles: Sequence[Article]) -> list[int]:
    found: list[int] = []
    for one in articles:
        page = client.get(f"/en/article/{one.pk}/").content.decode()
        found += map(int, re.findall(r'data-onward="/en/article/(\d+)/"', page))
    return found


def test_the_next_report_is_that_of_time_and_after_the_last_the_first(client: Client) -> None:
    outlet = make_outlet("Beacon")
    articles = [make_article(outlet, f"Ferry {n}", hours=30 - n) for n in range(12)]
    make_story(articles)
    ids = [one.pk for one in articles]
    assert _following(client, articles) == [*ids[1:], ids[0]]
    alone = make_article(outlet, "Alone")
    make_story([alone])
    assert _following(client, [alone]) == []


def test_what_was_read_already_is_not_read_on_with(client: Client) -> None:
    outlet = make_outlet("Beacon")
    first, carrier, other = (make_article(outlet, f"Ferry {n}", hours=9 - n) for n in range(3))
    make_story([first, carrier, other])
    make_copy(first, carrier, 0.95)
    assert _following(client, [first]) == [other.pk]
    assert _following(client, [carrier]) == [other.pk]  # .6 of the original stands in the carrier
    assert _following(client, [other]) == [first.pk]


def test_no_bar_where_no_text_is_shown(client: Client) -> None:
    for policy, has_bar in (("headline", False), ("excerpt", True)):
        article = make_article(make_outlet(f"Beacon {policy}", policy=policy), "F", body="A ferry.")
        page = client.get(f"/ar/article/{article.pk}/")
        assert (b"data-marking " in page.content) is has_bar
        assert "public" in page["Cache-Control"]
