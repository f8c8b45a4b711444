"""The index: joins reports of one event, keeps others apart, forgets, and repeats itself."""

import random
from datetime import UTC, datetime, timedelta

from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.types import ArticleText

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)

DAM = (
    "Dam breaks above Oststadt, hundreds flee",
    "The Kerrin dam above Oststadt broke on Monday and 340 people fled, mayor Ada Quill said.\n\n"
    "Water from the Kerrin valley reached the old town of Oststadt within minutes.",
)
DAM_AGAIN = (
    "Hundreds flee as Kerrin dam gives way",
    "Mayor Ada Quill of Oststadt said that 340 people had to flee when the Kerrin dam broke.\n\n"
    "The valley was under water on Monday evening and the old town was cut off.",
)
CHESS = (
    "Young player wins Norfell chess open",
    "Tomas Varga, 17, won the chess open in Norfell after nine rounds without a defeat.\n\n"
    "The grandmaster from Bruckau drew his last game with the black pieces.",
)


def features(text: tuple[str, str], at: datetime | None = AT, lang: str = "en") -> Features:
    title, body = text
    return extract_features(ArticleText(id="a", title=title, body=body, published_at=at, lang=lang))


def tiny(key: int) -> tuple[str, str]:
    return f"only{key} one{key} sole{key}", f"word{key} term{key} line{key} end{key}"


def test_a_text_shorter_than_a_headline_joins_nothing() -> None:
    decision = filled().decide(features(("Oststadt", "Kerrin dam.")), at=AT, outlet=None)
    assert (decision.story, decision.why) == (None, "too little text to tell")


def filled() -> StoryIndex:
    index = StoryIndex("en")
    index.add(1, 11, features(DAM), at=AT, outlet="North Post")
    index.add(2, 12, features(CHESS), at=AT, outlet="North Post")
    return index


def test_an_empty_index_opens_a_story() -> None:
    decision = StoryIndex("en").decide(features(DAM), at=AT, outlet=None)
    assert decision.story is None
    assert decision.storyline is None
    assert decision.score < 0


def test_a_second_report_joins_and_says_why() -> None:
    later = AT + timedelta(hours=4)
    decision = filled().decide(features(DAM_AGAIN, later), at=later, outlet="East Daily")
    assert decision.story == 1
    assert "names" in decision.why
    assert "Kerrin" in decision.why
    assert "1 number shared" in decision.why or "1 number," in decision.why
    assert decision.why.endswith("4 h apart")


def test_an_undated_report_is_placed_too() -> None:
    decision = filled().decide(features(DAM_AGAIN, None), at=AT, outlet="East Daily")
    assert decision.story == 1
    assert decision.why.endswith("time between them unknown")


def test_another_event_stays_apart_and_deciding_changes_nothing() -> None:
    index = filled()
    index.remove(12)
    first = index.decide(features(CHESS), at=AT, outlet=None)
    assert first.story is None
    assert index.decide(features(CHESS), at=AT, outlet=None) == first
    assert len(index) == 1


def test_a_copy_follows_its_original_unless_long_gone() -> None:
    index = filled()
    short = features(("Oststadt", "Brief."))
    followed = index.decide(short, at=AT, outlet=None, copy_of={11: 0.92})
    assert (followed.story, followed.why) == (1, "same copy 92%, 0 min apart")
    assert index.decide(short, at=AT, outlet=None, copy_of=[11]).story == 1
    assert index.decide(short, at=AT, outlet=None, copy_of=[404]).story is None
    late = AT + timedelta(days=20)
    assert index.decide(short, at=late, outlet=None, copy_of={11: 0.92}).story is None


def test_the_window_closes() -> None:
    late = AT + timedelta(days=9)
    decision = filled().decide(features(DAM_AGAIN, late), at=late, outlet=None)
    assert decision.story is None


def test_the_next_event_of_a_storyline_is_a_new_story_in_it() -> None:
    late = AT + timedelta(days=9)
    assert filled().decide(features(DAM, late), at=late, outlet=None).storyline == 1


def test_removed_and_expired_articles_are_forgotten() -> None:
    index = filled()
    index.remove(11)
    index.remove(404)
    assert 11 not in index
    assert index.story_of(12) == 2
    assert index.storyline_of(1) is None
    assert index.decide(features(DAM_AGAIN), at=AT, outlet=None).story is None
    assert index.expire(AT + timedelta(seconds=1)) == 1
    assert len(index) == 0


def test_adding_again_moves() -> None:
    index = filled()
    index.add(7, 11, features(DAM), at=AT, outlet="North Post", storyline=2)
    assert len(index) == 2
    assert index.story_of(11) == 7
    assert index.storyline_of(7) == 2
    assert index.decide(features(DAM_AGAIN), at=AT, outlet=None).story == 7


def test_articles_without_words_are_harmless() -> None:
    index = filled()
    nothing = features(("", ""))
    index.add(3, 13, nothing, at=AT, outlet=None)
    assert index.decide(nothing, at=AT, outlet=None).story is None
    assert index.decide(features(DAM_AGAIN), at=AT, outlet=None).story == 1


def test_rebuilding_from_packed_features_gives_the_same_decisions() -> None:
    rng = random.Random(5)
    words = [f"wort{n}" for n in range(300)]
    stream = []
    for key in range(200):
        body = " ".join(rng.choices(words, k=60))
        stream.append((key, features((" ".join(rng.choices(words, k=6)), body))))
    first, again = StoryIndex("en"), StoryIndex("en")
    for key, found in stream:
        first.add(key // 3, key, found, at=AT, outlet=None)
        again.add(key // 3, key, Features.unpack(found.pack()), at=AT, outlet=None)
    for _, found in stream[::20]:
        asked = [index.decide(found, at=AT, outlet="x") for index in (first, again)]
        assert asked[0] == asked[1]


def test_many_removals_rebuild_the_index() -> None:
    index = StoryIndex("en")
    for key in range(2500):
        index.add(key, key, features(tiny(key)), at=AT, outlet=None)
        if key >= 10:
            index.remove(key - 10)
    assert len(index) == 10
    assert index.decide(features(tiny(2499)), at=AT, outlet=None).story == 2499
