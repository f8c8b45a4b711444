"""A guid and an address changed in one go: the report is known by its moment, no other is."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.feeds.announced import Announced
from wireroom.engine.feeds.same_moment import is_moment
from wireroom.engine.feeds.sameness import News, Recognised, recognise
from wireroom.engine.types import FeedEntry

AT = datetime(2031, 3, 5, 9, 7, 41, tzinfo=UTC)
FERRY, CLOCK = "Ferry burns off the islands", "Old clock strikes again at noon"


def entry(slug: str, title: str = FERRY, at: datetime | None = AT) -> FeedEntry:
    return FeedEntry(guid=slug, url=f"https://t.example/{slug}", title=title, published_at=at)


OLDER = entry("clock", CLOCK, AT - timedelta(hours=2))


def kept(one: FeedEntry) -> Announced:
    return Announced(guid=one.guid, url=one.url, title=one.title, published_at=one.published_at)


def look(answer: Sequence[FeedEntry], before: Sequence[FeedEntry]) -> tuple[Recognised, ...]:
    known = [kept(one) for one in before]
    times = {one.published_at for one in known if one.published_at}
    return recognise(
        answer,
        by_guid={one.guid: one for one in known},
        by_url={one.url: one for one in known},
        told_at={at: [one for one in known if one.published_at == at] for at in times},
    )


def is_known(answer: Sequence[FeedEntry], before: Sequence[FeedEntry]) -> bool:
    """Whether the answer's first entry is known again."""
    return look(answer, before)[0].known is not None


@pytest.mark.parametrize("title", [FERRY, "Two dead as ferry burns off islands"])
def test_a_report_renamed_and_moved_in_one_go_is_one(title: str) -> None:
    one, _ = look([entry("b", title), OLDER], [entry("a"), OLDER])
    assert (one.news, one.known, one.guid, one.is_moved) == (
        News.CHANGED, kept(entry("a")), "b", True,
    )  # fmt: skip


def test_a_site_that_is_rebuilt_announces_nothing_new() -> None:
    before = [entry(f"old-{n}", f"{FERRY} {n}", AT - timedelta(seconds=97 * n)) for n in range(9)]
    after = [replace(one, guid=f"n{one.guid}", url=f"{one.url}/new") for one in before]
    assert {one.news for one in look(after, before)} == {News.CHANGED}


MIDNIGHT = AT.replace(hour=0, minute=0, second=0)
FAIR = "Inquiry into the harbour opens"


@pytest.mark.parametrize(
    ("answer", "before"),
    [
        ([entry("b", FAIR), OLDER], [entry("a"), OLDER]),  # another headline
        ([entry("b", FERRY, AT + timedelta(seconds=1)), OLDER], [entry("a"), OLDER]),
        ([entry("b"), entry("a"), OLDER], [entry("a"), OLDER]),  # the other still stands
        ([entry("b"), entry("c", FAIR), OLDER], [entry("a"), OLDER]),  # two of one moment now
        ([entry("b"), OLDER], [entry("a"), entry("c", FAIR), OLDER]),  # and before
        ([entry("b")], [entry("a")]),  # a feed of one report alone
        ([entry("b", FERRY, None), OLDER], [entry("a", FERRY, None), OLDER]),
        ([entry("b", FERRY, MIDNIGHT), OLDER], [entry("a", FERRY, MIDNIGHT), OLDER]),  # a date
        ([entry("b", "Weather"), OLDER], [entry("a", "Weather"), OLDER]),  # a column
        # Alike is not the same where the list is by something else than time, ...
        ([entry("b", f"{FERRY} too"), entry("x", CLOCK, AT + timedelta(1)), OLDER],
         [entry("a"), entry("x", CLOCK, AT + timedelta(1)), OLDER]),
        # ... or where the other may have left because it was old.
        ([entry("b", f"{FERRY} too"), entry("c", FAIR, AT + timedelta(1))][::-1],
         [entry("a"), entry("c", FAIR, AT + timedelta(1))]),
    ],
)  # fmt: skip
def test_neighbours_stay_apart(answer: list[FeedEntry], before: list[FeedEntry]) -> None:
    told = {one.entry.guid: one.known for one in look(answer, before)}
    assert told["b"] is None


@given(st.datetimes(timezones=st.just(UTC)), st.integers(-48, 56))
def test_a_date_alone_is_no_moment_in_any_zone(day: datetime, quarters: int) -> None:
    midnight = datetime(2031, 1, 1, tzinfo=UTC) + timedelta(days=day.toordinal() % 365)
    assert not is_moment(midnight + timedelta(minutes=15 * quarters))
    assert is_moment(midnight + timedelta(minutes=15 * quarters, seconds=1))


_COLUMNS = (
    "Weather", "Weather for the coast today", "Live: the vote on the ferry", "Traffic on the roads",
    "The morning in five minutes", "Council meets in {place}", "Results of group {n}",
)  # fmt: skip
_PLACES = ("Harbourton", "Melfield", "Tornley")


def column(rng: random.Random, number: int, times: str) -> FeedEntry:
    """Return a report of its own under a headline that comes again, as some clock tells its time.

    Clocks are right to the second, the minute or the day, or come from what imports in batches.
    """
    at = AT + timedelta(seconds=rng.randrange(900) + 1_800 * number)
    if times == "minutes":
        at = at.replace(second=0)
    elif times == "days":
        at = at.replace(hour=0, minute=0, second=0)
    elif times == "batches":
        at = AT + timedelta(seconds=10_807 * (number // 6))
    title = rng.choice(_COLUMNS).format(place=rng.choice(_PLACES), n=rng.randrange(4))
    return entry(f"r{number}", title, at)


@settings(max_examples=60)
@given(
    st.randoms(use_true_random=False),
    st.sampled_from(("seconds", "minutes", "days", "batches")),
    st.integers(1, 12),
)
def test_columns_that_come_again_are_never_one(rng: random.Random, times: str, size: int) -> None:
    """A feed that lists the latest of them, at every poll some more."""
    reports = [column(rng, number, times) for number in range(40)]
    before: dict[str, FeedEntry] = {}
    end = 1
    while end <= len(reports):
        answer = reports[max(end - size, 0) : end][::-1]
        for one in look(answer, list(before.values())):
            assert (one.known is not None) == (one.entry.url in before)
            before[one.entry.url] = one.entry
        end += rng.randint(1, size)
