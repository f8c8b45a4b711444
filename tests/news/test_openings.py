"""Where lists cut a report's opening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.news.openings import cut_opening, excerpt
from wireroom.news.publication import Policy, count_words, read_policy

TEXTS = st.text(alphabet=' ab.!"“”«»\n؟。', max_size=200)


def policy(level: str, most: int = 60) -> Policy:
    return read_policy(level, most, images=True)


def test_it_prefers_the_standfirst_and_keeps_both_limits() -> None:
    body = "One two three four five six seven\n\nEight nine ten"
    short = excerpt(policy("excerpt", 3), health="article", body=body, most_words=40)
    assert (short.text, short.is_cut) == ("One two three", True)
    whole = excerpt(policy("full"), health="article", standfirst="Short.", body=body, most_words=9)
    assert (whole.text, whole.is_cut) == ("Short.", False)
    assert excerpt(policy("headline"), health="article", body=body, most_words=9).text == ""


@pytest.mark.parametrize(
    ("text", "most", "shown", "is_cut"),
    [
        # Whole sentences where they fill half of the room,
        (
            "The mill burned. Nobody was hurt. Its owner will",
            8,
            "The mill burned. Nobody was hurt.",
            False,
        ),
        ("احترق المصنع. لم يصب أحد. وقال مالكه إنه سيعيد", 7, "احترق المصنع. لم يصب أحد.", False),
        # never a torn quotation,
        (
            'She told the house: "We have waited long enough for this."',
            7,
            "She told the house",
            True,
        ),
        ("وقال الوزير للنواب: «انتظرنا طويلا هذا الخط بين البلدين»", 6, "وقال الوزير للنواب", True),
        # whose own full stop ends nothing;
        (
            'The captain said: "It burned. We ran to the boats and"',
            8,
            'The captain said: "It burned. We ran to',
            True,
        ),
        # and words where neither leaves enough.
        (
            "Mr. Hale of the harbour board in Port Alderne resigned",
            6,
            "Mr. Hale of the harbour board",
            True,
        ),
    ],
)
def test_it_ends_where_a_reader_would_stop(text: str, most: int, shown: str, is_cut: bool) -> None:
    told = cut_opening(text, most)
    assert (told.text, told.is_cut) == (shown, is_cut)


@given(TEXTS, st.integers(0, 12))
def test_it_is_the_text_s_own_beginning_within_the_limit(text: str, most: int) -> None:
    told = cut_opening(text, most)
    assert text.startswith(told.text)
    assert count_words(told.text) <= most
    assert told.text == text or 2 * count_words(told.text) >= min(most, count_words(text))
