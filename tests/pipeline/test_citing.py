"""Reports that name another outlet of their story as the source, in words of their own."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.newsroom import make_article, make_outlet

from wireroom.engine.copies.attributions import keep_attributions, match_sources, names_outlet
from wireroom.news.models import ArticlePrints
from wireroom.news.queries.tree import prune_tree, read_tree
from wireroom.pipeline.citing import add_cited
from wireroom.pipeline.faces import Covering, make_face

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)


def _covering(article: int, outlet: str, *, cites: tuple[str, ...] = ()) -> Covering:
    return Covering(
        article=article, outlet=outlet, headline="Ferry burns", section="", chars=900,
        at=NOW + timedelta(minutes=article), has_image=False, revised_at=None, cites=cites,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "outlet"),
    [
        ("It burned all night. " * 30 + "It was over, the captain told Tidewire.", "Tidewire"),
        ("وقال القبطان في تصريح لوكالة فرانس برس إن العبارة احترقت.", "AFP"),
        ("وقالت المتحدثة لرويترز إن العبارة احترقت.", "Reuters"),
        ("Harbour Post reported that the ferry burned.", "Harbour Post"),
    ],
)  # fmt: skip
def test_what_is_kept_of_a_body_names_its_sources(body: str, outlet: str) -> None:
    kept = keep_attributions(body)
    assert match_sources(kept, ["Elsewhere", outlet], own="Far Post") == (outlet,)
    assert len(kept) < 400


@given(st.lists(st.sampled_from(["told", "Tidewire", "according", "to", "قال", "لرويترز", "x"])))
def test_what_is_kept_names_no_source_that_the_body_does_not(spoken: Sequence[str]) -> None:
    body = " ".join(spoken)
    for outlet in match_sources(keep_attributions(body), ["Tidewire", "Reuters"], own="Far Post"):
        assert names_outlet(body, outlet, own="Far Post")


def test_little_is_kept_of_a_long_body() -> None:
    assert (
        len(keep_attributions("the captain told Tidewire " + "and so on " * 20 + "told " * 9)) < 400
    )
    assert len(keep_attributions("he said, according to them, " * 9_000)) <= 2_000
    assert keep_attributions("") == ""


@pytest.mark.django_db
def test_a_report_cites_an_outlet_of_its_story(django_assert_num_queries: object) -> None:
    names = ("Tidewire", "Far Post")
    reports = [make_article(make_outlet(name), "Ferry burns", hours=2) for name in names]
    kept = keep_attributions("Nobody was hurt, according to Tidewire and to Northern Star.")
    for report in reports:
        ArticlePrints.objects.update_or_create(
            article=report,
            defaults={"attributions": kept, "copy_prints": b"", "story_features": b""},
        )
    coverage = {7: [_covering(one.pk, name) for one, name in zip(reports, names, strict=True)]}
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = add_cited(coverage)
    assert {one.outlet: one.cites for one in found[7]} == {
        "Tidewire": (),
        "Far Post": ("Tidewire",),
    }
    assert add_cited({8: coverage[7][:1]}) == {8: coverage[7][:1]}


def test_who_cites_stays_independent_and_is_drawn() -> None:
    face = make_face([_covering(1, "Tidewire"), _covering(2, "Far Post", cites=("Tidewire",))], [])
    assert face is not None
    assert face.independent_count == 2
    kept = json.dumps(face.lineage)
    tree = read_tree(kept)
    assert tree is not None
    assert [(one.outlet, one.cites) for one in tree.own] == [
        ("Far Post", ("Tidewire",)),
        ("Tidewire", ()),
    ]
    assert prune_tree(kept, [1]) == ""
    assert read_tree(prune_tree(kept, [2])) is not None


def test_without_carriers_and_citations_there_is_no_tree() -> None:
    face = make_face([_covering(1, "Tidewire"), _covering(2, "Far Post")], [])
    assert face is not None
    assert face.lineage == {}
