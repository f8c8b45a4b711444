"""Which entries are new: every report once, whatever a feed does with guids and addresses."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.feeds.announced import Announced
from wireroom.engine.feeds.entries import drop_doubles
from wireroom.engine.feeds.sameness import News, Recognised, recognise
from wireroom.engine.types import FeedEntry

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
OLD = Announced(guid="7", url="https://t.example/ferry", title="Ferry burns off the islands")


def entry(guid: str, slug: str, title: str = "Ferry burns off the islands") -> FeedEntry:
    return FeedEntry(guid=guid, url=f"https://t.example/{slug}", title=title)


def look(*entries: FeedEntry, known: tuple[Announced, ...] = (OLD,)) -> tuple[Recognised, ...]:
    times = {one.published_at for one in known if one.published_at is not None}
    return recognise(
        drop_doubles(entries),
        by_guid={one.guid: one for one in known},
        by_url={one.url: one for one in known},
        told_at={at: [one for one in known if one.published_at == at] for at in times},
    )


def test_a_new_guid_at_a_known_address_is_no_news() -> None:
    (one,) = look(entry("8", "ferry"))
    assert (one.news, one.guid, one.known, one.is_moved) == (News.SAME, "8", OLD, False)


def test_a_new_address_under_a_known_guid_is_a_move() -> None:
    (one,) = look(entry("7", "ferry-two-dead", "Two dead as ferry burns off islands"))
    assert (one.news, one.known, one.is_moved) == (News.CHANGED, OLD, True)


def test_one_guid_for_everything_hides_nothing() -> None:
    found = look(entry("7", "clock", "Old clock strikes"), entry("7", "ferry"))
    assert [(one.news, one.guid) for one in found] == [
        (News.NEW, "https://t.example/clock"),
        (News.SAME, OLD.url),
    ]
    (alone,) = look(entry("7", "clock", "Old clock strikes"))
    assert (alone.news, alone.guid) == (News.NEW, "https://t.example/clock")


def test_a_moved_report_with_another_headline_is_known_by_its_time() -> None:
    known = Announced(guid="7", url=OLD.url, title=OLD.title, published_at=NOW)
    again = FeedEntry(guid="7", url="https://t.example/b", title="Inquiry opens", published_at=NOW)
    assert look(again, known=(known,))[0].known == known


ENTRIES = st.lists(
    st.builds(entry, st.sampled_from("0123"), st.sampled_from("abcd"), st.sampled_from("xyz")),
    max_size=8,
)


@given(st.lists(ENTRIES, max_size=5))
def test_each_address_is_new_once_and_guids_stay_apart(polls: list[list[FeedEntry]]) -> None:
    """Whatever comes, no address that a report has is new, and a kept guid has one report."""
    kept: dict[int, Announced] = {}
    for entries in polls:
        rows = list(kept.values())
        for one in look(*entries, known=tuple(rows)):
            row = next((n for n, it in kept.items() if it is one.known), len(kept))
            assert (one.known is None) == (one.news is News.NEW)
            if one.news is News.NEW:
                assert one.entry.url not in {it.url for it in rows}
            kept[row] = Announced(guid=one.guid, url=one.entry.url, title=one.entry.title)
        guids = [one.guid for one in kept.values()]
        assert len(guids) == len(set(guids))


@given(ENTRIES)
def test_the_same_poll_twice_brings_nothing(entries: list[FeedEntry]) -> None:
    first = look(*entries, known=())
    known = [Announced(guid=one.guid, url=one.entry.url, title=one.entry.title) for one in first]
    assert {one.news for one in look(*entries, known=tuple(known))} <= {News.SAME}
