"""Vectors of an embedder: what is told in other words joins, and nothing changes without them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from wireroom.engine.stories.assign import place_articles
from wireroom.engine.stories.bulk import Stored
from wireroom.engine.stories.dense import Dense, DenseWeights, embed_article
from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.replay import Entrant, replay
from wireroom.engine.types import ArticleText

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
WEIGHTS = DenseWeights("tiny", gain=12.0, centre=0.5)


@dataclass(frozen=True, slots=True)
class Meanings:
    """An embedder that knows a few words; all that mean one thing point one way."""

    name: str = "tiny"

    def knows(self, lang: str) -> bool:
        return lang.startswith("en")

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        kinds = (("dam", "barrage"), ("chess", "grandmaster"), ("strike", "walkout"))
        counts = [[sum(text.lower().count(word) for word in kind) for kind in kinds]
                  for text in texts]  # fmt: skip
        rows = np.array(counts, np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        units: NDArray[np.float32] = rows / np.maximum(lengths, 1e-9)
        return units


def report(name: str, title: str, body: str, *, hours: int = 0, lang: str = "en") -> ArticleText:
    at = AT + timedelta(hours=hours)
    return ArticleText(id=name, title=title, body=body, published_at=at, lang=lang)


DAM = report(
    "dam", "Dam breaks above Oststadt, hundreds flee",
    "The dam broke on Monday and 340 people fled, mayor Ada Quill said.",
)  # fmt: skip
BARRAGE = report(
    "barrage", "Families driven out as barrage bursts near Oststadt",
    "Residents escaped a torrent when the old barrage gave way, officials reported.", hours=60,
)  # fmt: skip
CHESS = report(
    "chess", "Young grandmaster wins open near Oststadt",
    "Tomas Varga, 17, won the chess open after nine rounds without a defeat.", hours=120,
)  # fmt: skip
STREAM = (DAM, BARRAGE, CHESS)


def stories(*, embedder: Meanings | None, dense: DenseWeights | None) -> dict[str, str]:
    placed = place_articles(STREAM, embedder=embedder, dense=dense)
    return {one.id: one.story for one in placed}


def test_an_event_told_in_other_words_joins_with_vectors_and_not_without() -> None:
    without = stories(embedder=None, dense=None)
    assert len(set(without.values())) == 3
    found = stories(embedder=Meanings(), dense=WEIGHTS)
    assert found["dam"] == found["barrage"] != found["chess"]


def test_vectors_that_nobody_weighed_change_nothing() -> None:
    bare = stories(embedder=None, dense=None)
    assert stories(embedder=Meanings(), dense=None) == bare
    assert stories(embedder=None, dense=WEIGHTS) == bare


def test_the_vectors_of_another_embedder_count_as_none() -> None:
    found = stories(embedder=Meanings("other"), dense=WEIGHTS)
    assert found == stories(embedder=None, dense=None)


def test_a_vector_counts_only_where_both_reports_have_one() -> None:
    index = StoryIndex("en", dense=WEIGHTS)
    index.add(1, 1, features(DAM), at=AT, outlet=None)
    bare = replace(features(BARRAGE), dense=b"")
    plain = StoryIndex("en")
    plain.add(1, 1, features(DAM), at=AT, outlet=None)
    at = AT + timedelta(hours=60)
    assert index.decide(bare, at=at, outlet=None) == plain.decide(bare, at=at, outlet=None)


def test_loading_gives_the_index_that_adding_gives() -> None:
    added, loaded = StoryIndex("en", dense=WEIGHTS), StoryIndex("en", dense=WEIGHTS)
    known = features(DAM)
    added.add(1, 1, known, at=AT, outlet=None)
    loaded.load([
        Stored(article=1, story=1, storyline=None, packed=known.pack(), published_at=AT, at=AT,
               outlet=None, dense=known.dense),
    ])  # fmt: skip
    coming, at = features(BARRAGE), AT + timedelta(hours=60)
    decision = added.decide(coming, at=at, outlet=None)
    assert decision.story == 1
    assert loaded.decide(coming, at=at, outlet=None) == decision
    loaded.add(1, 2, coming, at=at, outlet=None)
    assert loaded.odds_of(2) == pytest.approx(decision.near, abs=0.01)


def test_a_replay_uses_them() -> None:
    entrants = [
        Entrant(article=number, features=features(text), at=text.published_at or AT, order=text.id,
                outlet=None, copy_of={})
        for number, text in enumerate(STREAM)
    ]  # fmt: skip
    assert len({one.group for one in replay("en", entrants)}) == 3
    dam, barrage, chess = replay("en", entrants, dense=WEIGHTS)
    assert dam.group == barrage.group != chess.group


def test_there_is_no_vector_in_an_unknown_language_nor_of_a_text_that_says_nothing() -> None:
    assert embed_article(Meanings(), replace(DAM, lang="de")) == b""
    assert embed_article(Meanings(), replace(DAM, title="", body="")) == b""


def test_only_the_head_of_a_report_counts() -> None:
    head = replace(DAM, body="dam " * 300)
    assert embed_article(Meanings(), head) == embed_article(
        Meanings(), replace(head, body=head.body + "chess " * 500)
    )


class Given:
    """An embedder that gives one row."""

    name = "tiny"

    def __init__(self, row: NDArray[np.float32]) -> None:
        self._row = row

    def knows(self, _lang: str) -> bool:
        return True

    def embed(self, _texts: Sequence[str]) -> NDArray[np.float32]:
        return self._row[None]


@given(
    st.lists(st.floats(-1, 1, width=32), min_size=4, max_size=4),
    st.lists(st.floats(-1, 1, width=32), min_size=4, max_size=4),
)
def test_kept_cosines_are_those_of_the_rows(one: list[float], other: list[float]) -> None:
    rows = [np.array(each, np.float32) for each in (one, other)]
    units = [row / max(float(np.linalg.norm(row)), 1e-9) for row in rows]
    packed = [embed_article(Given(unit.astype(np.float32)), DAM) for unit in units]
    dense = Dense(WEIGHTS)
    dense.put(1, packed[0])
    (found,) = dense.cosines(packed[1], [1]).tolist()
    if all(packed):
        assert found == pytest.approx(float(units[0] @ units[1]), abs=0.01)
    else:
        assert np.isnan(found)
    dense.drop(1)
    assert dense.log_odds(packed[1], [1]).tolist() == [0.0]


def test_a_row_that_is_no_number_is_none() -> None:
    assert embed_article(Given(np.array([np.nan, 1.0], np.float32)), DAM) == b""


def features(text: ArticleText) -> Features:
    return replace(extract_features(text), dense=embed_article(Meanings(), text))
