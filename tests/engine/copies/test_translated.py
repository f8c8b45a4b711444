"""A report carried in another language is found by its paragraphs; an independent one is not."""

import itertools
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.copies.find import find_copies
from wireroom.engine.copies.lineage import mirror
from wireroom.engine.copies.translated import compare_translated
from wireroom.engine.copies.translated_rows import lay_beside
from wireroom.engine.types import ArticleText, CopyKind

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ENGLISH = """
A kiln exploded at the Farrant tile works in Osterby on Monday, hurting 17 people, the county said.

The blast at 6.40 a.m. broke windows within 900 metres. "We thought the hill was coming down," \
said Marta Lindqvist, who keeps the bakery on Mill Street.

Eleven of the injured were taken to Saint Ansgar hospital. Two have burns on more than 30 per cent \
of their skin, said its director, Dr Henrik Vollmer.

The works, founded in 1911, employ 240 people. Its owner, Farrant Ceramics, put the damage at 4.6 \
million crowns.

Inspectors had asked for a new valve twice, Labour Minister Petra Solheim told parliament.
""".strip()
ARABIC = """
انفجر فرن في مصنع فارانت للبلاط في أوستربي الاثنين، ما أدى إلى إصابة 17 شخصا، بحسب المقاطعة.

وحطم الانفجار الذي وقع في الساعة 6:40 صباحا نوافذ على مسافة 900 متر. وقالت مارتا ليندكفيست، صاحبة \
المخبز في شارع ميل: «ظننا أن التل ينهار».

ونقل أحد عشر مصابا إلى مستشفى سانت أنسغار. ويعاني اثنان حروقا في أكثر من 30 في المئة من الجلد، \
بحسب مديره الطبيب هنريك فولمر.

ويعمل في المصنع الذي تأسس عام 1911 نحو 240 شخصا. وقدرت شركة فارانت سيراميكس المالكة الأضرار بـ4.6 \
ملايين كرون.

وطلب المفتشون مرتين صماما جديدا، كما قالت وزيرة العمل بترا سولهايم أمام البرلمان.
""".strip()
OWN = """
خرج العمال من مصنع فارانت في أوستربي وهم يصرخون، كما يروي أولاف برغستروم الذي يعمل هناك منذ 22 عاما.

وأصيب 17 شخصا في انفجار فرن، وقال الطبيب هنريك فولمر من مستشفى سانت أنسغار إن حالة اثنين خطرة.

وتوقف الإنتاج أسبوعا. وقالت النقابة إنها حذرت من الصمام القديم مرتين، وطالبت وزيرة العمل بترا \
سولهايم بالاستقالة.

ويعمل في المصنع 240 شخصا، وتبلغ الخسائر 4.6 ملايين كرون وفق شركة فارانت سيراميكس.
""".strip()


def article(body: str, lang: str, *, outlet: str, hours: float = 0.0) -> ArticleText:
    return ArticleText(
        id=outlet,
        title=body.split("،", 1)[0].split(",", 1)[0],
        body=body,
        lang=lang,
        outlet=outlet,
        published_at=NOON + timedelta(hours=hours),
    )


FIRST = article(ENGLISH, "en", outlet="Osterby Post")
CARRIER = article(ARABIC, "ar", outlet="المنار", hours=3)
OTHER = article(OWN, "ar", outlet="الأفق", hours=2)


def test_a_translated_copy_is_found_with_its_paragraphs_and_its_reason() -> None:
    pair = compare_translated(FIRST, CARRIER)
    assert pair is not None
    assert (pair.kind, pair.direction) == (CopyKind.TRANSLATED, "a>b")
    assert min(pair.containment_a, pair.containment_b) > 0.9
    assert [ENGLISH[one.a_start : one.a_end] for one in pair.passages] == ENGLISH.split("\n\n")
    assert [ARABIC[one.b_start : one.b_end] for one in pair.passages] == ARABIC.split("\n\n")
    assert pair.why.startswith("translated: the same ")
    assert "names and numbers in the same order, paragraph by paragraph; " in pair.why


