"""Word patterns: how their files are read, and that ours are whole."""

import pytest

from wireroom.engine.errors import BadInput
from wireroom.engine.moderation.assessment import KINDS
from wireroom.engine.moderation.folding import find_disguised_words
from wireroom.engine.moderation.patterns import find_patterns, load_lexicon, parse_lexicon
from wireroom.engine.moderation.wording import CAUSES

FILE = """
@you = you u
@end = ed ing
insult called 0.5: @you ?very ~ walk+@end   # a remark
spam offer 0.4: earn 0
"""


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("u all walking", [(0, 3)]),
        ("you very old walked", [(0, 4)]),
        ("you walked", []),
        ("you. All walking", []),
        ("earn 900", [(0, 2)]),
        ("earn much", []),
        ("you all w*lked", [(0, 3)]),
    ],
)
def test_elements_are_filled_in_turn(text: str, spans: list[tuple[int, int]]) -> None:
    found = find_patterns(find_disguised_words(text), parse_lexicon(FILE))
    assert [(first, end) for _, first, end in found] == spans


def test_a_pattern_that_opens_with_no_word_is_refused() -> None:
    with pytest.raises(BadInput, match="required"):
        parse_lexicon("insult called 0.5: ?you walk")


def test_our_patterns_give_known_kinds_and_causes() -> None:
    lexicon = load_lexicon()
    patterns = [pattern for found in lexicon.opening.values() for pattern in found]
    assert {pattern.kind for pattern in patterns} <= set(KINDS)
    assert {pattern.cause for pattern in patterns} <= CAUSES
    assert all(0 < pattern.score < 1 for pattern in patterns)
    assert {"reporting", "denied", "self"} <= set(lexicon.slots)
