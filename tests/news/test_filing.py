"""Filing what was polled and read: twice is once, changes are revisions, nothing good is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wireroom.engine.pages.markup import plain_html
from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import (
    Correction,
    FactBox,
    FeedEntry,
    Health,
    LiveEntry,
    Role,
    TimeFrom,
)
from wireroom.news.models import Article, Entry, Feed, Outlet, Page, Revision
from wireroom.news.services.articles import file_readings, file_unreadable
from wireroom.news.services.feeds import add_feed, file_poll
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.outlets import OutletFacts, file_outlet

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
NOON = NOW + timedelta(hours=3)
BODY = ("The ferry burned for nine hours.", "A tug reached it at dawn, the coast guard said.")

pytestmark = pytest.mark.django_db


def _outlet(name: str = "Tidewire", **facts: Any) -> Outlet:
    return file_outlet(OutletFacts(name=name, home_url="https://tidewire.example/", **facts))[0]


def _page(outlet: Outlet, slug: str = "ferry", now: datetime = NOW) -> Page:
    """Return the outlet's page, claimed for reading."""
    url = f"https://www.tidewire.example/{slug}"
    page, _ = Page.objects.get_or_create(
        url=url, defaults={"outlet": outlet, "title": "Ferry burns", "seen_at": NOW}
    )
    Page.objects.filter(pk=page.pk).update(step="extract", due_at=now)
    (claimed,) = claim(Page, "extract", now=now, limit=1, lease_s=60)
    return claimed


def _read(**changes: Any) -> ReadArticle:
    facts: dict[str, Any] = {
        "id": "a",
        "file": "a",
        "position": 0,
        "role": Role.MAIN,
        "title": "Ferry burns off the islands",
        "paragraphs": BODY,
        "published": NOW - timedelta(hours=1),
        "published_from": TimeFrom.STATED,
        "lang": "en",
    }
    return ReadArticle(**{**facts, **changes})


def _file(page: Page, *articles: ReadArticle, now: datetime = NOW) -> int:
    return file_readings([(page, [take_prints(article) for article in articles])], now=now)


def test_reading_a_page_twice_files_one_article() -> None:
    outlet = _outlet()
    assert _file(_page(outlet), _read()) == 1
    assert _file(_page(outlet), _read()) == 0
    article = Article.objects.get()
    assert (article.step, article.revision_count, article.outlet) == ("match", 1, outlet)
    page = Page.objects.get()
    assert (page.step, page.due_at) == ("fetch", NOW + timedelta(minutes=30))


def test_pages_read_at_the_same_time_are_filed_as_one_after_the_other() -> None:
    outlet = _outlet()
    below = _read(title="Old clock strikes", role=Role.NEXT, position=1)
    own = _read(title="Old clock strikes", paragraphs=(*BODY, "And again at noon."))
    third = _read(title="Strike ends")
    pages = [_page(outlet), _page(outlet, "clock"), _page(outlet, "strike")]
    read = zip(pages, ((_read(), below), (own,), (third,)), strict=True)
    assert file_readings([(p, [take_prints(a) for a in held]) for p, held in read], now=NOW) == 4
    headlines = set(Article.objects.values_list("headline", flat=True))
    assert headlines == {"Ferry burns off the islands", "Old clock strikes", "Strike ends"}
    clock = Article.objects.get(headline="Old clock strikes")
    assert (clock.url, clock.revision_count) == ("https://www.tidewire.example/clock", 1)


def test_a_lost_lease_keeps_the_others_from_being_filed_with_it() -> None:
    outlet = _outlet()
    page, late = _page(outlet), _page(outlet, "late")
    Page.objects.filter(pk=late.pk).update(lease="claimed again meanwhile")
    with pytest.raises(LeaseLost):
        file_readings([(one, [take_prints(_read(title=one.url))]) for one in (page, late)], now=NOW)
    assert not Article.objects.exists()
    assert _file(page, _read()) == 1


def test_a_changed_text_is_a_second_revision() -> None:
    outlet = _outlet()
    _file(_page(outlet), _read())
    Article.objects.update(step="", due_at=None)
    assert _file(_page(outlet), _read(title="Nine die as ferry burns"), now=NOW) == 1
    article = Article.objects.get()
    assert (article.headline, article.revision_count, article.step) == (
        "Nine die as ferry burns",
        2,
        "match",
    )
    first, second = Revision.objects.order_by("number")
    assert first.headline == "Ferry burns off the islands"
    assert second.body == "\n\n".join(BODY)


