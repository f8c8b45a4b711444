"""Names by which a story is found again: rare ones, as they are written, of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.rare_names import (
    CROWDED,
    MOST_CANDIDATES,
    MOST_NAMES,
    RareName,
    are_two,
    choose_rarest,
    find_rare_names,
)

HEADLINE = "Mayor denies tunnel plan"
BODY = (
    "Mayor Halvard Brekke said on Monday that Tannis van Ostrel had never asked for a tunnel. "
    "President Marlen Oskarsson was in the United States. On Tuesday Brekke’s office agreed."
)


def names(title: str, body: str, lang: str) -> list[str]:
    return [one.name for one in find_rare_names(title, body, lang)]


def test_rare_names_stand_as_written_and_common_ones_are_left_out() -> None:
    assert set(names(HEADLINE, BODY, "en")) == {
        "Halvard Brekke",
        "Tannis van Ostrel",
        "Marlen Oskarsson",
    }


def test_a_name_has_one_key_for_its_spellings() -> None:
    def keys(text: str) -> set[int]:
        return {one.key for one in find_rare_names("", text, "en-GB")}

    assert keys("They met Halvard Brekke.") == keys("It was Halvard Brekke's HALL.")
    assert keys("They met Halvard Brekke.") == keys("They met Minister Halvard Brekke.")
    assert keys("They met Halvard Brekke.") != keys("They met Tannis Brekke.")


def test_without_a_table_of_words_only_names_of_several_words_count() -> None:
    body = "Nach der Sitzung sprach Halvard Brekke über die Regierung und den Haushalt."
    assert names("Sitzung beendet", body, "de") == ["Halvard Brekke"]


def test_arabic_names_are_words_next_to_each_other_those_first_that_recur() -> None:
    body = (
        "اندلع حريق قبالة بورت ألديرن، وقال العمدة هالفارد بريكه إن سي لارك كانت قبالة بورت ألديرن."
    )
    found = names("حريق قبالة بورت ألديرن", body, "ar")
    assert found[0] == "بورت ألديرن"
    assert "هالفارد بريكه" in found
    assert "العبّارة الليلية" in names("", "غرقت العبّارة الليلية.", "ar")


def test_two_pairs_that_share_a_word_may_be_one_name() -> None:
    assert are_two(["هالفارد بريكه", "نفق كيسل"])
    assert not are_two(["رئيس مجلس", "مجلس الوزراء"])
    assert not are_two(["Brekke"])


@pytest.mark.parametrize(("title", "lang"), [("港口火灾造成伤亡", "zh"), ("", "en"), ("", "")])
def test_no_names_is_a_right_answer(title: str, lang: str) -> None:
    assert find_rare_names(title, "", lang) == ()


@given(st.text(), st.text(), st.sampled_from(["en", "ar", "de", "zh-Hant", "", "x"]))
@settings(max_examples=80)
def test_any_text_gives_few_names_that_stand_in_it(title: str, body: str, lang: str) -> None:
    found = find_rare_names(title, body, lang)
    assert len(found) <= MOST_CANDIDATES
    assert len({one.key for one in found}) == len(found)
    assert all(word in title + body for one in found for word in one.name.split())
    assert all(0 <= one.key < 1 << 63 for one in found)


def test_those_that_fewest_stories_give_are_kept() -> None:
    candidates = [RareName(number, f"N{number}") for number in range(MOST_NAMES + 3)]
    held = {0: CROWDED + 1, 1: 9, 2: CROWDED}
    kept = choose_rarest(candidates, held)
    assert [one.key for one in kept] == [3, 4, 5, 6, 7, 8]
    assert RareName(0, "N0") not in choose_rarest(candidates[:3], held)
    assert [one.key for one in choose_rarest(candidates[:3], held)] == [1, 2]
