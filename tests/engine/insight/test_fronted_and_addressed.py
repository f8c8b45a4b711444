"""Whose side a sentence is told from, and to whom something is told, by their whole names."""

import pytest

from wireroom.engine.insight.quotes.find import find_quotes

BEFORE = "“We will answer them,” Mayor Ada Quill said on Monday in Oststadt.\n\n"


def _last(body: str) -> tuple[str | None, str | None]:
    quote = find_quotes(body, "en")[-1]
    return quote.speaker_resolved, quote.addressee


@pytest.mark.parametrize(
    "opening",
    [
        "For Dagny Holm, whose brother Matthias worked on the dam, it was a start.",
        "To Berit Holm, who lives below the dam, it was not enough.",
    ],
)
def test_a_pronoun_after_somebody_fronted_means_them(opening: str) -> None:
    speaker, _ = _last(f"{BEFORE}{opening} “They say before the summer,” she told The Gazette.")
    assert speaker is not None
    assert speaker.endswith("Holm")


def test_somebody_fronted_without_a_clause_of_their_own_takes_nothing_over() -> None:
    body = f"{BEFORE}For Tom Holm it was a start. “They say before the summer,” she said."
    assert _last(body)[0] in ("Ada Quill", None)


@pytest.mark.parametrize(
    ("told", "addressee"),
    [
        ("told Channel Nine", "Channel Nine"),
        ("told Radio 2", "Radio 2"),
        ("told the Oststadt Gazette", "Oststadt Gazette"),
        ("told a news conference", "a news conference"),
        ("told a committee hearing", "a committee hearing"),
        ("told reporters", "reporters"),
    ],
)
def test_whom_it_is_told_is_named_whole(told: str, addressee: str) -> None:
    assert _last(f"“It leaks,” Ada Quill {told} on Monday.")[1] == addressee


def test_a_number_in_small_letters_is_no_part_of_a_name() -> None:
    assert _last("“It leaks,” Ada Quill told Oststadt two days ago.")[1] != "Oststadt two"