def test_structure_is_kept_and_markup_alone_makes_no_revision() -> None:
    outlet = _outlet()
    box = FactBox(title="The ferry", paragraphs=("Built in 1998.",))
    _file(_page(outlet), _read(html=plain_html(BODY), fact_boxes=(box,)))
    assert Revision.objects.get().html == ""  # says no more than the body
    html = f"<h2>{BODY[0]}</h2><p>{BODY[1]}</p>"
    assert _file(_page(outlet), _read(html=html, fact_boxes=(box,))) == 0
    kept = Revision.objects.get()
    assert (kept.html, kept.fact_boxes) == (
        html, [{"title": "The ferry", "paragraphs": ["Built in 1998."]}],
    )  # fmt: skip


def test_a_new_note_is_a_new_revision() -> None:
    outlet = _outlet()
    _file(_page(outlet), _read())
    note = Correction(text="Correction: The ferry burned for ten hours.", at=NOW)
    _file(_page(outlet), _read(corrections=(note,)))
    first, second = Revision.objects.order_by("number")
    assert first.corrections == []
    assert second.corrections == [
        {"text": note.text, "kind": "correction", "at": NOW.isoformat()},
    ]


def test_live_entries_are_kept_as_places_in_the_body_and_their_times_make_no_revision() -> None:
    outlet = _outlet()
    entry = LiveEntry(heading=None, at=None, paragraphs=BODY[1:], first=1, end=2)
    _file(_page(outlet), _read(live_entries=(entry,)))
    kept = {"heading": None, "at": None, "first": 1, "end": 2}
    assert Revision.objects.get().live_entries == [kept]
    assert _file(_page(outlet), _read(live_entries=(replace(entry, at=NOON),))) == 0
    assert Revision.objects.get().live_entries == [{**kept, "at": NOON.isoformat()}]


def test_another_entry_is_another_revision_with_entries_of_its_own() -> None:
    outlet = _outlet()
    entries = [
        LiveEntry(heading=None, at=NOON, paragraphs=(text,), first=place, end=place + 1)
        for place, text in enumerate((*BODY, "The tug has her in tow."))
    ]
    _file(_page(outlet), _read(live_entries=tuple(entries[:2])))
    longer = _read(live_entries=tuple(entries), paragraphs=(*BODY, *entries[2].paragraphs))
    _file(_page(outlet), longer)
    numbers = Revision.objects.order_by("number").values_list("live_entries", flat=True)
    assert [len(kept) for kept in numbers] == [2, 3]


def test_one_article_at_two_addresses_is_one() -> None:
    outlet = _outlet()
    canonical = "https://tidewire.example/ferry"
    _file(_page(outlet, "ferry?ref=1"), _read(canonical_url=canonical))
    _file(_page(outlet, "amp/ferry"), _read(canonical_url=canonical))
    assert Article.objects.get().url == canonical


def test_a_canonical_address_on_another_site_is_not_believed() -> None:
    victim = _outlet("Northgate Post")
    _file(_page(victim, "theirs"), _read(canonical_url="https://www.tidewire.example/theirs"))
    carrier, _ = file_outlet(OutletFacts(name="Carrier", home_url="https://carrier.example/"))
    page = Page.objects.create(
        outlet=carrier,
        url="https://carrier.example/copy",
        seen_at=NOW,
        step="extract",
        due_at=NOW,
    )
    (page,) = claim(Page, "extract", now=NOW, limit=1, lease_s=60)
    _file(page, _read(title="Forged", canonical_url="https://www.tidewire.example/theirs"))
    assert Article.objects.count() == 2
    assert Article.objects.get(outlet=victim).headline == "Ferry burns off the islands"


def test_a_wall_does_not_take_away_what_was_read() -> None:
    outlet = _outlet()
    _file(_page(outlet), _read())
    _file(_page(outlet), _read(paragraphs=(), health=Health.EMPTY))
    article = Article.objects.get()
    assert (article.health, article.revision_count) == ("article", 1)


def test_a_next_article_is_adopted_by_its_own_page() -> None:
    outlet = _outlet()
    below = _read(title="Old clock strikes", role=Role.NEXT, position=1)
    _file(_page(outlet), _read(), below)
    whole = _read(title="Old clock strikes", paragraphs=(*BODY, "And again at noon."))
    _file(_page(outlet, "clock"), whole)
    clock = Article.objects.get(headline="Old clock strikes")
    assert Article.objects.count() == 2
    assert (clock.role, clock.revision_count) == ("main", 1)
    assert clock.url == "https://www.tidewire.example/clock"
    assert "And again at noon." in Revision.objects.get(article=clock).body


