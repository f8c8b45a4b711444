"""Copies as they are filed: their kind and confidence, and quotes, which are no copies."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.engine.types import CopyKind, CopyPair, Passage
from wireroom.news.mapping import copy_columns
from wireroom.news.models import Article, Copy
from wireroom.news.queries.lineage import SharedText, trace_lineages
from wireroom.news.queries.tree import Leaf, keep_tree, prune_tree, read_tree
from wireroom.pipeline.shares import carried_shares, shares_of

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)


def _reports() -> Sequence[Article]:
    names = ("Tidewire", "Far Post")
    return [make_article(make_outlet(name), f"{name} on the ferry", hours=3) for name in names]


def test_a_pair_is_turned_with_its_kind_and_confidence() -> None:
    pair = CopyPair(
        a="9", b="4", direction="a>b", containment_a=0.4, containment_b=0.9,
        passages=(Passage(0, 5, 7, 12, 1.0),), why="cut", kind=CopyKind.CUT, confidence=0.9,
    )  # fmt: skip
    columns = copy_columns(pair)
    assert (columns["a_id"], columns["direction"]) == (4, "b>a")
    assert (columns["kind"], columns["confidence"]) == ("cut", 0.9)


def test_a_shared_quote_leaves_two_reports_independent() -> None:
    pair = SharedText(a=1, b=2, direction="unknown", containment_a=0.9, containment_b=0.9)
    quote = SharedText(
        a=1, b=2, direction="unknown", containment_a=0.9, containment_b=0.9, kind="quote"
    )
    assert len(trace_lineages([1, 2], [pair])) == 1
    assert len(trace_lineages([1, 2], [quote])) == 2


def test_the_tree_keeps_in_what_manner_a_report_carries_another() -> None:
    pairs = [
        SharedText(a=1, b=2, direction="a>b", containment_a=0.5, containment_b=1.0, kind="cut",
                   confidence=0.93),
        SharedText(a=2, b=3, direction="unknown", containment_a=0.9, containment_b=0.9),
    ]  # fmt: skip
    leaves = {n: Leaf(outlet=f"Outlet {n}", at=NOW) for n in (1, 2, 3)}
    whole = json.dumps(keep_tree(trace_lineages([1, 2, 3], pairs), leaves))
    for kept in (whole, prune_tree(whole, [1, 2])):
        tree = read_tree(kept)
        assert tree is not None
        (carrier,) = tree.sources[0].below
        assert (carrier.kind, carrier.confidence) == ("cut", 0.93)


def test_a_tree_that_was_kept_without_kinds_is_still_read() -> None:
    report = ["Tidewire", NOW.isoformat(), ""]
    kept = {
        "sources": [[[1, *report], [[2, *report, 0.8, True, 0]], 1]],
        "more_sources": 0, "own": [], "own_more": 0,
    }  # fmt: skip
    tree = read_tree(json.dumps(kept))
    assert tree is not None
    assert (tree.sources[0].below[0].kind, tree.sources[0].below[0].confidence) == ("", 0.0)


@pytest.mark.django_db
def test_a_quote_draws_no_report_into_a_story() -> None:
    first, second = _reports()
    copy = make_copy(first, second, kind="quote", direction="unknown")
    since = datetime(2020, 1, 1, tzinfo=UTC)
    assert not shares_of([first.pk])
    assert not carried_shares("en", since=since)
    Copy.objects.filter(pk=copy.pk).update(kind="whole")
    assert shares_of([first.pk])


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_say_that_two_only_quote_the_same(client: Client, language: str) -> None:
    first, second = _reports()
    why = "only a quote is shared, 31 words; neither has it from the other"
    make_copy(first, second, kind="quote", direction="unknown", why=why)
    story = make_story([first, second])
    said = {"en": "that is no copy", "ar": "وليس هذا نقلًا"}[language]
    assert said in client.get(f"/{language}/story/{story.pk}/grouping/").content.decode()
    page = client.get(f"/{language}/compare/{first.pk}/{second.pk}/").content.decode()
    assert {"en": "Only a quote:", "ar": "اقتباس فقط:"}[language] in page


@pytest.mark.django_db
def test_pages_say_how_sure_a_direction_is(client: Client) -> None:
    first, second = _reports()
    make_copy(first, second, kind="whole", confidence=0.917)
    page = client.get(f"/en/compare/{first.pk}/{second.pk}/").content.decode()
    assert "How sure that is: 92%." in page
    Copy.objects.update(confidence=1.0)
    assert (
        "How sure that is: 99%."
        in client.get(f"/en/compare/{first.pk}/{second.pk}/").content.decode()
    )


@pytest.mark.django_db
def test_the_tree_says_in_words_how_and_from_whom(client: Client) -> None:
    first, second = _reports()
    third = make_article(make_outlet("<b>Star"), "Ferry burns", hours=2)
    pairs = [
        SharedText(a=1, b=2, direction="a>b", containment_a=0.5, containment_b=1.0, kind="cut",
                   confidence=0.93),
    ]  # fmt: skip
    leaves = {
        1: Leaf(outlet="Tidewire", at=NOW),
        2: Leaf(outlet="Far Post", at=NOW),
        3: Leaf(outlet="Star", at=NOW, cites=("Tide <wire>",)),
    }
    story = make_story([first, second, third])
    lineage = keep_tree(trace_lineages([1, 2, 3], pairs), leaves)
    for row, new in ((2, second.pk), (3, third.pk), (1, first.pk)):
        lineage = json.loads(json.dumps(lineage).replace(f'[{row}, "', f'[{new}, "'))
    type(story).objects.filter(pk=story.pk).update(lineage=lineage)
    page = client.get(f"/en/story/{story.pk}/").content.decode()
    plain = page.replace("\u2068", "").replace("\u2069", "")
    assert "cut copy, 100% of its text" in plain
    assert "93% sure" in plain
    assert plain.count("cites Tide &lt;wire&gt;") == 2  # in the picture and in the list
