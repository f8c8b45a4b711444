"""What stands beside a name and is no part of it, and what looks like a speaker and is none."""

import pytest

from wireroom.engine.insight.quotes.find import find_quotes

CASES = [
    (
        # an office joined by a hyphen, known or not
        "de",
        "Die Werft öffnet wieder. „Das Dock ist dicht“, sagt Alderne-Hafenwartin Ilka Morbach.",
        "Ilka Morbach",
    ),
    ("de", "„Das Dock ist dicht“, sagt Karl-Heinz Morbach Lenz.", "Karl-Heinz Morbach Lenz"),
    # second given names joined by a hyphen, and an office by the given name behind it
    ("de", "„Das Dock ist dicht“, sagt Jo-Anne Morbach Lenz.", "Jo-Anne Morbach Lenz"),
    ("de", "„Das Dock ist dicht“, sagt Yoon-Suk Morbach Lenz.", "Yoon-Suk Morbach Lenz"),
    ("de", "„Das Dock ist dicht“, sagt Nguyen-Kim Mai Thi.", "Nguyen-Kim Mai Thi"),
    ("de", "„Das Dock ist dicht“, sagt Norfa-Kontrahent Karl Morbach.", "Karl Morbach"),
    ("de", "Wovor Ilka Morbach warnt: „Das Dock ist nicht dicht.“", "Ilka Morbach"),
    (
        # what an office is of, in the genitive
        "ru",
        "«Плотина выдержит любую воду», заявил президент Норландии Иван Морозов.",
        "Иван Морозов",
    ),
    # given names that end like a genitive, after the verb alone
    ("ru", "«Плотина выдержит любую воду», заявил Луиджи Ди Морба.", "Луиджи Ди Морба"),
    ("ru", "«Плотина выдержит любую воду», сказала Мария Тереса Ломбах.", "Мария Тереса Ломбах"),
    ("ru", "«Плотина выдержит любую воду», заявил Али Реза Морбави.", "Али Реза Морбави"),
    ("de", "„Das Dock ist so dicht wie mein Sieb“, spottete Ilka Morbach.", "Ilka Morbach"),
]


@pytest.mark.once
@pytest.mark.parametrize(("lang", "text", "speaker"), CASES)
def test_an_office_is_no_part_of_a_name(lang: str, text: str, speaker: str) -> None:
    (quote,) = [each for each in find_quotes(text, lang) if each.kind != "indirect"]
    assert quote.speaker_resolved == speaker


NOBODY = [
    # the noun, after whose claim it is
    ("en", "The port ministry’s claim is “absolutely not true”, and the quay has never leaked."),
    # what is left off is done by nobody named
    ("en", "Norfa shifts the focus from asking “What is wrong with you?” and helps at once."),
    # an opener of the sentence, and what a preposition leads
    ("de", "Im Alderne-Fall betonte es, dass die Wahl der Mittel „Sache der Stellen“ ist."),
]


@pytest.mark.once
@pytest.mark.parametrize(("lang", "text"), NOBODY)
def test_nobody_is_named_where_nobody_speaks(lang: str, text: str) -> None:
    assert [quote.speaker_resolved for quote in find_quotes(text, lang)] in ([], [None])


@pytest.mark.once
def test_words_written_small_elsewhere_are_nobody_called_she() -> None:
    text = (
        "Plain Sailing is a book for sailing on plain days. She wrote it in a year.\n\n"
        "She calls it “a gentle book for people who hate the wind”."
    )
    assert {quote.speaker_resolved for quote in find_quotes(text, "en")} == {None}


@pytest.mark.once
def test_my_son_is_no_it() -> None:
    text = (
        "I showed the boat to my son who exclaimed, “Who would want to sail in that?” "
        "It stands for what Norfa calls harbour fit, and it calls the deck “the widest of all”."
    )
    quotes = find_quotes(text, "en")
    assert quotes[0].speaker_resolved == "my son"
    assert quotes[-1].speaker_resolved != "my son"


@pytest.mark.once
def test_who_is_described_behind_the_name_introduces_a_quote() -> None:
    text = "Ottla Brenk, the chief engineer of the port, was blunt: “The dam leaks in six places.”"
    assert find_quotes(text, "en")[0].speaker_resolved == "Ottla Brenk"
