"""Who says given characters of a body, and under which names an article knows them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.quotes.speakers import read_speakers

BODY = (
    "Mayor Ada Quill and banker Tom Varga met in Oststadt.\n\n"
    "“The dam will hold,” Quill said. The mayor added that it was safe. “It leaks,” he said."
)


def _of(words: str) -> str | None:
    start = BODY.index(words)
    found = read_speakers(BODY, "en").of(start, start + len(words))
    return found.name if found else None


def test_characters_have_the_speaker_of_their_quote() -> None:
    assert [_of("dam will"), _of("was safe"), _of("leaks")] == [
        "Ada Quill",
        "Ada Quill",
        "Tom Varga",
    ]


def test_characters_outside_quotes_are_nobodys() -> None:
    assert _of("met in Oststadt") is None
    assert read_speakers(BODY, "en").of(0, len(BODY)) is None


def test_aliases_are_names_and_roles_but_no_pronouns() -> None:
    speakers = read_speakers(BODY, "en")
    assert speakers.aliases("Ada Quill") == {"Ada Quill", "Ada", "Quill", "The mayor"}
    assert "he" not in speakers.aliases("Tom Varga")


def test_a_surname_of_two_people_is_no_alias() -> None:
    body = "Ada Quill met Ben Quill. “It holds,” Ada Quill said."
    assert "Quill" not in read_speakers(body, "en").aliases("Ada Quill")


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_any_place_of_any_text_may_be_asked(body: str, start: int, end: int) -> None:
    found = read_speakers(body).of(start, end)
    assert found is None or found.name in found.aliases
