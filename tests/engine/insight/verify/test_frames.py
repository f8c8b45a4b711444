"""Who does what to whom, and as what it is told, in English sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.verify.frames import Frame, frames_of
from wireroom.engine.insight.verify.outlook import is_denied, outlook_of
from wireroom.engine.insight.verify.tokens import Token, read

WORDS = ("Lindt", "the", "company", "was", "will", "not", "to", "sell", "sold", "by", "and", ",",
         "who", "that", "said", "“", "”", "31", "may", ".", "of", "denied", "having")  # fmt: skip


def frame(text: str, verb: str) -> Frame:
    return next(one for one in frames_of(read(text)) if one.verb.word == verb)


def words(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.word for token in tokens)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Mara Lindt sold the ferry.", "sold", "mara lindt"),
        ("A pipe carrying oil ruptured on Sunday.", "ruptured", "a pipe"),
        ("Rovers, who won the first leg, were ahead.", "were", "rovers"),
        ("The council said it had cleared the drain and blamed rain.", "blamed", "it"),
        ("Lindt asked Osman to form a government.", "form", "osman"),
        ("Lindt agreed to buy the mill.", "buy", "lindt"),
        ("Firefighters, on Friday, put out the fire.", "put", "firefighters"),
        ("The judge said Vail, 58, had invented cargoes.", "invented", "vail"),
    ],
)
def test_a_verb_has_its_subject(text: str, verb: str, subject: str) -> None:
    assert words(frame(text, verb).left) == subject


def test_a_passive_has_its_doer_behind_by() -> None:
    sold = frame("The ferry was sold by Mara Lindt on Monday.", "sold")
    assert sold.is_passive
    assert (words(sold.left), words(sold.by)) == ("the ferry", "mara lindt")


@pytest.mark.parametrize(
    ("text", "verb", "outlook"),
    [
        ("The mill closed in May.", "closed", set()),
        ("The mill will close in May.", "close", {"future"}),
        ("The mill is to close in May.", "close", {"future"}),
        ("Lindt plans to close the mill.", "close", {"future"}),
        ("The mill may close in May.", "close", {"possible"}),
        ("Lindt asked the board to close the mill.", "close", {"wished"}),
        ("Police suspect that Lindt closed the valve.", "closed", {"alleged"}),
        ("Lindt told the court that Osman closed the valve.", "closed", {"alleged"}),
    ],
)
def test_a_verb_has_its_outlook(text: str, verb: str, outlook: set[str]) -> None:
    assert outlook_of(frame(text, verb)) == outlook


@pytest.mark.parametrize(
    ("text", "verb", "denied"),
    [
        ("The mill did not close.", "close", True),
        ("Nobody was hurt.", "hurt", True),
        ("Lindt refused to speak.", "speak", True),
        ("Lindt did not refuse to speak.", "speak", False),
        ("The board has yet to vote.", "vote", True),
        ("At least nine were hurt, no fewer than in May.", "hurt", False),
    ],
)
def test_negations_are_counted(text: str, verb: str, denied: bool) -> None:
    assert is_denied(frame(text, verb)) is denied


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_words_has_frames_of_its_own_tokens(parts: list[str]) -> None:
    reading = read(" ".join(parts))
    tokens = {id(token) for token in reading.tokens}
    for one in frames_of(reading):
        assert {id(token) for token in (one.verb, *one.left_all, *one.right, *one.by)} <= tokens
