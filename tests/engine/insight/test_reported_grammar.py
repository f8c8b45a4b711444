"""What English grammar alone tells of a report: verbs, nouns, bounds, letters; invented words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.quotes.english_verbs import english_verbs, forms_of, with_that_only
from wireroom.engine.insight.quotes.find import find_quotes

CLAUSE = "the old dam would hold until May"


def clauses(body: str) -> list[tuple[str, str | None]]:
    return [
        (quote.quote, quote.speaker_resolved)
        for quote in find_quotes(body, "en")
        if quote.kind == "indirect"
    ]


def speakers(body: str) -> list[str | None]:
    return [each.speaker_resolved for each in find_quotes(body, "en") if each.kind != "indirect"]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("imply", {"implies", "implied", "implying"}),
        ("admit", {"admits", "admitted", "admitting"}),
        ("recognise", {"recognises", "recognised", "recognising"}),
        ("foresee", {"foresees", "foresaw", "foreseeing"}),
        ("confess", {"confesses", "confessed", "confessing"}),
    ],
)
def test_a_verb_has_all_its_forms(verb: str, forms: set[str]) -> None:
    assert set(forms_of(verb)) == forms
    assert forms <= english_verbs().keys()


@given(st.sampled_from(sorted(word for word in with_that_only() if word.endswith("ed"))))
@settings(max_examples=40, deadline=None)
def test_a_verb_of_thinking_reports_a_clause_with_that(verb: str) -> None:
    assert clauses(f"Ada Quill {verb} that {CLAUSE}.") == [(CLAUSE, "Ada Quill")]


@pytest.mark.parametrize(
    ("sentence", "clause", "speaker"),
    [
        ("Still, Ada Quill is confident {}.", CLAUSE, "Ada Quill"),
        ("Officials from Norland expressed fears that {}.", CLAUSE, "Officials"),
        ("The vote led Ada Quill to claim that {}.", CLAUSE, "Ada Quill"),
        ("The panel concluded that {}.", CLAUSE, "The panel"),
        ("The report, published on Monday, found that {}.", CLAUSE, "The report"),
        ("Court documents show that {}.", CLAUSE, "Court documents"),
        ("Sources close to the talks told Norfa that {}.", CLAUSE, "Sources close to the talks"),
        (
            "A spokesman for the port declined to comment but said {}.",
            CLAUSE,
            "A spokesman for the port",
        ),
        (
            "A senior official, speaking on condition of anonymity, said {}.",
            CLAUSE,
            "A senior official",
        ),
        ("Lawyers for Marco Adel said {}.", CLAUSE, "Lawyers for Marco Adel"),
        ("A close ally said {}.", CLAUSE, "A close ally"),
        ("Norfa, citing two officials, reported that {}.", CLAUSE, "Norfa"),
        ("But, Quill said, {}.", CLAUSE, "Quill"),
        ("Researchers found that {}.", CLAUSE, "Researchers"),
        ("Norfa, whose shares fell 4%, said {}.", CLAUSE, "Norfa"),
        ("The old dam, Quill said, would hold until May.", "would hold until May", "Quill"),
    ],
)
def test_a_clause_and_who_says_it(sentence: str, clause: str, speaker: str) -> None:
    assert clauses(sentence.format(CLAUSE)) == [(clause, speaker)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The firm announced plans to build a second dam.", "plans to build a second dam"),
        ("The firm expects to build a second dam.", "to build a second dam"),
        ("Analysts expected the bank to report a loss.", "the bank to report a loss"),
        ("Adel called on Quill to leave the port.", "to leave the port"),
        ("The union asked for the port to be closed.", "for the port to be closed"),
        ("Critics accuse the mayor of hiding the old leak.", "hiding the old leak"),
        ("Adel has denied taking money from it.", "taking money from it"),
        ("Quill predicted a rise in prices.", "a rise in prices"),
    ],
)
def test_what_is_expected_announced_or_denied_needs_no_clause(sentence: str, content: str) -> None:
    assert [clause for clause, _ in clauses(sentence)] == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        "Quill assumed the worst of the dam.",
        "It’s expected that the old dam will hold.",
        "Asked whether he thought the dam would hold, Adel left.",
        "She was asked if she would say this to Adel, who owns the port.",
        "The port issued a statement that appeared to please the town.",
        "In a wide-ranging interview, Adel also spoke.",
        "Maintaining a dam is hard, and as I mentioned the weather is bad.",
    ],
)
def test_what_nobody_says_is_reported_by_nobody(sentence: str) -> None:
    assert clauses(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (f"{CLAUSE}, Quill said, and the town was safe.", [CLAUSE, "the town was safe"]),
        (f"If it rains, Quill said, {CLAUSE}.", ["If it rains", CLAUSE]),
        (f"Quill said {CLAUSE}; the union said it was not so.", [CLAUSE, "it was not so"]),
        (f"Quill said {CLAUSE}, prompting laughter.", [CLAUSE]),
        (f"Quill said {CLAUSE}, without giving details.", [CLAUSE]),
        (f"Voters say {CLAUSE}, based on a poll of May.", [CLAUSE]),
        (f"Adel, who said {CLAUSE}, left in May.", [CLAUSE]),
        (f"It is likely, Quill said, that {CLAUSE}.", ["It is likely", CLAUSE]),
        ("Neither side believes that is still the case.", ["that is still the case"]),
        ("At least nine were hurt, local media reported.", ["At least nine were hurt"]),
    ],
)
def test_where_a_clause_begins_and_ends(sentence: str, parts: list[str]) -> None:
    assert [clause for clause, _ in clauses(sentence)] == parts


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Bo Adel, the mayor, says Quill “has made bad plans for it.”", ["Bo Adel"]),
        ("The Liberals’ letter to Bo Adel, the port head, said: “It leaks.”", ["Liberals"]),
        ("“It leaks,” said Will Quill. “Nobody asks us.”", ["Will Quill", "Will Quill"]),
        ("“It leaks,” said one neighbour. “I know it,” she said.", ["one neighbour"] * 2),
        ("“It leaks,” Ada Quill said. As a parent, “we have to say so to all.”", ["Ada Quill"] * 2),
        ("Ada Quill spoke. Asked why, she went on: “Well, it leaks.”", ["Ada Quill"]),
        ("The family said in a statement: “We are heartbroken.”", ["The family"]),
        (
            "The lender Quill Varga grew. Quill Varga said so. “We pay,” the bank said.",
            ["Quill Varga"],
        ),
        ("The government rejected the report as “a pack of lies” on Monday.", ["The government"]),
        ("“Closed for good,” according to a draft seen by Norfa.", ["a draft"]),
        ("It ends what officials called the ‘outdated and odd’ rule of the port.", ["officials"]),
        (
            "The campaign put out a memo casting itself as “the clear loser” of it.",
            ["The campaign"],
        ),
        ("Bo Adel spoke. He is worried about “severe and lasting damage” to it.", ["Bo Adel"]),
        (
            "'It leaks and stinks,' Quill said.\n\n'And they know it.\n\n'All of them,' he said.",
            3,
        ),
    ],
)
def test_who_speaks(body: str, names: list[str] | int) -> None:
    found = speakers(body)
    assert found == names if isinstance(names, list) else len(found) == names
