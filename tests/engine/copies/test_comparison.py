"""Two copies side by side: what is said of their words, and what any two texts may be."""

import time
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.copies.ferry_report import OPENING, SECOND, THIRD

from wireroom.engine.copies.comparison import compare_words, turn_passage
from wireroom.engine.copies.passages import align
from wireroom.engine.copies.pieces import Comparison, Kind, Piece, turn
from wireroom.engine.types import Passage


def compared(a: str, b: str) -> Comparison:
    return compare_words(a, b, align(a, b))


def told(text: str, comparison: Comparison, side: str, kind: Kind) -> list[str]:
    return [
        text[piece.start : piece.end].strip()
        for row in comparison.rows
        for piece in getattr(row, side)
        if piece.kind is kind
    ]


def test_changed_cut_and_added_words_are_told_as_phrases() -> None:
    other = (
        OPENING.replace("caught fire off", "burst into flames near")
        .replace("early on Tuesday, ", "")
        .replace("a statement", "a short statement")
    )
    found = compared(OPENING, other)
    assert told(OPENING, found, "a", Kind.CHANGED) == ["caught fire off"]
    assert told(other, found, "b", Kind.CHANGED) == ["burst into flames near"]
    assert told(OPENING, found, "a", Kind.CUT) == ["early on Tuesday"]
    assert told(other, found, "b", Kind.ADDED) == ["short"]
    assert found.moved == 0


def test_a_small_word_between_two_changes_joins_them() -> None:
    other = OPENING.replace("said in a statement", "wrote a letter")
    other = other.replace("the coast guard", "a naval guard")
    found = compared(OPENING, other)
    assert told(other, found, "b", Kind.CHANGED) == ["a naval", "wrote a letter."]


def test_a_number_between_two_changes_stays_kept() -> None:
    a = f"{OPENING} Some 40 passengers came ashore in two boats that day."
    b = f"{OPENING} About 40 travellers came ashore in two boats that day."
    found = compared(a, b)
    assert told(b, found, "b", Kind.CHANGED) == ["About", "travellers"]


def test_marks_capitals_and_spelling_alone_are_no_change() -> None:
    a = f"“{OPENING}” The colour of the smoke was grey."
    b = f'"{OPENING.replace(",", " –")}" the color of the smoke was grey!'
    found = compared(a, b)
    assert {piece.kind for row in found.rows for piece in (*row.a, *row.b)} == {Kind.KEPT}


def test_signs_that_change_a_number_are_changes() -> None:
    found = compared(f"{OPENING} It cost $5 in all.", f"{OPENING} It cost €5 in all.")
    assert (found.a.changed, found.b.changed) == (1, 1)


def test_paragraphs_stand_beside_their_counterparts() -> None:
    a, b = "\n\n".join([OPENING, SECOND, THIRD]), "\n\n".join([OPENING, THIRD])
    rows = compared(a, b).rows
    assert [(bool(row.a), bool(row.b)) for row in rows] == [
        (True, True),
        (True, False),
        (True, True),
    ]
    assert told(a, compared(a, b), "a", Kind.ONLY) == [SECOND]


def test_a_paragraph_split_in_two_stands_in_one_row() -> None:
    a, b = f"{OPENING} {SECOND}\n\n{THIRD}", "\n\n".join([OPENING, SECOND, THIRD])
    found = compared(a, b)
    assert len(found.rows) == 2
    assert found.a.kept == found.a.total == found.b.total


def test_a_moved_passage_is_marked_in_both() -> None:
    a, b = "\n\n".join([OPENING, SECOND, THIRD]), "\n\n".join([THIRD, OPENING, SECOND])
    found = compared(a, b)
    moved = [
        (side, text[piece.start : piece.end].strip())
        for row in found.rows
        for side, text in (("a", a), ("b", b))
        for piece in getattr(row, side)
        if piece.moved == 1
    ]
    assert moved == [("b", THIRD), ("a", THIRD)]
    assert found.moved == 1


def test_a_word_of_the_next_paragraph_does_not_hang_on_to_a_passage() -> None:
    a = f"{OPENING}\n\nThe crew of the tug was thanked by all."
    b = f"{OPENING}\n\nThe weather had been calm that whole night."
    passage = Passage(0, a.index("The crew") + 3, 0, b.index("The weather") + 3, 1.0)
    found = compare_words(a, b, [passage])
    assert told(a, found, "a", Kind.ONLY) == ["The crew of the tug was thanked by all."]
    assert told(b, found, "b", Kind.KEPT) == [OPENING]


