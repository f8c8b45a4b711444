"""Words are found letter for letter, where their surroundings are the same, or not at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.text.found_again import count_earlier, find_again, find_typed

TEXT = st.text("ab .\n", max_size=80)


def test_of_several_places_the_one_in_the_same_surroundings_counts() -> None:
    before = "He said no. She said no. They left."
    start = before.index("no", before.index("She"))
    now = "New: nobody came. She said no. They left. He said no."
    there = now.index("no. They")
    assert find_again(start, start + 2, before, now) == (there, there + 2)


def test_changed_words_are_not_found() -> None:
    assert find_again(0, 9, "31 people were saved", "33 people were saved") is None


def test_typed_words_stand_across_lines() -> None:
    text = "The night\n\nferry sank."
    assert find_typed(" night ferry ", text) == (4, 16)
    assert find_typed("night (ferry", text) is None
    assert find_typed(" \n", text) is None


@settings(max_examples=80, deadline=None)
@given(TEXT, st.data())
def test_a_place_is_known_by_how_often_its_words_stand_before_it(
    text: str, data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(["a", "b.", "a b", "ab", " a  b "]))
    places = [find_typed(words, text, earlier=n) for n in range(len(text) + 1)]
    first = places[0]
    assert find_typed(words, text) == first
    for earlier, place in enumerate(places):
        if first is None or place is None:
            assert first is None
            assert place is None
        elif earlier and place == first:  # there are not as many
            assert set(places[earlier:]) == {first}
            break
        else:
            assert text[slice(*place)].split() == words.split()
            assert count_earlier(*place, text) == earlier


@settings(max_examples=80, deadline=None)
@given(TEXT, TEXT, TEXT, st.data())
def test_whatever_is_put_around_them_words_are_found_letter_for_letter(
    body: str, above: str, below: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    now = above + body + below
    place = find_again(start, end, body, now)
    if start == end:
        assert place is None
    else:
        assert place is not None
        assert now[slice(*place)] == body[start:end]
        assert find_again(start, end, body, body) == (start, end)
