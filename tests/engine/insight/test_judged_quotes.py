"""Learned odds: which marked words of English are quotes, and who says them."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.quotes.candidates import candidates, scene_of
from wireroom.engine.insight.quotes.find import find_quotes, read_marks
from wireroom.engine.insight.quotes.judged import NAMED_FROM, judged_quotes
from wireroom.engine.insight.quotes.quote import Quote

SENTENCES: Final = (
    "Ada Quill, the mayor of Alderne, spoke on Monday.",
    "“It leaks, and we all know it,” Quill said.",
    "He called the dam “a thing of the past” and left.",
    "Omar Varga praised the “new port” in May.",
    "“We will not pay a cent for it.”",
    "The paper said the “so-called” plan was over.",
    "“Why?” asked Varga, “and who pays?”",
    "\n\n",
)


def _marked(body: str) -> list[Quote]:
    return [each for each in find_quotes(body, "en") if each.kind != "indirect"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Sen. Omar Adel, D-R.I., said Quill had shown “great courage in this.”", "Omar Adel"),
        (
            "Omar Adel, head of DAM-GLOBE, a group that speaks for the port's crews, told The "
            "Norland Blade that the rule would “have a chilling effect on all crews.”",
            "Omar Adel",
        ),
        (
            "Omar Adel, a Democrat, said in a letter: “The courts would strike it down.”",
            "Omar Adel",
        ),
        (
            "Senator Omar Adel spoke first.\n\n“The chairman has turned down many of her "
            "requests,” his statement said.",
            "Omar Adel",
        ),
        (
            "Port spokeswoman Ada Quill left early, saying the plan was “a fourth branch of "
            "government.”",
            "Ada Quill",
        ),
        (
            "Leaders Criticize Maxine Quill For Urging Protest\n\n“You have seen nothing yet,” "
            "Rep. Maxine Quill told supporters. Rep. Maxine Quill left.",
            "Maxine Quill",
        ),
        (
            "The Norland Times printed it in March. “It leaks badly,” The Times wrote.",
            "Norland Times",
        ),
        (
            "Donald Varga stood at Varga Tower. Later he went to Varga Plaza.\n\n“It leaks,” "
            "Varga said.",
            "Donald Varga",
        ),
        ("“The roads were dead,” said Omar M. Quill, a driver.", "Omar M. Quill"),
        (
            "Ada Quill won on Thursday. “I am ready for it,” the Norland senator told Omar Adel.",
            "Ada Quill",
        ),
    ],
)
def test_the_speaker_is_whom_the_article_means(body: str, speaker: str) -> None:
    assert _marked(body)[-1].speaker_resolved == speaker


def test_who_spoke_before_says_more_than_who_is_named_near() -> None:
    body = (
        "Ada Quill runs the port of Alderne. Quill said the dam was old. “It has to go,” she said. "
        "“We want it gone by May.”\n\nOmar Varga was not there."
    )
    assert [each.speaker_resolved for each in _marked(body)] == ["Ada Quill", "Ada Quill"]


def test_a_word_spoken_of_is_no_quote() -> None:
    assert _marked("The paper prints the word “dam” in every headline of the year.") == []


def test_an_addressee_is_marked_as_one() -> None:
    reading = read_marks("Ada Quill told Omar Varga the dam was “a thing of the past”.", "en")
    found = candidates(scene_of(reading), 0)
    assert "is told" in found["Omar Varga"].signs
    assert "is told" not in found["Ada Quill"].signs


def test_what_the_rules_read_stands_in_languages_that_were_not_learned() -> None:
    reading = read_marks(
        "„Der Damm leckt und muss weg“, sagte die Bürgermeisterin Ada Quill.", "de"
    )
    by_rules = [each.quote for each in reading.stretches.values()]
    assert list(judged_quotes(reading)) == by_rules != []


@pytest.mark.once
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9))
def test_whoever_is_named_stands_there_and_is_likely(parts: list[str]) -> None:
    body = " ".join(parts)
    quotes = _marked(body)
    assert [each.start for each in quotes] == sorted({each.start for each in quotes})
    for each in quotes:
        assert each.quote == body[each.start : each.end]
        if each.speaker_resolved is not None:
            assert each.speaker == body[each.speaker_start : each.speaker_end]
            assert min(NAMED_FROM.values()) <= each.confidence <= 1