def test_a_passage_takes_in_equal_words_beside_it() -> None:
    found = compare_words(OPENING, OPENING + " Yes.", [Passage(30, 90, 30, 90, 1.0)])
    assert found.a.kept == found.a.total


def test_a_moved_quote_takes_its_marks_along() -> None:
    quoted = f"“{SECOND}” said Renn."
    a, b = "\n\n".join([OPENING, THIRD, quoted]), "\n\n".join([quoted, OPENING, THIRD])
    found = compared(a, b)
    moved = [piece for row in found.rows for piece in row.a if piece.moved]
    assert a[moved[0].start] == "“"


def test_texts_that_share_nothing_are_only_theirs() -> None:
    found = compared(OPENING, "Ganz andere Worte stehen hier.")
    assert (found.a.only, found.b.only) == (found.a.total, 5)
    assert len(found.rows) == 1


def test_arabic_forms_of_one_letter_and_its_marks_are_no_change() -> None:
    a = "قال وزير النقل إن العبارة احترقت قبالة الميناء فجر الثلاثاء وإن سبعة أشخاص لقوا مصرعهم"
    b = a.replace("العبارة", "العَبّاره").replace("سبعة", "ثمانية")
    found = compared(a, b)
    assert told(b, found, "b", Kind.CHANGED) == ["ثمانية"]


def numbered(numbers: Iterable[int]) -> str:
    return " ".join(f"w{number}" for number in numbers)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("word " * 100_000, "word " * 99_000 + "other"),
        ("a b " * 50_000, "b a " * 50_000),
        (numbered(n % 700 for n in range(200_000)), numbered(n % 699 for n in range(200_000))),
        (numbered(range(200_000)), numbered(n ^ 1 for n in range(200_000))),
        (numbered(range(55_000)), numbered(n ^ 1 for n in range(55_000))),
        ("\n\n".join(["x"] * 100_000), "\n\n".join(["y", "x"] * 50_000)),
    ],
)
def test_hostile_texts_come_back_soon(a: str, b: str) -> None:
    start = time.process_time()
    found = compare_words(a, b, [Passage(0, len(a), 0, len(b), 1.0)])
    assert time.process_time() - start < 5  # some 1.3 s on a quiet machine
    assert_whole(found, a, b)


WORDS = st.lists(
    st.sampled_from(["of", "the", "ferry", "burned", "May", "٣", "في", "“said", "7%", "—", "\n\n"]),
    max_size=60,
).map(" ".join)


@st.composite
def copies(draw: st.DrawFn) -> tuple[str, str, list[Passage]]:
    a, b = draw(WORDS | st.text(max_size=80)), draw(WORDS | st.text(max_size=80))
    borders = st.integers(-3, 250)
    passages = st.builds(Passage, borders, borders, borders, borders, st.just(1.0))
    return a, b, draw(st.lists(passages, max_size=6))


def assert_whole(found: Comparison, a: str, b: str) -> None:
    """Assert that the pieces of each side are that side's text, whole and in order."""
    for side, text in (("a", a), ("b", b)):
        pieces: list[Piece] = [piece for row in found.rows for piece in getattr(row, side)]
        assert "".join(text[piece.start : piece.end] for piece in pieces) == text
        assert all(piece.start < piece.end for piece in pieces)
        assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)


@given(copies())
@settings(max_examples=300, deadline=None)
def test_the_pieces_of_a_side_are_its_text(given_: tuple[str, str, list[Passage]]) -> None:
    a, b, passages = given_
    assert_whole(compare_words(a, b, passages), a, b)


@given(copies())
@settings(max_examples=300, deadline=None)
def test_mirrored_texts_give_the_mirrored_comparison(
    given_: tuple[str, str, list[Passage]],
) -> None:
    a, b, passages = given_
    mirrored = compare_words(b, a, [turn_passage(one) for one in passages])
    assert turn(mirrored) == compare_words(a, b, passages)


@given(WORDS, WORDS)
@settings(max_examples=300, deadline=None)
def test_kept_words_are_the_same_words_on_both_sides(a: str, b: str) -> None:
    found = compare_words(a, b, [Passage(0, len(a), 0, len(b), 1.0)])
    assert found.a.kept == found.b.kept
    assert (found.a.changed > 0) == (found.b.changed > 0)
