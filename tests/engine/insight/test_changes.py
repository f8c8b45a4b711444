"""What changed between two briefs: only what was shown and is not any more, each with its cause."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.changes import Change, Piece, Standing, Why, find_changes

NINE = "Nine people died when the ferry Heron sank off Ostvik, the coastguard said."
TWELVE = "Twelve people died when the ferry Heron sank off Ostvik, the coastguard said."
OTHER = "The harbour of Sandrey stays closed until divers have searched the wreck."
DEAD = ("differences", "count", "dead")


def piece(text: str, article: int = 1, revision: int = 1, slot: tuple[str, ...] = ()) -> Piece:
    return Piece(slot or ("points",), article, revision, text)


def stands(revision: int = 1, *, is_read: bool = True, is_here: bool = True) -> Standing:
    return Standing(revision, is_read, is_here)


def changes(before: list[Piece], after: list[Piece], standing: Standing | None) -> list[Change]:
    return find_changes(before, after, {1: standing} if standing else {})


def test_a_revised_sentence_is_told_with_what_stands_for_it() -> None:
    before, after = [piece(NINE)], [piece(OTHER, 2), piece(TWELVE, 1, 2)]
    assert changes(before, after, stands(2)) == [Change(before[0], Why.REVISED, 1)]


def test_a_withdrawn_report_leaves_a_change_without_a_successor() -> None:
    before, after = [piece(NINE)], [piece(OTHER, 2)]
    assert changes(before, after, None) == [Change(before[0], Why.WITHDRAWN, None)]
    closed = stands(is_read=False)
    assert changes(before, after, closed) == [Change(before[0], Why.WITHDRAWN, None)]


def test_a_report_that_went_to_another_story_is_told() -> None:
    (change,) = changes([piece(NINE)], [], stands(is_here=False))
    assert change.why is Why.MOVED


def test_what_is_added_and_what_gives_way_to_another_report_is_no_change() -> None:
    assert changes([piece(NINE)], [piece(NINE), piece(OTHER, 2)], stands()) == []
    assert changes([piece(NINE)], [piece(OTHER, 2)], stands()) == []
    assert changes([piece(NINE)], [piece(TWELVE, 2)], stands()) == []


def test_the_same_words_in_a_later_revision_are_no_change() -> None:
    assert changes([piece(NINE)], [piece(f" {NINE} ", 1, 2)], stands(2)) == []


def test_the_same_report_read_better_is_told() -> None:
    (change,) = changes([piece(NINE)], [piece(NINE[:-22] + ".")], stands())
    assert (change.why, change.now) == (Why.READ, 0)


def test_a_value_of_the_same_fact_stands_for_the_old_one_however_it_is_worded() -> None:
    after = [piece(TWELVE, 1, 2), piece("The toll is now put at 12.", 1, 2, DEAD)]
    (change,) = changes([piece(NINE, slot=DEAD)], after, stands(2))
    assert change.now == 1


_TEXTS = st.sampled_from([NINE, TWELVE, OTHER, "Flood", ""])
_SLOTS = st.sampled_from([("points",), ("timeline", "2026-03-02"), DEAD])
_PIECES = st.lists(
    st.builds(Piece, _SLOTS, st.integers(1, 3), st.integers(1, 3), _TEXTS), max_size=6
)
_STANDING = st.dictionaries(
    st.integers(1, 3), st.builds(Standing, st.integers(1, 4), st.booleans(), st.booleans())
)


@given(_PIECES, _PIECES, _STANDING)
def test_changes_name_what_was_shown_and_nothing_stands_for_two(
    before: list[Piece], after: list[Piece], standing: dict[int, Standing]
) -> None:
    found = find_changes(before, after, standing)
    shown = {one.name for one in after}
    assert all(change.was in before and change.was.name not in shown for change in found)
    places = [change.now for change in found if change.now is not None]
    assert len(places) == len(set(places))
    known = {one.name for one in before}
    assert all(after[place].name not in known for place in places)
    assert find_changes(before, before, standing) == []
    assert find_changes([], after, standing) == []
