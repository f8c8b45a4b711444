"""Arabic speakers: a name, a role or a body, and nobody where the words name nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.quotes.arabic_tables import PREPOSITIONS, WITH_PRONOUN
from wireroom.engine.insight.quotes.arabic_verbs import verb_gender
from wireroom.engine.insight.quotes.find import find_quotes

SAID = "«لن نترك القرية قبل أن يعود الماء إليها»"


def _speakers(body: str) -> list[str | None]:
    return [quote.speaker_resolved for quote in find_quotes(body, "ar") if quote.kind == "direct"]


def _speaker(body: str) -> str | None:
    (speaker,) = _speakers(body)
    return speaker


@pytest.mark.parametrize(
    "opening",
    [
        "وقال بنبرة هادئة للحاضرين",
        "ووقف العم أمام الباب وقال لهم",
        "رفع الصيادون لافتة كُتب فوقها",
        "وعن الحصاد قالت",
        "وقال محاميها للصحيفة",
        "وبحسب هذه الوثائق",
        "وقال لنا",
        "وأعلنت رفع الضريبة الجديدة نقطتين",
    ],
)
def test_words_that_name_nobody_are_no_speaker(opening: str) -> None:
    assert _speaker(f"{opening}: {SAID}.") is None


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("قال أحدهم، ويدعى ألف برانت", "ألف برانت"),
        ("وقالت إحداهن، واسمها سميرة وهدان", "سميرة وهدان"),
        ("وقالت ليزا مورن، والدة أحد الجرحى، أمام المستشفى", "ليزا مورن"),
        ("وقالت المتحدثة باسم الميناء، سميرة وهدان، أمس", "سميرة وهدان"),
        ("وقال مدير المشتل في البلدة العقيد نديم وهدان", "نديم وهدان"),
        ("وبحسب الباحث في مركز «مد وجزر» نديم وهدان،", "نديم وهدان"),
        ("وقال مؤلفه المهندس نديم وهدان", "نديم وهدان"),
        ("لكن العقيد نديم وهدان قال", "نديم وهدان"),
        ("وقال الطبيب المتقاعد نديم وهدان", "الطبيب المتقاعد نديم وهدان"),
        ("وقال المهندس البحري المتقاعد نديم وهدان", "نديم وهدان"),
        ("وقال نديم وهدان بهذه العبارة", "نديم وهدان"),
        ("وردت عليه سميرة وهدان", "سميرة وهدان"),
    ],
)
def test_the_name_goes_before_what_stands_around_it(opening: str, speaker: str) -> None:
    assert _speaker(f"{opening}: {SAID}.") == speaker


def test_a_workplace_that_hides_where_the_name_begins_is_kept_whole() -> None:
    whole = "أستاذة التربة في كلية رأس الطين سميرة وهدان"
    assert _speaker(f"وقالت {whole} إن المطر تأخر: {SAID}.") == whole


def test_an_occasion_is_no_workplace() -> None:
    assert _speaker(f"وقال الوزير في مؤتمر صحفي بالعاصمة أمس: {SAID}.") == "الوزير"


def test_a_broadcaster_that_relays_is_named_whole_and_the_speaker_is_not_its_words() -> None:
    body = f"ونقلت هيئة «رأس الطين» عن وهدان قولها لأهالي البلدة: {SAID}."
    (quote,) = [quote for quote in find_quotes(body, "ar") if quote.kind == "direct"]
    assert quote.speaker_resolved == "وهدان"
    assert quote.via == ["هيئة رأس الطين"]


def test_a_verb_of_the_other_gender_does_not_go_on_with_who_spoke_before() -> None:
    first = f"وقال نديم وهدان: {SAID}."
    assert _speakers(f"{first} وأضاف: {SAID}.") == ["نديم وهدان", "نديم وهدان"]
    assert _speakers(f"{first} وأضافت: {SAID}.") == ["نديم وهدان", None]


def test_verbs_tell_the_gender_of_who_speaks() -> None:
    told = [verb_gender(word) for word in ("وقالت", "تقول", "قال", "تابع", "مؤكدة", "كتاب")]
    assert told == ["f", "f", "m", "m", "f", ""]


@given(st.sampled_from(sorted(PREPOSITIONS | WITH_PRONOUN)), st.sampled_from(["", "الأمس", "باب"]))
def test_no_speaker_begins_with_a_preposition(word: str, after: str) -> None:
    for quote in find_quotes(f"وقال {word} {after}: {SAID}.", "ar"):
        assert not (quote.speaker_resolved or "").startswith(f"{word} ")
        assert quote.speaker_resolved != word
