"""Claims that are nearly a cited sentence: what may differ, and the one word that may not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.citing import Extract, read_passage
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span
from wireroom.engine.insight.verify.near import check_near
from wireroom.engine.insight.verify.tokens import read

TEXT = (
    "Mayor Ada Quill said on Tuesday that Orme would sell the old mill to Tarnholm Foods. "
    "Former inspector Ivo Brandt was not charged over the fire in Lowen. "
    "The boat may reach the harbour before Ida Moss meets Leo Farr in Tarnholm. "
    "Turnout dropped by 3,000 to 41,000."
)
ARTICLE = CitedArticle("a", 1, TEXT)
PASSAGE = read_passage(Extract(ARTICLE, 0, len(TEXT)))


def passes(text: str) -> bool:
    return verify(Claim(text, (Span("a", 1, 0, len(TEXT)),)), [ARTICLE]).passed


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Quill said that Orme would sell the old mill to Tarnholm Foods.",
        "On Tuesday Mayor Ada Quill said that Orme would sell the old mill to Tarnholm Foods.",
        "Ivo Brandt was not charged over the fire in Lowen.",
        "The boat may reach the harbour before Ida Moss meets Leo Farr.",
    ],
)
def test_what_is_left_out_or_moved_whole_passes(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Quill denied on Tuesday that Orme would sell the old mill to Tarnholm Foods.",
        "Mayor Tarnholm Foods said on Tuesday that Orme would sell the old mill to Ada Quill.",
        "Inspector Ivo Brandt was not charged over the fire in Lowen.",
        "Former inspector Ivo Brandt was charged over the fire in Lowen.",
        "The boat will reach the harbour before Ida Moss meets Leo Farr in Tarnholm.",
        "The boat may reach the harbour after Ida Moss meets Leo Farr in Tarnholm.",
        "The boat may reach the harbour before Ida Moss meets Tarnholm in Leo Farr.",
        "Turnout dropped by 41,000 to 3,000.",
        "Ivo Brandt denied that he was charged.",
    ],
)
def test_one_word_put_or_taken_or_moved_is_found(text: str) -> None:
    assert not passes(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TEXT.split()), max_size=20).map(" ".join))
def test_whatever_is_made_of_its_words_is_read_without_a_fault(text: str) -> None:
    assert all(finding.about for finding in check_near(read(text), [PASSAGE]))


def test_a_sentence_is_near_itself_without_a_difference() -> None:
    assert not check_near(read(TEXT), [PASSAGE])
