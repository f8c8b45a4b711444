"""Who the subject of a saying is, in invented sentences of English, German and Arabic."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote


def _quotes(body: str, lang: str) -> list[Quote]:
    return find_quotes(body, lang)


def _speakers(body: str, lang: str = "en") -> list[str | None]:
    return [quote.speaker_resolved for quote in _quotes(body, lang) if quote.kind != "indirect"]


def _clauses(body: str, lang: str = "en") -> list[tuple[str, str | None]]:
    return [
        (quote.quote, quote.speaker_resolved)
        for quote in _quotes(body, lang)
        if quote.kind == "indirect"
    ]


@pytest.mark.parametrize("title", ["Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Dr"])
def test_a_title_with_its_point_stands_before_a_speaker(title: str) -> None:
    body = f"Raj Quill spoke on Monday.\n\n“The port supports both plans,” {title} Quill said."
    assert _speakers(body) == ["Raj Quill"]


@given(st.sampled_from(["Kelly", "Reilly", "Connolly", "Manly", "Bo", "Varga"]))
@settings(max_examples=12, deadline=None)
def test_a_surname_in_ly_is_no_adverb(surname: str) -> None:
    body = f"He introduced Mike {surname}, a pilot.\n\n“It was cold up there,” {surname} said."
    assert _speakers(body) == [f"Mike {surname}"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "“It is over,” the Norland Department of Trade and Ports said.",
            "Norland Department of Trade and Ports",
        ),
        ("“It leaks,” Brian Quill of the left-leaning Norland Institute told them.", "Brian Quill"),
        ("Health and Human Services Secretary Ada Quill said it was “too late”.", "Ada Quill"),
        ("Tree of Life Rabbi Bo Varga, however, said “we are open”.", "Bo Varga"),
        ("In Oststadt, Quill questioned the plan, saying, “There were no times like it.”", "Quill"),
        ("The plan was described by Mayor Ada Quill as “a disaster”.", "Ada Quill"),
        ("“He set up a sham,” The Norland Times charged.", "Norland Times"),
        ("“We were shocked by it all,” the statement read.", "the statement"),
        ("Quill wrote a letter to Bo Varga saying “we will not pay”.", "Quill"),
        ("It was a scolding from Varga, who said the men were “still learning”.", "Varga"),
        ("He met protesters, some chanting “You talk, we die.”", "some"),
        ("Varga's letter, sent in May, reads: “We will not pay a cent.”", "Varga"),
        ("The port released this statement from Ada Quill: “We are sorry for it.”", "Ada Quill"),
        ("“I like the chaos here,” — Mayor Ada Quill", "Ada Quill"),
        (
            "Ada Quill, a lawyer at the League of Oststadt, D.C., said it “defies logic”.",
            "Ada Quill",
        ),
        ("Ada Quill, 42, a lecturer from Oststadt, said: “I am scared for them.”", "Ada Quill"),
        ("Pilot Bo Varga, 60, from Alderne, North Norland, said: “I saw it.”", "Bo Varga"),
        ("“It is heavy,” said Mary E. Quill, an economist.", "Mary E. Quill"),
    ],
)
def test_an_english_speaker_is_the_one_who_acts(sentence: str, speaker: str) -> None:
    assert _speakers(sentence) == [speaker]


def test_the_adviser_of_a_president_is_no_president() -> None:
    body = (
        "President Varga’s former adviser Paul Quill was jailed on Friday.\n\n"
        "“What a tough sentence,” the president wrote."
    )
    assert _speakers(body) == ["Varga"]


def test_a_paper_is_no_ministry() -> None:
    body = (
        "The Norland Ministry of Trade said it was “looking into it”.\n\n"
        "“He set up a sham company,” the paper noted."
    )
    assert _speakers(body) == ["Norland Ministry of Trade", "the paper"]


def test_a_quote_pulled_out_as_a_headline_has_the_speaker_of_its_sentence() -> None:
    body = (
        "“My fears have been realized”\n\n"
        "Mayor Ada Quill told them: “I feared it in May. My fears have been realized.”"
    )
    assert _speakers(body) == ["Ada Quill", "Ada Quill"]


def test_a_surname_is_the_full_name_that_only_a_quote_gives() -> None:
    body = (
        "“The skills of Susanne Raab will help us,” said Max Quill.\n\n"
        "Raab said it was “a great honour for her”."
    )
    assert _speakers(body) == ["Max Quill", "Susanne Raab"]


def test_who_denies_a_word_does_not_say_it() -> None:
    assert _speakers("Quill denied that the dam was “unsafe” and left.") == []


def test_a_call_is_a_noun_after_an_article() -> None:
    assert not any(
        speaker and "phone" in speaker
        for speaker in _speakers("They got an anonymous phone call about “some big news”.")
    )


@pytest.mark.parametrize(
    ("sentence", "clause", "speaker"),
    [
        ("Quill tried to suggest that he barely knew him.", "he barely knew him", "Quill"),
        ("He left after Quill’s claim that the dam leaks.", "the dam leaks", "Quill"),
        ("The dam, per the Water Board, is often empty.", "is often empty", "Water Board"),
        ("Police said at least nine people were hurt.", "at least nine people were hurt", "Police"),
        ("Critics have long said a dam is too dear.", "a dam is too dear", "Critics"),
    ],
)
def test_english_clauses_have_more_cues_than_verbs(
    sentence: str, clause: str, speaker: str
) -> None:
    assert _clauses(sentence) == [(clause, speaker)]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Auf Vargas Frage antwortete die Partei des Nordens: „Wir sagen nein.“",
         "die Partei des Nordens"),
        ("„Die Stadt ist leer“, erklärt einer der müden Forscher.", "einer der müden Forscher"),
        ("Schwere Folgen, auch späte, hält das Gericht für „hinreichend plausibel“.",
         "das Gericht"),
        ("„Es ist kalt“, hieß es aus dem Ministerium.", "Ministerium"),
        ("In einem Gespräch mit Bo Varga sagte Anna Quill: „Ich gehe nicht.“", "Anna Quill"),
        ("Das Amt für Arbeit (AFA) warnt vor „akuten Gefahren für alle“.", "Das Amt für Arbeit"),
    ],
)  # fmt: skip
def test_a_german_speaker_may_be_a_body_and_follow_the_verb(sentence: str, speaker: str) -> None:
    assert _speakers(sentence, "de") == [speaker]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Laut „Norland Post“ hatte sie eine führende Rolle.", "hatte sie eine führende Rolle"),
        ("Dem Urteil zufolge ist der Mann Vater.", "ist der Mann Vater"),
        ("Das Ministerium teilte mit, dass der Damm halte.", "der Damm halte"),
        ("Wie die Polizei mitteilte, war der Damm gebrochen.", "war der Damm gebrochen"),
        ("Quill wirft der Stadt vor, den Damm zu zerstören.", "den Damm zu zerstören"),
    ],
)
def test_german_clauses_are_found(sentence: str, clause: str) -> None:
    assert [text for text, _ in _clauses(sentence, "de")] == [clause]


def test_an_arabic_role_is_no_part_of_the_name() -> None:
    body = "قال وزير النقل سالم القيسي إن السد آمن. وأوضح القيسي أن العمل مستمر."
    assert _clauses(body, "ar") == [
        ("السد آمن", "سالم القيسي"),
        ("العمل مستمر", "سالم القيسي"),
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وكان وزير النقل سالم القيسي قد قال إن السد آمن.", "سالم القيسي"),
        ("وقال السكان إنهم لم يسمعوا صفارات الإنذار.", "السكان"),
        ("وفق ما أعلنته وزارة الصحة، ارتفع عدد الضحايا إلى عشرة.", "وزارة الصحة"),
    ],
)
def test_arabic_subjects_stand_before_and_after(sentence: str, speaker: str) -> None:
    assert [who for _, who in _clauses(sentence, "ar")] == [speaker]


@given(
    st.text(alphabet="abcdefgh ABQ .,“”„«»'’-—:\nملقأ", max_size=200),
    st.sampled_from(["en", "de", "ar"]),
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_exact_spans(body: str, lang: str) -> None:
    for quote in find_quotes(body, lang):
        assert body[quote.start : quote.end] == quote.quote
