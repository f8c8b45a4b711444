"""What the reads return: policy kept, each story once, bounded however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import (
    WHY,
    join_story,
    make_article,
    make_copy,
    make_outlet,
    make_story,
    make_storyline,
    words,
)

from wireroom.news.models import Article, Story
from wireroom.news.publication import Withheld
from wireroom.news.queries.article import read_article
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.cursors import RankCursor, read_time_cursor
from wireroom.news.queries.front import read_front
from wireroom.news.queries.grouping import read_grouping
from wireroom.news.queries.outlet import read_outlet
from wireroom.news.queries.story import MovedTo, StoryPage, find_story, read_story

pytestmark = pytest.mark.django_db


def story_page(story: Story, page: int = 1) -> StoryPage:
    found = find_story(story.pk)
    assert isinstance(found, StoryRow)
    return read_story(found, page=page)


def test_front_is_ranked_and_pages_meet_without_gap_or_repeat() -> None:
    outlet = make_outlet("Ledger")
    ranks = [5.0, 5.0, 4.0, 5.0, 3.25, -1.5]
    made = [make_story([make_article(outlet, f"H{rank}")], rank=rank) for rank in ranks]
    seen: list[int] = []
    cursor = None
    for _ in range(6):
        front = read_front(("en",), before=cursor, limit=2)
        seen += [card.id for card in front.stories]
        cursor = front.older
        if cursor is None:
            break
    expected = sorted(made, key=lambda story: (-(story.rank or 0), story.pk))
    assert seen == [story.pk for story in expected]


def test_front_leaves_out_unpublished_merged_and_other_languages() -> None:
    outlet = make_outlet("Ledger")
    kept = make_story([make_article(outlet, "Kept")])
    make_story([make_article(outlet, "Unpublished")], rank=None)
    make_story([make_article(outlet, "Merged")], merged_into=kept)
    make_story([make_article(outlet, "Français")], lang="fr")
    regional = make_story([make_article(outlet, "Regional")], lang="en-GB", rank=9.0)
    assert [card.id for card in read_front(("en",)).stories] == [regional.pk, kept.pk]


def test_front_shows_the_headline_as_it_stands_and_the_policys_excerpt() -> None:
    outlet = make_outlet("Post", policy="headline")
    article = make_article(outlet, "First wording", body=words(90))
    make_story([article])
    Article.objects.filter(pk=article.pk).update(headline="Corrected wording")
    (card,) = read_front(("en",)).stories
    assert card.headline == "Corrected wording"
    assert card.lead is not None
    assert card.lead.opening.text == ""


def test_story_groups_carriers_under_their_original() -> None:
    agency, paper, other = make_outlet("Agency"), make_outlet("Paper"), make_outlet("Other")
    copy = make_article(paper, "Copied", hours=3, wire_credit="Agency")
    original = make_article(agency, "Original", hours=5, wire_credit="AGENCY")
    own = make_article(other, "Own", hours=1)
    make_copy(original, copy, 0.8)
    page = story_page(make_story([original, copy, own]))
    assert [strand.report.headline for strand in page.strands] == ["Original", "Own"]
    (carrier,) = page.strands[0].carriers
    assert (carrier.report.headline, carrier.share) == ("Copied", 0.8)
    assert carrier.report.wire_credit == "Agency"
    assert page.strands[0].report.wire_credit == ""  # an agency's own report is no wire copy
    assert page.first is not None
    assert page.first.headline == "Original"


def test_key_points_are_the_leads_else_the_earliest_that_may_be_shown() -> None:
    shy = make_outlet("Shy", policy="headline")
    open_outlet = make_outlet("Open", policy="full")
    lead = make_article(shy, "Lead", key_points=["secret"], hours=4)
    second = make_article(open_outlet, "Second", key_points=["point"], hours=3)
    page = story_page(make_story([lead, second]))
    assert page.key_points is not None
    assert page.key_points.points == ("point",)
    assert page.key_points.outlet.name == "Open"


def test_long_coverage_is_shown_in_pages_of_bounded_size() -> None:
    outlet = make_outlet("Ledger")
    articles = [make_article(outlet, f"H{n}", hours=100 - n) for n in range(65)]
    story = make_story(articles)
    make_copy(articles[0], articles[64], 0.9)
    first, last = story_page(story), story_page(story, page=99)
    assert (len(first.strands), first.leaf.total, len(first.moments)) == (30, 3, 65)
    assert tuple(first.moments) == tuple(article.sort_at for article in articles)
    assert last.leaf.number == 3
    # The original of a carrier stands on an earlier page; it is shown again above its carrier.
    assert last.strands[0].report.headline == "H0"
    assert last.strands[0].carriers[0].report.headline == "H64"
    assert len(last.strands) == 5


def test_merged_and_unpublished_stories() -> None:
    outlet = make_outlet("Ledger")
    kept = make_story([make_article(outlet, "Kept")])
    merged = make_story([make_article(outlet, "Merged")], merged_into=kept)
    hidden = make_story([make_article(outlet, "Hidden")], rank=None)
    assert find_story(merged.pk) == MovedTo(kept.pk)
    assert find_story(hidden.pk) is None
    assert find_story(10**17) is None


def test_related_are_stories_of_the_storyline_only() -> None:
    outlet = make_outlet("Ledger")
    first, next_one, stranger = (make_story([make_article(outlet, name)]) for name in "ABC")
    make_storyline([first, next_one])
    assert [card.id for card in story_page(first).storyline] == [next_one.pk]
    assert story_page(stranger).storyline == ()


def test_grouping_gives_each_report_its_reason_and_each_pair_its_direction() -> None:
    outlet = make_outlet("Ledger")
    late, early = make_article(outlet, "Late", hours=1), make_article(outlet, "Early", hours=9)
    make_copy(early, late, 0.75)
    story = make_story([early, late])
    found = find_story(story.pk)
    assert isinstance(found, StoryRow)
    page = read_grouping(found)
    assert [place.report.headline for place in page.places] == ["Early", "Late"]
    assert page.places[1].why == WHY
    (pair,) = page.pairs
    assert (pair.first.headline, pair.second.headline, pair.share) == ("Early", "Late", 0.75)
    assert pair.is_carried
    assert pair.is_certain


def test_article_holds_no_more_than_its_policy_allows() -> None:
    outlet = make_outlet("Ledger", policy="excerpt", excerpt_words=10)
    article = make_article(outlet, "H", body=words(500), image_url="ftp://plain.example/x.jpg")
    page = read_article(article.pk)
    assert page is not None
    assert page.shown.withheld is Withheld.EXCERPT
    assert "word10" not in repr(page)
    assert page.report.image is None


def test_article_tells_its_changes_origin_platform_and_siblings() -> None:
    agency, paper = make_outlet("Agency"), make_outlet("Paper")
    platform = make_outlet("Collector", is_aggregator=True)
    original = make_article(agency, "Original", hours=5)
    copy = make_article(paper, "Copied", hours=3, states=3, platform=platform)
    make_copy(original, copy, 0.8)
    make_story([original, copy])
    page = read_article(copy.pk)
    assert page is not None
    assert page.changes.count == 2
    assert page.changes.last_at is not None
    assert page.origin is not None
    assert (page.origin.outlet.name, page.origin.share) == ("Agency", 0.8)
    assert page.platform is not None
    assert page.platform.name == "Collector"
    assert [card.headline for card in page.siblings] == ["Original"]


def test_article_of_an_unpublished_story_stands_alone() -> None:
    article = make_article(make_outlet("Ledger"), "Alone")
    make_story([article], rank=None)
    page = read_article(article.pk)
    assert page is not None
    assert (page.story, page.siblings) == (None, ())
    assert read_article(10**17) is None


def test_outlet_counts_own_and_carried_reports_and_pages() -> None:
    agency = make_outlet("وكالة الساحل", lang="ar")
    paper = make_outlet("Paper")
    original = make_article(agency, "أصل", wire_credit="الساحل")
    make_copy(original, make_article(paper, "Carried"), 0.9)
    make_article(paper, "Credited", wire_credit="Some Agency")
    make_article(paper, "Own")
    make_article(paper, "Video", health="video_only")
    page = read_outlet("paper")
    assert page is not None
    own = page.lately.own
    assert (own.total, own.own, own.carried) == (3, 1, 2)
    assert dict(page.pages_read.by_health) == {"article": 3, "video_only": 1}
    arabic = read_outlet("وكالة-الساحل")
    assert arabic is not None
    assert arabic.lately.own.own == 1


def test_outlet_pages_meet_without_gap_or_repeat() -> None:
    outlet = make_outlet("Ledger")
    made = [make_article(outlet, f"H{n}", hours=n // 2) for n in range(7)]
    at = made[0].sort_at
    Article.objects.filter(pk__in=[made[0].pk, made[1].pk]).update(sort_at=at)
    seen: list[int] = []
    cursor = None
    for _ in range(7):
        page = read_outlet("ledger", before=cursor, limit=2)
        assert page is not None
        seen += [card.id for card in page.reports]
        if page.older is None:
            break
        cursor = read_time_cursor(str(page.older))
    assert sorted(seen) == sorted(article.pk for article in made)
    assert len(set(seen)) == 7


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's query plans")
def test_lists_read_indexes_and_sort_nothing() -> None:
    outlet = make_outlet("Ledger")
    join_story(make_story([make_article(outlet, "A")]), [make_article(outlet, "B")])
    with CaptureQueriesContext(connection) as front:
        read_front(("en",), before=RankCursor(9.0, 0))
    with CaptureQueriesContext(connection) as page:
        read_outlet(outlet.slug)
    for queries, index in ((front, "story_front"), (page, "article_by_outlet")):
        plan = plan_of([one["sql"] for one in queries if "ORDER BY" in one["sql"]])
        assert index in plan
        assert "TEMP B-TREE" not in plan
        assert "SCAN" not in plan


def plan_of(queries: list[str]) -> str:
    """Return what SQLite would do for these queries."""
    with connection.cursor() as cursor:
        rows = [row for sql in queries for row in cursor.execute(f"EXPLAIN QUERY PLAN {sql}")]
    return "\n".join(str(row[-1]) for row in rows)


def test_a_report_met_on_an_aggregator_too_stands_once_on_its_outlets_page() -> None:
    outlet, kaleido = make_outlet("Tidewire"), make_outlet("Kaleido", is_aggregator=True)
    own = make_article(outlet, "Ferry burns")
    make_article(outlet, "Ferry burns", platform=kaleido)
    page = read_outlet(outlet.slug)
    assert page is not None
    assert [report.id for report in page.reports] == [own.pk]


def test_an_outlet_met_only_on_an_aggregator_shows_what_was_met() -> None:
    outlet, kaleido = make_outlet("Far Post", home_url=""), make_outlet("Kaleido")
    met = make_article(outlet, "Ferry burns", platform=kaleido)
    page = read_outlet(outlet.slug)
    assert page is not None
    assert [report.id for report in page.reports] == [met.pk]
