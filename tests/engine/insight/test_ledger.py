"""A story's ledger of quotes: one entry an utterance, whoever carries it and however it is cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.ledger.build import build_ledger
from wireroom.engine.insight.ledger.entry import Entry, Telling
from wireroom.engine.insight.ledger.people import full_names
from wireroom.engine.insight.quotes.find import find_quotes

LONG = "We have waited far too long for this line between our two coasts"


def telling(number: int, body: str, *, original: int | None = None) -> Telling:
    """Return what one report quotes; `original` is whose text it carries."""
    own = str(number)
    of = own if original is None else str(original)
    return Telling(own, 1, f"Outlet {number}", of, find_quotes(body, "en"))


def ledger(*bodies: str) -> list[Entry]:
    return build_ledger([telling(number, body) for number, body in enumerate(bodies)])


def test_the_same_words_in_two_reports_are_one_entry() -> None:
    (entry,) = ledger(
        f"“{LONG},” said Ilsa Corran.",
        f'Prime Minister Ilsa Corran said: "{LONG}."',
    )
    assert entry.speakers == ("Ilsa Corran",)
    assert [one.span.article for one in entry.carriers] == ["0", "1"]
    assert entry.independent == 2


def test_the_fullest_wording_is_shown_and_the_earliest_comes_first() -> None:
    (entry,) = ledger(
        "“We have waited far too long,” said Ilsa Corran.",
        f"“{LONG},” said Ilsa Corran.",
    )
    assert entry.saying.text == LONG
    assert entry.carriers[0].span.article == "0"


def test_a_carried_text_is_no_second_witness() -> None:
    body = f"“{LONG},” said Ilsa Corran."
    (entry,) = build_ledger([telling(0, body), telling(1, body, original=0)])
    assert entry.independent == 1
    assert len(entry.carriers) == 2


def test_a_surname_is_the_person_whose_full_name_another_report_gives() -> None:
    (entry,) = ledger(
        f"“{LONG},” said Corran.",
        f"“{LONG},” said Ilsa Corran, the prime minister.",
    )
    assert entry.speakers == ("Ilsa Corran",)


def test_reports_that_name_different_speakers_are_both_told() -> None:
    (entry,) = ledger(
        f"“{LONG},” said Ilsa Corran.",
        f"“{LONG},” said Ilsa Corran.",
        f"“{LONG},” said Nabil Qasrawi.",
    )
    assert entry.speakers == ("Ilsa Corran", "Nabil Qasrawi")


def test_a_quote_of_nobody_is_left_out() -> None:
    assert ledger(f"“{LONG}.” It was raining.") == []


def test_different_utterances_stay_apart() -> None:
    entries = ledger(
        f"“{LONG},” said Ilsa Corran.",
        "“The price of grain will not be paid by those who bake,” said Ilsa Corran.",
    )
    assert len(entries) == 2


def test_short_words_of_two_people_are_two_utterances() -> None:
    entries = ledger(
        "“This must never happen again,” said Ilsa Corran.",
        "“This must never ever happen,” said Nabil Qasrawi.",
    )
    assert {entry.speakers for entry in entries} == {("Ilsa Corran",), ("Nabil Qasrawi",)}


def test_the_comma_of_the_sentence_is_no_part_of_a_quote() -> None:
    body = f"“{LONG},” said Ilsa Corran."
    (entry,) = ledger(body)
    span = entry.saying.span
    assert body[span.start : span.end] == entry.saying.text == LONG


def test_an_ambiguous_surname_stays_alone() -> None:
    assert full_names(["Jane Roe", "Max Roe", "Roe"])["Roe"] == "Roe"


def test_names_are_joined_by_their_last_words() -> None:
    names = full_names(["Roe", "Jane Roe", "Jane Anne Roe", "نبيل", "نبيل قصراوي", "قصراوي"])
    assert names["Roe"] == names["Jane Roe"] == "Jane Anne Roe"
    assert names["قصراوي"] == "نبيل قصراوي"


@settings(deadline=None)  # the first call reads the language tables
@given(
    st.lists(
        st.text(alphabet="abc “”\"«»,.'\n", max_size=80).map(
            lambda text: f"{text} “{text} we will see what comes of it,” said Ilsa Corran."
        ),
        max_size=5,
    )
)
def test_every_saying_stands_letter_for_letter_in_its_report(bodies: list[str]) -> None:
    for entry in ledger(*bodies):
        for saying in (entry.saying, *entry.carriers):
            span = saying.span
            assert bodies[int(span.article)][span.start : span.end] == saying.text


@given(st.lists(st.text(max_size=20), max_size=30))
def test_every_name_has_one_that_stands_for_it(names: list[str]) -> None:
    full = full_names(names)
    assert set(full) == set(names)
    assert all(full[full[name]] == full[name] for name in names)


def test_of_very_many_reports_few_quotes_of_each_are_compared_those_with_a_speaker_first() -> None:
    loose = "\n\n".join(f"“Nobody knows who said the words of line {n} here.”" for n in range(9))
    bodies = [f"{loose}\n\n“{LONG},” said Ilsa Corran." for _ in range(2000)]
    quotes = find_quotes(bodies[0], "en")
    tellings = [Telling(str(n), 1, "Outlet", str(n), quotes) for n in range(len(bodies))]
    (entry,) = build_ledger(tellings)
    assert entry.speakers == ("Ilsa Corran",)
    assert len(entry.carriers) == len(bodies)


def test_a_name_with_and_without_its_article_is_one_person() -> None:
    (entry,) = ledger(
        f"“{LONG},” said Salma Wahdan.",
        f"“{LONG},” said Foreign Minister al-Wahdan.",
        f"“{LONG},” said Salma al-Wahdan.",
    )
    assert entry.speakers == ("Salma Wahdan",)


def test_a_surname_is_not_filled_in_where_somebody_else_of_it_speaks_without_marks() -> None:
    entries = ledger(
        f"“{LONG},” said Corran.",
        "“The price of grain will not be paid by us,” said Ilsa Corran.",
        "Max Corran said that the line would never be built.",
    )
    assert ("Corran",) in {entry.speakers for entry in entries}


def test_a_shorter_name_of_the_same_words_is_no_second_speaker() -> None:
    (entry,) = ledger(
        f"“{LONG},” said Corran.",
        f"“{LONG},” said Ilsa Corran.",
        "Max Corran said that the line would never be built.",
    )
    assert entry.speakers == ("Ilsa Corran",)


def test_a_spokesman_for_somebody_is_not_them() -> None:
    assert full_names(["Roe", "a spokesman for Roe"])["Roe"] == "Roe"
