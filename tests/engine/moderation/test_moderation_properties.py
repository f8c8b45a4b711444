"""Any text whatever gets an answer, quickly, whose reasons lie within it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.moderation.assessment import Context, Earlier
from wireroom.engine.moderation.folding import find_disguised_words, fold_signs
from wireroom.engine.moderation.score import score
from wireroom.engine.moderation.wording import CAUSES, say

_BITS = st.sampled_from(
    ["you", " are ", "idiot", "سأقتلك", " يا ", "http://", "@", "4111 ", "\u202e", "\u200b", '"',
     "شارع ", "ﷺ", "İ", "ß", "а", "*", ".", "\n", "i d ", "+1 555 ", "١٢", "WORDS ", "e\u0301"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_BITS, max_size=40).map("".join))


@given(_TEXTS, st.lists(_TEXTS, max_size=2))
@settings(max_examples=200, deadline=None)
def test_reasons_lie_within_the_text_and_can_be_told(text: str, others: list[str]) -> None:
    context = Context(story=tuple(others), earlier=tuple(map(Earlier, others)))
    assessment = score(text, context)
    assert all(0.0 <= value <= 1.0 for value in assessment.scores.values())
    for reason in assessment.reasons:
        assert 0 <= reason.start < reason.end <= len(text)
        assert reason.cause in CAUSES
        assert say(reason, text, "en") != say(reason, text, "ar")
    assert assessment == score(text, context)


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_folded_signs_and_words_know_their_places(text: str) -> None:
    folded, places = fold_signs(text)
    assert len(folded) == len(places)
    assert places == sorted(places)
    words = find_disguised_words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(one.end <= other.start + 1 for one, other in pairwise(words))


@pytest.mark.parametrize(
    "piece",
    ["a ", "1 ", "a.", "@", "www.", "you ", "f*ck ", "+", "(", "0-", "شارع ", "\u202e", "1a ",
     "http://a ", "a@a.", '"', "muslims ", "e\u0301\u0301\u0301", "i will kill ", "AB12 ", "x!"],
)  # fmt: skip
def test_a_megabyte_takes_no_second(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    score(text)
    assert time.process_time() - started < 1.0
