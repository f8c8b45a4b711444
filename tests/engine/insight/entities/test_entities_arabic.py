"""Arabic names that no table knows: learned where an article tells them, then found all over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.entities.arabic_words import is_common_arabic, is_name_like
from wireroom.engine.insight.entities.entity import Entity, Kind
from wireroom.engine.insight.entities.find import find_entities


def _kinds(body: str, title: str = "") -> dict[str, Kind]:
    return {each.name: each.kind for each in find_entities(title, body, "ar")}


def _one(body: str, name: str) -> Entity:
    return next(each for each in find_entities("", body, "ar") if each.name == name)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("وقالت القاضية مورتا كلوفان إن الجلسة انتهت.", "مورتا كلوفان"),
        ("وذكر وزير النقل بودو كيرفال أن السفن ستبقى.", "بودو كيرفال"),
        ("وصل رئيس وزراء جمهورية درافونيا نبيل الكسراوي إلى المطار.", "نبيل الكسراوي"),
        ("وقالت مديرة شركة النقل الحضري لينا الصوالمي إن الخط جاهز.", "لينا الصوالمي"),
        ("وقال زاهر كنوان، عضو المجلس، إنه يرفض.", "زاهر كنوان"),
        ("وأضاف عبد الفتاح الكسراوي أن الأمر انتهى.", "عبد الفتاح الكسراوي"),
    ],
)
def test_people_are_told_by_roles_and_by_verbs_of_saying(body: str, name: str) -> None:
    assert _kinds(body).get(name) is Kind.PERSON


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("وقع الزلزال قرب مدينة كورنفال صباحا.", "كورنفال"),
        ("أعلنت حكومة جمهورية درافونيا القرار.", "جمهورية درافونيا"),
        ("سافر الناس إلى وادي كرفان ثم عادوا.", "وادي كرفان"),
        ("في درافونيا مطر. وقال الناس في درافونيا إنه كثير.", "درافونيا"),
    ],
)
def test_places_are_told_by_nouns_and_prepositions(body: str, name: str) -> None:
    assert _kinds(body).get(name) is Kind.PLACE


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("وقالت منظمة «القنديل الأزرق» إن الحصيلة ارتفعت.", "القنديل الأزرق"),
        ("وقالت جمعية حماية المستهلك إن السعر مرتفع.", "جمعية حماية المستهلك"),
        ("خفض البنك الوطني سعر الفائدة.", "البنك الوطني"),
        ("وقال الرجل لـ«صوت الميناء» إنه تعب.", "صوت الميناء"),
    ],
)
def test_bodies_are_told_by_heads_and_quote_marks(body: str, name: str) -> None:
    assert _kinds(body).get(name) is Kind.ORGANISATION


def test_ships_and_books_in_quote_marks_are_none() -> None:
    assert _kinds("احترقت العبّارة «نجم الكرف»، ونالت رواية «دفتر الرمل» جائزة.") == {}


def test_the_surname_alone_is_the_person_who_was_named_in_full() -> None:
    body = "وقالت القاضية مورتا كلوفان إن الجلسة انتهت. وأضافت كلوفان أنها ستعود."

    assert len(_one(body, "مورتا كلوفان").spans) == 2


def test_a_title_learns_from_the_body() -> None:
    body = "وقالت القاضية مورتا كلوفان إن الجلسة انتهت."

    assert [each.kind for each in find_entities("كلوفان تنهي الجلسة", body, "ar")] == [Kind.PERSON]
    assert len(find_entities("كلوفان تنهي الجلسة", body, "ar")[0].spans) == 2


@pytest.mark.parametrize("word", ["المدينة", "وبالمدارس", "مستشفياتهم", "استخدام", "فقال", "تفتيش"])
def test_ordinary_words_are_known_with_what_is_joined_to_them(word: str) -> None:
    assert is_common_arabic(word)
    assert not is_name_like(word)


@settings(deadline=None)
@given(st.text(alphabet="ابتدرسعفقكلمنهويةىأإـً", max_size=12))
def test_any_word_is_either_ordinary_or_not(word: str) -> None:
    assert is_common_arabic(word) in (True, False)
    assert not (is_name_like(word) and len(word) < 3)