def test_an_independent_report_of_the_same_facts_is_none() -> None:
    assert compare_translated(FIRST, OTHER) is None
    assert compare_translated(CARRIER, OTHER) is None


def test_the_other_way_round_is_the_mirror_image() -> None:
    pair = compare_translated(FIRST, CARRIER)
    assert pair is not None
    assert compare_translated(CARRIER, FIRST) == mirror(pair)


def test_a_cut_translation_says_what_it_left_out() -> None:
    cut = replace(CARRIER, body="\n\n".join(ARABIC.split("\n\n")[:4]))
    pair = compare_translated(FIRST, cut)
    assert pair is not None
    assert pair.containment_b > 0.9 > pair.containment_a
    assert len(pair.passages) == 4


@pytest.mark.parametrize(
    "note", ["\n\n(ترجمة المنار عن الإنجليزية)", "\n\nترجمة: قسم الأخبار في المنار"]
)
def test_a_translators_note_goes_before_the_times(note: str) -> None:
    early = replace(CARRIER, body=ARABIC + note, published_at=NOON - timedelta(hours=1))
    pair = compare_translated(FIRST, early)
    assert pair is not None
    assert pair.direction == "a>b"
    assert pair.why.endswith("المنار says that it is a translation")


def test_an_outlet_is_heard_in_a_credit_of_another_alphabet() -> None:
    first = replace(FIRST, outlet="Norrvik Telegraf")
    early = replace(CARRIER, wire_credit="نورفيك تلغراف", published_at=NOON - timedelta(hours=1))
    pair = compare_translated(first, early)
    assert pair is not None
    assert pair.direction == "a>b"
    assert pair.why.endswith("credits Norrvik Telegraf")


def test_a_set_of_articles_gives_the_translated_pair_and_no_other() -> None:
    late = replace(CARRIER, id="late", published_at=NOON + timedelta(days=9))
    found = [pair for pair in find_copies([FIRST, OTHER, CARRIER]) if pair.passages]
    assert [(pair.a, pair.b) for pair in found] == [("Osterby Post", "المنار")]
    assert list(find_copies([FIRST, OTHER, late])) == []


def test_one_text_in_one_language_is_no_translation() -> None:
    assert compare_translated(FIRST, replace(FIRST, id="x")) is None


TEXTS = st.lists(st.sampled_from([*ENGLISH.split("\n\n"), *ARABIC.split("\n\n"), "", "x 7"]))


@given(TEXTS, TEXTS)
def test_passages_lie_in_their_texts_and_do_not_overlap(
    first: list[str], second: list[str]
) -> None:
    one, other = replace(FIRST, body="\n\n".join(first)), replace(CARRIER, body="\n".join(second))
    pair = compare_translated(one, other)
    if pair is None:
        return
    for spans, body in (
        ([(p.a_start, p.a_end) for p in pair.passages], one.body),
        ([(p.b_start, p.b_end) for p in pair.passages], other.body),
    ):
        ordered = sorted(spans)
        assert all(0 <= start < end <= len(body) for start, end in ordered)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))


@given(TEXTS, TEXTS)
def test_rows_hold_both_texts_whole(first: list[str], second: list[str]) -> None:
    a, b = "\n\n".join(first), "\n\n".join(second)
    pair = compare_translated(replace(FIRST, body=a), replace(CARRIER, body=b))
    rows = lay_beside(a, b, pair.passages if pair else ()).rows
    for body, pieces in (
        (a, [piece for row in rows for piece in row.a]),
        (b, [piece for row in rows for piece in row.b]),
    ):
        assert "".join(body[piece.start : piece.end] for piece in pieces) == body


def test_hostile_texts_take_little_time() -> None:
    started = time.process_time()
    for body in ("7 " * 200_000, "Farrant 17 \n" * 20_000, "\ud800\n" * 1000, "(" * 100_000, ""):
        compare_translated(replace(FIRST, body=body), replace(CARRIER, body=body[::-1]))
        compare_translated(replace(FIRST, body=body), CARRIER)
    assert time.process_time() - started < 10
