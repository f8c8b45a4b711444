"""Whatever opens or closes a paragraph, no word of its text goes with the dateline."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.pages_credit.leads import AR, DE, EN, ES, JA, RU, ZH

from wireroom.engine.pages.attribution import take_credit
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import read_opening

PLACES = ["MOSCOW", "Baku, Azerbaijan", "МОСКВА", "Минск", "القاهرة", "北京", "ロンドン", "Paris"]
DATES = ["March 3", "3 марта", "3 mars", "3月3日", "3 مارس", "03 MAR", "2026年3月3日"]
AGENCIES = ["TASS", "ТАСС", "ИНТЕРФАКС", "AFP", "أ ش أ", "رويترز", "新华社", "時事", "共同", "dpa"]
MARKS = [
    *(
        ", ",
        ". ",
        " - ",
        "- ",
        ": ",
        "/",
        " /",
        "/. ",
        "(",
        ") ",
        "（",
        "）",
        "【",
        "】",
        "=",
        "电 ",
    ),
    *("«", "»", "© ", "\n", " "),
]
SENTENCES = [EN, DE, ES, RU, AR, ZH, JA, "Кремль. Утро.", "He said so.", "«الجسر» يفتح أبوابه."]
HEADS = st.lists(st.sampled_from(PLACES + DATES + AGENCIES + MARKS), max_size=9).map("".join)


@settings(max_examples=400, deadline=None)
@given(HEADS, st.sampled_from(SENTENCES))
def test_an_opening_takes_no_word_of_the_text(head: str, sentence: str) -> None:
    opening = read_opening(head + sentence)
    assert (head + sentence).strip().endswith(opening.rest)
    assert opening.rest.endswith(sentence)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SENTENCES), HEADS)
def test_a_closing_takes_no_word_of_the_text(sentence: str, tail: str) -> None:
    closing = read_closing(sentence + tail)
    assert (sentence + tail).startswith(closing.rest)
    assert closing.rest.startswith(sentence)


@settings(max_examples=200, deadline=None)
@given(
    HEADS,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    st.sampled_from([None, "AFP", "Varda News"]),
)
def test_a_report_keeps_its_sentences(head: str, told: list[str], byline: str | None) -> None:
    paragraphs = [head + told[0], *told[1:]]
    _dateline, _credit, body = take_credit(
        paragraphs, byline, names=["Varda News"], own=["بريد فاردا"]
    )
    assert len(body) == len(told)
    assert all(text.endswith(sentence) for text, sentence in zip(body, told, strict=True))
