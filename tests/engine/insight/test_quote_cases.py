"""Classic cases of attribution in invented sentences: marks, roles, pronouns, turns, clauses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote

MEETING = "Mayor Ada Quill and banker Tom Varga met in Oststadt on Monday.\n\n"
MARKS = [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("„", "“"), ("«", "»"), ("»", "«"),
         ("« ", " »"), ("‚", "‘"), ("``", "''")]  # fmt: skip


def _marked(body: str, lang: str = "en") -> list[Quote]:
    return [quote for quote in find_quotes(body, lang) if quote.kind != "indirect"]


def _told(body: str, lang: str = "en") -> list[tuple[str, str | None]]:
    return [(quote.quote, quote.speaker_resolved) for quote in _marked(body, lang)]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_marks_of_all_styles_hold_the_same_words(opening: str, closing: str) -> None:
    body = (
        f"{MEETING}{opening}The dam won’t hold, and the banks’ owners know it,{closing} Quill said."
    )
    assert _told(body) == [("The dam won’t hold, and the banks’ owners know it,", "Ada Quill")]


WORDS = st.lists(
    st.sampled_from(["the", "dam", "will", "hold", "water", "here", "and", "nobody"]), min_size=3
)


@given(st.sampled_from(MARKS), WORDS, WORDS)
@settings(max_examples=80, deadline=None)
def test_a_split_quote_is_two_of_one_speaker(
    marks: tuple[str, str], first: list[str], second: list[str]
) -> None:
    opening, closing = marks
    said, more = "So " + " ".join(first) + ",", " ".join(second) + "."
    body = f"{MEETING}{opening}{said}{closing} Quill said, {opening}{more}{closing}"
    assert _told(body) == [(said, "Ada Quill"), (more, "Ada Quill")]


@given(st.sampled_from([("“", "”", "‘", "’"), ("‘", "’", "“", "”"), ("«", "»", "“", "”")]), WORDS)
@settings(max_examples=60, deadline=None)
def test_a_quote_in_a_quote_is_part_of_it(
    marks: tuple[str, str, str, str], inner: list[str]
) -> None:
    opening, closing, inner_opening, inner_closing = marks
    words = f"He told me {inner_opening}{' '.join(inner)}{inner_closing} and went,"
    assert _told(f"{MEETING}{opening}{words}{closing} Quill said.") == [(words, "Ada Quill")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“It leaks,” said Jane Roe, who heads the water board in Oststadt.", "Jane Roe"),
        ("“It leaks,” said Jane Roe, 43, a teacher from Norfa.", "Jane Roe"),
        ("“It leaks,” Jane Roe, the head of the water board, told the Daily Post.", "Jane Roe"),
        ("Lawmakers on the board, led by chairman Ben Roe, R-Norfa, said “it leaks.”", "Lawmakers"),
        ("Critics shouted, with Minister Jane Roe warning of “a flood of debts”.", "Jane Roe"),
        ("Varga stopped and said, “It leaks,” the police said.", "Tom Varga"),
        ("As Quill put it: “It leaks.”", "Ada Quill"),
        ("Quill: “It leaks.”", "Ada Quill"),
        ("Quill shrugged. “It has always leaked a little.”", "Ada Quill"),
        ("Asked whether it was safe, Quill said: “No.”", "Ada Quill"),
        ("Varga begged the town “to leave before the night”.", "Tom Varga"),
        ("Quill and her colleagues said “it leaks badly”.", "Quill and her colleagues"),
        ("“It leaks,” the mayor said.", "Ada Quill"),
        ("Some said “it leaks badly”.", "Some"),
    ],
)  # fmt: skip
def test_who_speaks(sentence: str, speaker: str) -> None:
    assert [quote.speaker_resolved for quote in _marked(MEETING + sentence)] == [speaker]


def test_two_who_talk_in_turns_alternate() -> None:
    body = (
        "“Is it safe?” asked Jane Roe.\n\n“No,” replied Tom Varga.\n\n"
        "“Then why build it?”\n\n“We had to.”"
    )
    assert [who for _, who in _told(body)] == ["Jane Roe", "Tom Varga", "Jane Roe", "Tom Varga"]


def test_a_pronoun_means_nobody_where_two_may_be_meant() -> None:
    body = "Ben Roe met Tom Varga, and Carl Norfa met Max Ostmann. “It leaks,” he said."
    assert [who for _, who in _told(body)] in ([None], ["Ben Roe"])
    body = "Ben Roe and Tom Varga met on Monday in the hall. “It leaks a little,” he said."
    assert _told(body)[0][1] is None


def test_a_body_is_known_by_its_kind() -> None:
    body = "The Green League, a charity, runs the site. “We will not go,” the charity said."
    assert _told(body) == [("We will not go,", "Green League")]


def test_a_role_is_known_by_the_words_that_introduce_a_person() -> None:
    body = (
        "The Iranian minister of defence, Omar Adel, met the French minister of trade, "
        "Jean Roy.\n\n"
        "“We agree on it,” the minister of trade said."
    )
    assert _told(body) == [("We agree on it,", "Jean Roy")]


@pytest.mark.parametrize(
    ("lang", "body", "told"),
    [
        ("de", "Bürgermeisterin Anna Quill blieb hart. Der Damm sei „nicht zu retten“. Man müsse "
         "handeln.", [("nicht zu retten", None)]),
        ("de", "„Der Damm leckt“, sagte Anna Quill. Er sei „nicht zu retten“.",
         [("Der Damm leckt", "Anna Quill"), ("nicht zu retten", "Anna Quill")]),
        ("de", "Anna Quill, die den Damm baute und von Rissen berichtete: „Er leckt seit Jahren.“",
         [("Er leckt seit Jahren.", "Anna Quill")]),
        ("de", "„Der Damm leckt“, sagte der norfische Botschafter Timo Varga am Abend.",
         [("Der Damm leckt", "Timo Varga")]),
        ("it", "Contento per la diga si è detto Marco Quilla. «Era ora di finirla», ha aggiunto.",
         [("Era ora di finirla", "Marco Quilla")]),
        ("fr", "« Le barrage fuit », a déclaré jeudi la ministre Anne Quille. « On le sait », "
         "a-t-elle ajouté.", [("Le barrage fuit", "Anne Quille"), ("On le sait", "Anne Quille")]),
        ("ar", "أكدت ليلى حداد أن \"السد آمن تماما\"، وأضافت: \"سنراقبه كل يوم\".",
         [("السد آمن تماما", "ليلى حداد"), ("سنراقبه كل يوم", "ليلى حداد")]),
    ],
)  # fmt: skip
def test_other_languages_have_their_own_grammar(
    lang: str, body: str, told: list[tuple[str, str | None]]
) -> None:
    assert _told(body, lang) == told


@pytest.mark.parametrize(
    ("lang", "body", "clauses"),
    [
        ("en", "The board noted the dam would not hold.", ["the dam would not hold"]),
        ("en", "The board announced the end of the works.", []),
        ("en", "As Jane Roe noted at the time, the dam was old.", ["the dam was old"]),
        ("en", "Some said they felt safe in the valley.", ["they felt safe in the valley"]),
        ("en", "While Jane Roe said it would hold, it fell in May.", ["it would hold"]),
        ("en", "The study found the dam could fall within years.",
         ["the dam could fall within years"]),
        ("de", "Anna Quill sagte in Norfa, sie werde den Damm prüfen.",
         ["sie werde den Damm prüfen"]),
        ("de", "Der Damm sei undicht, erklärte Anna Quill. Man werde ihn prüfen.",
         ["Der Damm sei undicht", "Man werde ihn prüfen"]),
        ("fr", "Anne Quille a affirmé jeudi avoir vu des fissures dans le barrage.",
         ["avoir vu des fissures dans le barrage"]),
    ],
)  # fmt: skip
def test_reported_clauses_of_many_forms(lang: str, body: str, clauses: list[str]) -> None:
    assert [quote.quote for quote in find_quotes(body, lang)] == clauses


def test_what_is_quoted_after_by_is_no_agent() -> None:
    (quote,) = _marked("The plan was described by “people who never saw the harbour at all”.")
    assert quote.speaker_resolved is None
