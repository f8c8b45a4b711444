"""Why two reports count as copies, in the reader's language."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.engine.copies.lineage import compare
from wireroom.engine.types import ArticleText
from wireroom.news.publication import Excerpt
from wireroom.news.queries.cards import OutletCard, ReportCard, Times
from wireroom.news.queries.grouping import Pair
from wireroom.web.copy_reasons import say_copy_reason

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
TEXT = " ".join(f"word{number}" for number in range(400))
EARLY = ArticleText(id="1", title="", body=TEXT, outlet="Tidewire", published_at=NOW)
LATE = replace(EARLY, id="2", outlet="Far Post", published_at=NOW + timedelta(hours=1))


def report(number: int, headline: str) -> ReportCard:
    outlet = OutletCard(
        id=1, slug="tidewire", name="Tidewire", lang="en", is_sample=False, is_aggregator=False
    )
    times = Times(
        published_at=NOW, published_from="stated", updated_at=None, seen_at=NOW, sort_at=NOW
    )
    return ReportCard(
        id=number, headline=headline, lang="en", outlet=outlet, platform=None, times=times,
        opening=Excerpt(), image=None, wire_credit="", dateline="", health="article", link="",
        revision_count=1,
    )  # fmt: skip


def say(why: str, language: str = "en") -> str:
    pair = Pair(
        first=report(1, "Ferry burns"), second=report(2, "Fire on a ferry"), share=0.9,
        share_of_first=0.9, is_carried=True, is_certain=True, why=why,
    )  # fmt: skip
    with translation.override(language):
        return say_copy_reason(pair)


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    "other",
    [
        LATE,
        replace(LATE, body=" ".join(TEXT.split()[:120])),
        replace(LATE, body=" ".join(w + "x" * (n % 9 == 0) for n, w in enumerate(TEXT.split()))),
        replace(LATE, body=" ".join(TEXT.split()[:90] + ["own" + w for w in TEXT.split()])),
        replace(LATE, published_at=None, wire_credit="Kestrel"),
        replace(LATE, published_at=None, wire_credit="Tidewire"),
        replace(LATE, published_at=None),
        replace(LATE, published_at=None, body=" ".join(TEXT.split()[:120])),
        replace(LATE, published_at=None, body=f"{TEXT} according to Tidewire."),
        replace(LATE, outlet="Tidewire", platform="Kaleido"),
    ],
)
def test_every_reason_of_the_engine_reads_as_kept_and_has_arabic_words(other: ArticleText) -> None:
    pair = compare(EARLY, other)
    assert pair is not None
    assert plain(say(pair.why)) == pair.why
    assert say(pair.why, "ar")


@pytest.mark.parametrize(
    "why",
    [
        "2 shared background passages, 61 words; who had it first is unknown",
        "same copy 1%; Tidewire was published first",
        "1 shared passage of 50 words; Tidewire stands within Far Post",
        "cut and lightly edited: 70% of Far Post stands in Tidewire; Far Post names Tidewire as"
        " where it has it from",
        "only a quote is shared, 31 words; neither has it from the other",
    ],
)
def test_rare_reasons_read_as_kept_and_have_arabic_words(why: str) -> None:
    assert plain(say(why)) == why
    assert say(why, "ar")


def test_reports_of_one_outlet_are_called_by_their_headlines() -> None:
    said = plain(say("cut: 70% of 2 stands in 1; 1 was published first"))
    assert said == (
        "cut: 70% of “Fire on a ferry” stands in “Ferry burns”; “Ferry burns” was published first"
    )


@given(st.text(max_size=60))
def test_what_is_not_known_is_left_to_the_original(text: str) -> None:
    assert say(f"same copy 90%; moved by an editor {text}") == ""
    assert say(f"cut: 9% of A stands in B stands in {text}; A was published first") == ""


@pytest.mark.django_db
def test_an_arabic_page_says_in_arabic_whose_text_it_is(client: Client) -> None:
    first = make_article(make_outlet("Tidewire"), "Ferry burns", hours=5)
    second = make_article(make_outlet("Far Post"), "Fire on a ferry", hours=3)
    copy = make_copy(first, second, why="same copy 92%; Tidewire was published first")
    story = make_story([first, second])
    page = client.get(f"/ar/story/{story.pk}/grouping/").content.decode()
    assert "<bdi>النص نفسه بنسبة 92%؛ نُشر تقرير \u2068Tidewire\u2069 أولًا</bdi>" in page
    assert "was published first" not in page
    type(copy).objects.filter(pk=copy.pk).update(why="joined by an editor")
    page = client.get(f"/ar/story/{story.pk}/grouping/").content.decode()
    assert '<bdi lang="en" dir="ltr">joined by an editor</bdi>' in page