def test_an_aggregators_articles_belong_to_their_outlets() -> None:
    kaleido = _outlet("Kaleido", is_aggregator=True)
    carried = _read(outlet="The Northgate Post")
    _file(_page(kaleido), carried)
    _file(_page(kaleido, "other"), _read(title="Another"), _read(role=Role.RELATED, position=1))
    article = Article.objects.get(headline="Ferry burns off the islands", platform=kaleido)
    assert article.outlet.name == "The Northgate Post"
    assert file_outlet(OutletFacts(name="Northgate Post"))[0] == article.outlet


def test_a_page_that_cannot_be_read_keeps_its_headline_and_reason() -> None:
    page = _page(_outlet())
    file_unreadable(page, "not_text", "this is a picture", now=NOW)
    page.refresh_from_db()
    assert (page.health, page.health_note, page.due_at) == ("not_text", "this is a picture", None)
    article = Article.objects.get()
    assert (article.headline, article.health, article.due_at) == ("Ferry burns", "empty", None)


@pytest.mark.parametrize("health", [Health.AUTHOR_PAGE, Health.SECTION_FRONT, Health.ERROR_PAGE])
def test_a_page_that_is_no_report_makes_no_article(health: Health) -> None:
    page = _page(_outlet())
    _file(page, _read(health=health, paragraphs=()))
    assert not Article.objects.exists()
    assert Page.objects.get().health == health.value


def test_a_clock_that_runs_ahead_does_not_pin_an_article() -> None:
    _file(_page(_outlet()), _read(published=NOW + timedelta(days=400)))
    assert Article.objects.get().sort_at == NOW


def _claimed_feed(now: datetime = NOW) -> Feed:
    feed, _ = add_feed(_outlet(), "https://tidewire.example/feed.xml", now=NOW)
    Feed.objects.filter(pk=feed.pk).update(due_at=now)
    (claimed,) = claim(Feed, "poll", now=now, limit=1, lease_s=60)
    return claimed


def _entry(slug: str, **changes: Any) -> FeedEntry:
    url = f"https://tidewire.example/{slug}"
    return FeedEntry(**{"guid": url, "url": url, "title": slug, **changes})


def test_filing_a_poll_twice_makes_each_page_once() -> None:
    entries = [_entry("one"), _entry("two"), _entry("one")]
    assert file_poll(_claimed_feed(), entries, now=NOW, due_at=NOW) == 2
    assert file_poll(_claimed_feed(), entries, now=NOW, due_at=NOW) == 0
    assert (Entry.objects.count(), Page.objects.count()) == (2, 2)


def test_a_changed_entry_has_its_page_fetched_again() -> None:
    file_poll(_claimed_feed(), [_entry("one")], now=NOW, due_at=NOW)
    Page.objects.update(step="", due_at=None)
    later = NOW + timedelta(hours=1)
    file_poll(_claimed_feed(), [_entry("one", updated_at=later)], now=later, due_at=later)
    page = Page.objects.get()
    assert (page.step, page.due_at) == ("fetch", later)


def test_pages_of_one_feed_fall_due_apart() -> None:
    entries = [_entry(str(number)) for number in range(4)]
    file_poll(_claimed_feed(), entries, now=NOW, due_at=NOW, spacing_s=1.5)
    dues = Page.objects.order_by("due_at").values_list("due_at", flat=True)
    assert [(due - NOW).total_seconds() for due in dues if due] == [0, 1.5, 3, 4.5]
    assert Feed.objects.get().spacing_s == 1.5  # for what a hub sends between polls


def test_an_address_too_long_for_the_table_is_left_out() -> None:
    entries = [_entry("x" * 3000), _entry("fine")]
    assert file_poll(_claimed_feed(), entries, now=NOW, due_at=NOW) == 1


def test_an_adopted_article_is_matched_again_with_its_own_time() -> None:
    outlet = _outlet()
    below = _read(title="Old clock strikes", role=Role.NEXT, position=1, published=None)
    _file(_page(outlet), _read(), below)
    Article.objects.update(step="", due_at=None)
    own = _read(title="Old clock strikes")
    assert _file(_page(outlet, "clock"), own) == 1
    clock = Article.objects.get(headline="Old clock strikes")
    assert (clock.step, clock.revision_count, clock.published_at) == ("match", 1, own.published)
