"""Who stands behind a story and who carries whom: as kept, as drawn, and as said."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story, other_scripts

from wireroom.news.models import Article, Story
from wireroom.news.queries.lineage import Carrying, Lineage, SharedText, trace_lineages
from wireroom.news.queries.tree import (
    MOST_CARRIERS,
    Leaf,
    LineageTree,
    keep_sources,
    keep_tree,
    prune_tree,
    read_sources,
    read_tree,
    walk_tree,
)
from wireroom.pipeline.faces import Covering, make_face
from wireroom.web.lineage_plot import plot_lineage, shorten

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)


def carries(carrier: int, original: int, share: float = 0.9) -> Carrying:
    return Carrying(carrier=carrier, original=original, share=share, is_certain=True)


def kept(lineages: list[Lineage], number: int) -> LineageTree | None:
    leaves = {
        article: Leaf(outlet=f"Outlet {article}", at=NOW + timedelta(minutes=article))
        for article in range(number)
    }
    return read_tree(json.dumps(keep_tree(lineages, leaves)))


def test_a_carrier_of_a_carrier_stands_below_it() -> None:
    tree = kept([Lineage(original=0, carriers=(carries(2, 1), carries(1, 0, 0.8)))], 3)
    assert tree is not None
    (source,) = tree.sources
    assert [(one.id, depth) for one, depth in walk_tree(tree.sources)] == [(0, 0), (1, 1), (2, 2)]
    assert source.below[0].share == 0.8
    assert (source.carriers, source.more) == (2, 0)


def test_a_story_where_nobody_carries_anybody_has_no_tree() -> None:
    assert kept([Lineage(original=0, carriers=()), Lineage(original=1, carriers=())], 2) is None


def test_a_large_story_is_cut_and_says_how_much() -> None:
    carriers = tuple(carries(number, 0) for number in range(1, 50))
    own = [Lineage(original=number, carriers=()) for number in range(50, 300)]
    tree = kept([Lineage(original=0, carriers=carriers), *own], 300)
    assert tree is not None
    assert (len(tree.sources[0].below), tree.sources[0].more) == (8, 41)
    assert len(tree.own) + tree.own_more == 250
    assert plot_lineage(tree, is_mirrored=False).height < 900


@st.composite
def lineages(draw: st.DrawFn) -> tuple[list[Lineage], int]:
    number = draw(st.integers(1, 60))
    pairs = [
        SharedText(a=a, b=b, direction=direction, containment_a=share, containment_b=share)
        for a, b, direction, share in draw(
            st.lists(
                st.tuples(
                    st.integers(0, 59),
                    st.integers(0, 59),
                    st.sampled_from(["a>b", "b>a", "unknown"]),
                    st.floats(0, 1),
                ),
                max_size=90,
            )
        )
        if a < b < number
    ]
    return list(trace_lineages(range(number), pairs)), number


@given(lineages())
def test_every_report_is_in_the_tree_or_counted(drawn: tuple[list[Lineage], int]) -> None:
    found, number = drawn
    tree = kept(found, number)
    if tree is None:
        assert not any(one.carriers for one in found)
        return
    shown = [one.id for one, _ in walk_tree((*tree.sources, *tree.own))]
    assert len(shown) == len(set(shown))
    carried = [one for one in found if one.carriers]
    assert len(tree.sources) + tree.more_sources == len(carried)
    assert len(tree.own) + tree.own_more == len(found) - len(carried)
    for source in tree.sources:
        below = sum(1 for _ in walk_tree(source.below))
        assert below + source.more == source.carriers
        assert below <= MOST_CARRIERS


@given(lineages())
def test_the_mirrored_picture_is_the_mirror_image(drawn: tuple[list[Lineage], int]) -> None:
    tree = kept(*drawn)
    if tree is None:
        return
    plot, turned = (plot_lineage(tree, is_mirrored=turn) for turn in (False, True))
    assert [plot.width - node.x for node in plot.nodes] == [node.x for node in turned.nodes]
    assert [node.y for node in plot.nodes] == [node.y for node in turned.nodes]
    assert all(0 <= node.y <= plot.height and 0 <= node.x <= plot.width for node in plot.nodes)


@given(st.text(), st.integers(2, 40))
def test_a_name_is_cut_to_its_room(name: str, room: int) -> None:
    cut = shorten(name, room)[1:-1]
    assert cut == name or (cut.endswith("…") and len(cut) <= room)


@given(lineages(), st.sets(st.integers(0, 59)))
def test_what_is_gone_leaves_the_tree(drawn: tuple[list[Lineage], int], gone: set[int]) -> None:
    found, number = drawn
    leaves = {n: Leaf(outlet=f"Outlet {n}", at=NOW) for n in range(number)}
    whole = json.dumps(keep_tree(found, leaves))
    assert prune_tree(whole, range(number)) == whole
    pruned = read_tree(prune_tree(whole, [n for n in range(number) if n not in gone]))
    if pruned is not None:
        shown = {one.id for one, _ in walk_tree((*pruned.sources, *pruned.own))}
        assert not shown & gone
        assert all(one.more >= 0 for one in pruned.sources)


@pytest.mark.django_db
def test_an_article_that_is_taken_down_leaves_the_picture_at_once(client: Client) -> None:
    story = published(4)
    carrier = sorted(story.memberships.values_list("article", flat=True))[1]
    Article.objects.filter(pk=carrier).delete()
    page = client.get(f"/en/story/{story.pk}/").content.decode()
    assert "Outlet 1" not in page[page.index('<svg class="tree"') :]
    assert "carried by 1 report " in page


def test_sources_are_outlets_and_an_outlets_second_report_is_no_carrier() -> None:
    outlets = {0: "Tidewire", 1: "Far Post", 2: "Tidewire", 3: "Ledger", 4: "Tidewire", 5: "Own"}
    found = [
        Lineage(original=0, carriers=(carries(1, 0), carries(2, 0))),
        Lineage(original=4, carriers=(carries(3, 4), carries(1, 4))),
        Lineage(original=5, carriers=()),
    ]
    assert keep_sources(found, outlets) == {"named": [("Tidewire", 2)], "carried": 1}
    assert read_sources("{}").named == ()


@pytest.mark.parametrize(
    ("agencies", "outlet", "named"),
    [
        (("AFP", "AFP", "AFP"), "Tidewire", ("AFP", 3)),
        (("AFP", "", "AFP"), "Tidewire", ("Tidewire", 2)),
        (("AFP", "AFP", "Reuters"), "Tidewire", ("Tidewire", 2)),
        (("AFP", "AFP", "AFP"), "Agence France-Presse", ("Agence France-Presse", 2)),
    ],
)
def test_an_agency_that_all_credit_is_the_source(
    agencies: tuple[str, ...], outlet: str, named: tuple[str, int]
) -> None:
    outlets = {0: outlet, 1: "Far Post", 2: "Ledger"}
    found = [Lineage(original=0, carriers=(carries(1, 0), carries(2, 0)))]
    kept = keep_sources(found, outlets, dict(enumerate(agencies)))
    assert kept == {"named": [named], "carried": 1}


def test_a_face_holds_its_sources_and_its_lineage() -> None:
    members = [
        Covering(article=number, outlet=f"Outlet {number}", headline="H", section="",
                 at=NOW + timedelta(minutes=number), chars=900, has_image=False, revised_at=None)
        for number in range(3)
    ]  # fmt: skip
    shared = SharedText(a=0, b=1, direction="a>b", containment_a=0.9, containment_b=0.95)
    face = make_face(members, [shared])
    assert face is not None
    assert face.independent_count == 2
    assert face.sources == {"named": [("Outlet 0", 1)], "carried": 1}
    assert [one[0][0] for one in face.lineage["sources"]] == [0]


def published(reports: int = 3, **columns: Any) -> Story:
    """Make a published story: the first report is carried by all but the last."""
    outlets = [make_outlet(f"Outlet {number}") for number in range(reports)]
    articles = [
        make_article(outlet, f"Report {number}", hours=90 - number)
        for number, outlet in enumerate(outlets)
    ]
    for carrier in articles[1:-1]:
        make_copy(articles[0], carrier)
    return make_story(articles, **columns, **kept_columns(articles))


def kept_columns(articles: list[Article]) -> dict[str, Any]:
    first, *carriers = [article.pk for article in articles[:-1]]
    found = [
        Lineage(original=first, carriers=tuple(carries(one, first) for one in carriers)),
        Lineage(original=articles[-1].pk, carriers=()),
    ]
    outlets = {article.pk: article.outlet.name for article in articles}
    leaves = {
        article.pk: Leaf(outlet=article.outlet.name, at=article.sort_at) for article in articles
    }
    return {
        "sources": keep_sources(found, outlets),
        "lineage": keep_tree(found, leaves),
        "independent_count": 2,
    }


def plain(markup: str) -> str:
    return " ".join(re.sub("<[^>]+>", "", markup).split())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("en", "2 independent: Outlet 0 (2 carry it), 1 own"),
        ("ar", "اثنتان مستقلتان: Outlet 0 (تنقل عنها اثنتان)، واحدة بتقرير خاص بها"),
    ],
)
def test_every_list_says_whose_reports_others_carry(
    client: Client, edition: str, said: str
) -> None:
    story = published(4, lang=edition)
    for path in ("", f"story/{story.pk}/", f"story/{story.pk}/grouping/"):
        assert said in plain(client.get(f"/{edition}/{path}").content.decode()), path


@pytest.mark.django_db
def test_below_a_small_headline_the_count_stands_alone(client: Client) -> None:
    story = published(4)
    other = make_article(make_outlet("Bell"), "Another event")
    make_story([other], outlets_count=3, independent_count=2, sources=story.sources)
    page = plain(client.get("/en/").content.decode())
    assert page.count("2 independent: Outlet 0 (2 carry it), 1 own") == 1
    assert page.count("2 independent") == 2


@pytest.mark.django_db
def test_the_tree_is_drawn_with_links_and_told_as_a_list(client: Client) -> None:
    story = published(4)
    page = client.get(f"/en/story/{story.pk}/").content.decode()
    picture = page[page.index('<svg class="tree"') : page.index("</svg>", page.index('"tree"'))]
    first, second, *_ = sorted(story.memberships.values_list("article", flat=True))
    assert f'href="/en/article/{first}/"' in picture
    assert f'href="/en/compare/{first}/{second}/"' in picture
    assert "90% of its text" in picture
    assert 'role="img"' not in picture
    told = page[page.index('<details class="tree-list">') :]
    assert f'href="/en/compare/{first}/{second}/"' in told
    assert "carried by 2 reports" in told


@pytest.mark.django_db
def test_a_story_of_three_hundred_reports_has_a_small_picture(client: Client) -> None:
    story = published(300)
    page = client.get(f"/ar/story/{story.pk}/").content.decode()
    picture = page.partition('<svg class="tree"')[2].partition("</svg>")[0]
    assert picture.count("<circle") == 1 + MOST_CARRIERS + 1
    assert "و290 أخرى" in page


@pytest.mark.django_db
def test_a_story_published_before_lineage_was_kept_shows_its_count(client: Client) -> None:
    story = make_story([make_article(make_outlet("Tidewire"), "Ferry burns")])
    page = client.get(f"/en/story/{story.pk}/").content.decode()
    assert "1 report</a>" in page
    assert '<svg class="tree"' not in page


@pytest.mark.django_db
def test_hostile_outlet_names_stay_text(client: Client) -> None:
    evil = '</text><script>alert(1)</script>"&'
    articles = [make_article(make_outlet(f"{evil}{number}"), "H", hours=9 - number)
                for number in range(3)]  # fmt: skip
    story = make_story(articles, **kept_columns(articles))
    for path in ("", f"story/{story.pk}/"):
        assert other_scripts(client.get(f"/en/{path}").content.decode()) == []
