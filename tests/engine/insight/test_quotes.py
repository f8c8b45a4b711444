"""Who says what: marked words, reported clauses, speakers, addressees and who reports them."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote

INTRODUCED = "Mayor Ada Quill and banker Tom Varga met in Oststadt on Monday.\n\n"
WORDS = "\" “ ” ' ‘ ’ „ « » . , : — said he that quoted قال أن sagte dit-il dijo сказал 47news 🙂"
PHRASES = ["\n\n", " ", "Ada Quill", "told reporters", "according to", "as saying", "the court"]
PIECES = st.sampled_from([*WORDS.split(), *PHRASES])


def _only(body: str, lang: str = "en") -> Quote:
    found = [quote for quote in find_quotes(body, lang) if quote.kind != "indirect"]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        ("“The dam will hold,” Quill said.", "The dam will hold,", "Ada Quill"),
        ("“The dam will hold,” said the banker Tom Varga.", "The dam will hold,", "Tom Varga"),
        ("'The dam will hold,' said Mr Varga.", "The dam will hold,", "Tom Varga"),
        ("‘The dam will hold’, Varga added.", "The dam will hold", "Tom Varga"),
        ("Quill told reporters: \"The dam's walls will hold.\"", "The dam's walls will hold.",
         "Ada Quill"),
        ("Quill, who is a former engineer, said: “It holds.”", "It holds.", "Ada Quill"),
        ("“Why now?” Varga asked.", "Why now?", "Tom Varga"),
        ("“The clerk told me, ‘Go home,’” Quill said.", "The clerk told me, ‘Go home,’",
         "Ada Quill"),
    ],
)  # fmt: skip
def test_direct_quotes_have_their_speaker(sentence: str, words: str, speaker: str) -> None:
    quote = _only(INTRODUCED + sentence)
    assert (quote.quote, quote.kind, quote.speaker_resolved) == (words, "direct", speaker)


def test_a_split_quote_is_two_of_one_speaker() -> None:
    body = f"{INTRODUCED}“The dam,” Quill said, “will hold through the winter.” “I am sure of it.”"
    quotes = find_quotes(body, "en")
    assert [quote.speaker_resolved for quote in quotes] == ["Ada Quill"] * 3


def test_a_speech_over_paragraphs_has_one_speaker() -> None:
    body = (
        f"{INTRODUCED}“We built it well,” Quill said. “It has held for years.\n\n"
        "“It will hold for years more.\n\n“And we will watch it.”"
    )
    quotes = find_quotes(body, "en")
    assert quotes[-1].quote == "And we will watch it."
    assert [quote.speaker_resolved for quote in quotes] == ["Ada Quill"] * 4


def test_who_reports_and_who_is_told() -> None:
    body = (
        "State agency Norfa quoted President Omar Adel as telling his guest Tom Varga that "
        "the pact was “a new start,” and it closed.\n\n"
        "“We agree on all points,” it quoted Adel as saying."
    )
    first, second = find_quotes(body, "en")
    assert (first.speaker_resolved, first.addressee, first.via) == (
        "Omar Adel",
        "Tom Varga",
        ["Norfa"],
    )
    assert (second.speaker_resolved, second.via) == ("Omar Adel", ["Norfa"])


def test_according_to_is_who_reports_when_somebody_else_speaks() -> None:
    quote = _only("Omar Adel said the port was “wide open again,” according to Norfa.")
    assert (quote.speaker_resolved, quote.via, quote.kind) == ("Omar Adel", ["Norfa"], "mixed")


def test_pronouns_follow_the_last_fitting_speaker() -> None:
    body = INTRODUCED.replace("Ada", "Anna") + (
        "“It holds,” Quill said.\n\nVarga disagreed. “It leaks,” he said.\n\n"
        "“It does not,” she said."
    )
    assert [quote.speaker_resolved for quote in find_quotes(body, "en")] == [
        "Anna Quill", "Tom Varga", "Anna Quill",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "The song “Northern Lights” opened the evening in the old hall.",
        "The so-called “quiet zone” was closed to cars in spring.",
        "Her novel 'The Long Winter' sold well, and the critics liked it.",
        "It was the bankers' idea, and the '90s were kind to it.",
    ],
)
def test_titles_and_scare_quotes_are_nobodys_words(body: str) -> None:
    assert not [quote for quote in find_quotes(body, "en") if quote.kind != "indirect"]


def test_nobody_is_named_where_the_text_does_not_tell() -> None:
    quote = _only("“We were asked to leave the building before noon,” read the note.")
    assert quote.speaker_resolved is None


@pytest.mark.parametrize(
    ("lang", "body", "words", "speaker"),
    [
        ("ar", "قال وزير النقل سامي الحداد: «سنفتح الميناء غدا أمام جميع السفن».",
         "سنفتح الميناء غدا أمام جميع السفن", "سامي الحداد"),
        ("de", "„Der Damm hält auch im Winter“, sagte Bürgermeisterin Elisabeth Quill am Abend.",
         "Der Damm hält auch im Winter", "Elisabeth Quill"),
        ("fr", "« Le barrage tiendra cet hiver », a déclaré la ministre Anne Quille à la presse.",
         "Le barrage tiendra cet hiver", "Anne Quille"),
        ("es", "«La presa aguantará este invierno», dijo la alcaldesa Ana Quila a la prensa.",
         "La presa aguantará este invierno", "Ana Quila"),
        ("ru", "«Плотина выдержит эту зиму», — сказал губернатор Олег Квилл журналистам.",
         "Плотина выдержит эту зиму", "Олег Квилл"),
    ],
)  # fmt: skip
def test_other_languages(lang: str, body: str, words: str, speaker: str) -> None:
    quote = _only(body, lang)
    assert (quote.quote, quote.speaker_resolved) == (words, speaker)


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Quill said that the dam would hold through winter.", "the dam would hold through winter"),
        ("The dam would hold, Quill said on Monday.", "The dam would hold"),
        ("According to Quill, the dam would hold.", "the dam would hold"),
        ("Quill urged residents to leave the valley.", "to leave the valley"),
    ],
)
def test_reported_clauses(sentence: str, clause: str) -> None:
    found = find_quotes(INTRODUCED + sentence, "en")
    assert [(quote.quote, quote.speaker_resolved) for quote in found] == [(clause, "Ada Quill")]


@given(st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_slices_of_itself_that_never_overlap(body: str) -> None:
    end = 0
    for quote in find_quotes(body, "en"):
        assert body[quote.start : quote.end] == quote.quote
        assert quote.quote.strip()
        if quote.speaker is not None:
            assert body[quote.speaker_start : quote.speaker_end] == quote.speaker
        if quote.kind != "indirect":
            assert quote.start >= end
            end = quote.end


@pytest.mark.parametrize(
    "piece", ["“", '"', "‘a ", '"a" ', "Ada said ", "Omar, ", "X said “a” he "]
)
def test_time_is_linear(piece: str, least_cpu_s: Callable[[Callable[[], object]], float]) -> None:
    def seconds(size: int) -> float:
        body = piece * (size // len(piece))
        return least_cpu_s(lambda: find_quotes(body, "en"))

    find_quotes(piece, "en")  # the first may have to load the model of languages
    assert seconds(40_000) < 30 * max(0.005, seconds(5_000))
