"""Alignment: passages survive edits, break where texts part, and keep exact offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.copies.passages import align

LEAD = (
    "The port of Marsala closed its northern basin on Monday after a crane fell across two "
    "berths, the harbour authority said, warning that grain ships would wait at anchor until "
    "divers had cleared the wreck from the channel."
)
QUOTE = (
    "“We lost a crane, not a crew, and nobody will be asked to work in a basin that we have not "
    "searched twice,” harbour master Elia Conti told reporters beside the quay."
)
BACKGROUND = (
    "The basin, dredged in 2019 with a loan from the regional bank, handles a third of the "
    "island's cereals and most of the fertiliser that its farmers spread in autumn."
)
OTHER = (
    "Farmers in the hills have little to do with ships. They count rain days, argue over wells "
    "and sell to whoever sends a lorry before the weekend market opens."
)


def _stretches(a: str, b: str) -> list[tuple[str, str]]:
    return [(a[p.a_start : p.a_end], b[p.b_start : p.b_end]) for p in align(a, b)]


def test_a_whole_copy_is_one_passage() -> None:
    body = "\n\n".join((LEAD, QUOTE, BACKGROUND))
    assert _stretches(body, body) == [(body, body)]


def test_quote_marks_spelling_and_small_rewordings_do_not_break_a_passage() -> None:
    changed = LEAD.replace("closed", "has closed").replace("harbour", "harbor")
    changed = changed.replace("after a crane fell", "when one crane fell")
    assert _stretches(LEAD, changed) == [(LEAD, changed)]
    assert _stretches(QUOTE, QUOTE.replace("“", "'").replace("”", "'"))[0][0] == QUOTE


def test_a_cut_inside_a_sentence_does_not_break_a_passage() -> None:
    cut = BACKGROUND.replace(", dredged in 2019 with a loan from the regional bank,", "")
    assert _stretches(BACKGROUND, cut) == [(BACKGROUND, cut)]


def test_a_passage_inside_a_separate_report_ends_with_its_sentence() -> None:
    report = f"{OTHER} {BACKGROUND} {OTHER.upper()[:60]}"
    assert _stretches("\n\n".join((LEAD, BACKGROUND)), report) == [(BACKGROUND, BACKGROUND)]


def test_reordered_paragraphs_are_a_passage_each() -> None:
    a, b = "\n\n".join((LEAD, QUOTE, BACKGROUND)), "\n\n".join((BACKGROUND, QUOTE, LEAD))
    assert sorted(first for first, _ in _stretches(a, b)) == sorted((LEAD, QUOTE, BACKGROUND))


def test_paragraphs_next_to_an_edit_are_passages_of_their_own() -> None:
    a = f"{LEAD}\n\n{BACKGROUND}"
    b = f"{LEAD}\n\n{BACKGROUND.replace('The basin, dredged', 'Dredged, this basin opened')}"
    assert [first for first, _ in _stretches(a, b)] == [LEAD, BACKGROUND]


def test_arabic_variants_align() -> None:
    a = (
        "أعلنت هيئة الميناء إغلاق الحوض الشمالي يوم الاثنين بعد سقوط رافعة على رصيفين، وقالت إن "
        "سفن الحبوب ستنتظر حتى ينتهي الغواصون."
    )
    b = a.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه").replace("الحوض", "الحَوْض")
    assert _stretches(a, b) == [(a, b)]


@pytest.mark.parametrize("body", ["", " ", "\n\n", "word", "… “” !", "x " * 4000, "\ud800" * 50])
def test_odd_bodies_never_fail(body: str) -> None:
    assert all(p.a_end <= len(body) for p in align(body, LEAD + body))


_PHRASES = st.lists(
    st.sampled_from([LEAD, QUOTE, BACKGROUND, OTHER, "Short.", "على الرصيف", "x x x", "“"]),
    max_size=6,
)


@given(_PHRASES, _PHRASES, st.sampled_from([" ", "\n\n"]))
@settings(max_examples=60, deadline=None)
def test_passages_lie_within_both_bodies_and_do_not_overlap(
    a: list[str], b: list[str], joint: str
) -> None:
    left, right = joint.join(a), " ".join(b)
    found = align(left, right)
    for spans, body in (
        ([(p.a_start, p.a_end) for p in found], left),
        (sorted((p.b_start, p.b_end) for p in found), right),
    ):
        borders = [border for span in spans for border in span]
        assert borders == sorted(borders)
        assert all(0 <= border <= len(body) for border in borders)
        assert all(start < end for start, end in spans)
    assert all(0.5 <= p.similarity <= 1 for p in found)
