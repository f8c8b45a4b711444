"""Whatever the text, spans are exact, and nothing crashes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.entities.find import find_entities
from wireroom.engine.insight.entities.subjects import subjects_of

_PIECES = st.sampled_from(
    [
        "Jane", "Roe", "Ms", "the", "of", "and", "de", "Bank", "Paris", "U.S.", "’s", "'", ",",
        ".",
        "(NFA)",
        "\n\n", "“", "”", "al-", "J.", "-", "McRoe", "IRA", "West", "M.", "l’", "d'Irlande",
        "الرئيس", "سامي", "والأمم", "المتحدة", "في", "دمشق", "وزارة", "Россия", "в", "Киеве", "12",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(_PIECES, max_size=60).map(" ".join),
    st.lists(_PIECES).map("".join),
)
_LANGS = st.sampled_from(["en", "ar", "de-DE", "fr", "es", "ru", "zh", "und", "x"])


@settings(deadline=None, max_examples=150)
@given(_TEXTS, _TEXTS, _LANGS)
def test_spans_hold_the_names_and_do_not_overlap(title: str, body: str, lang: str) -> None:
    taken: set[tuple[bool, int]] = set()
    for entity in find_entities(title, body, lang):
        assert 0 <= entity.confidence <= 1
        assert entity.spans
        for span in entity.spans:
            text = title if span.in_title else body
            named = text[span.start : span.end]
            assert named == named.strip() != ""
            assert any(
                "".join(named.split()).casefold() == "".join(name.split()).casefold()
                for name in (entity.name, *entity.aliases)
            )
            places = {(span.in_title, at) for at in range(span.start, span.end)}
            assert not places & taken
            taken |= places


@settings(deadline=None, max_examples=50)
@given(_TEXTS, _TEXTS, _LANGS)
def test_subjects_of_any_text_are_few(title: str, body: str, lang: str) -> None:
    assert len(subjects_of(title, body, lang)) <= 2
