"""Vectors in the pipeline: kept with the prints, used by assign, by repair and after a restart."""

from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from tests.adapters.tiny_model import make_model
from tests.pipeline.turned_desk import NOW, Desk, make_desk

from wireroom.adapters.embed import OnnxEmbedder
from wireroom.engine.stories.dense import DenseWeights
from wireroom.news.models import ArticlePrints, Membership

DAM: Final = (
    "Dam breaks above Oststadt, hundreds flee. The dam broke on Monday and 340 people fled, mayor"
    " Ada Quill said."
)
BARRAGE: Final = (
    "Families driven out as barrage bursts near Oststadt. Residents escaped a torrent when the old"
    " barrage gave way, officials reported."
)
MEANINGS: Final = {"dam": ("dam", "Dam", "barrage"), "break": ("breaks", "broke", "bursts")}

pytestmark = pytest.mark.django_db


@pytest.fixture
def embedder(tmp_path: Path) -> OnnxEmbedder:
    return OnnxEmbedder(make_model(tmp_path / "model", MEANINGS))


@pytest.fixture
def weights(embedder: OnnxEmbedder) -> DenseWeights:
    return DenseWeights(embedder.name, gain=12.0, centre=0.5)


def report_dam(desk: Desk) -> int:
    return desk.report("dam", DAM, hours=-70.0)


def report_barrage(desk: Desk) -> int:
    return desk.report("barrage", BARRAGE)


def are_together(*articles: int) -> bool:
    stories = Membership.objects.filter(article__in=articles).values_list("story", flat=True)
    return len(set(stories)) == 1


def test_reports_with_vectors_are_joined_and_stay_so(
    embedder: OnnxEmbedder, weights: DenseWeights
) -> None:
    desk = make_desk(embedder=embedder, dense=weights)
    both = report_dam(desk), report_barrage(desk)
    desk.work()  # repair replays them
    assert are_together(*both)


def test_a_desk_made_anew_knows_the_vectors(embedder: OnnxEmbedder, weights: DenseWeights) -> None:
    dam = report_dam(make_desk(embedder=embedder, dense=weights))
    restarted = make_desk(NOW + timedelta(hours=6), embedder=embedder, dense=weights)
    assert are_together(dam, report_barrage(restarted))


def test_without_an_embedder_nothing_is_kept_and_nothing_joins() -> None:
    desk = make_desk()
    assert not are_together(report_dam(desk), report_barrage(desk))
    assert {bytes(kept) for kept in ArticlePrints.objects.values_list("dense", flat=True)} == {b""}


def test_vectors_of_another_embedder_count_as_none(embedder: OnnxEmbedder) -> None:
    other = DenseWeights("another", gain=12.0, centre=0.5)
    desk = make_desk(embedder=embedder, dense=other)
    assert not are_together(report_dam(desk), report_barrage(desk))


def test_a_report_that_is_revised_has_the_vector_of_its_latest_text(
    embedder: OnnxEmbedder, weights: DenseWeights
) -> None:
    desk = make_desk(embedder=embedder, dense=weights)
    article = report_dam(desk)
    before = bytes(ArticlePrints.objects.get(article=article).dense)
    desk.report("dam", DAM.replace("dam broke", "dam, an old barrage, bursts"), hours=-70.0)
    assert bytes(ArticlePrints.objects.get(article=article).dense) not in {before, b""}
