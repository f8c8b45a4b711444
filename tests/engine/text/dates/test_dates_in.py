"""Dates in running text: two labelled sets, hostile input, zones, what an answer rests on."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.text.dates.labelled import read_labelled, score

from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.dates.hijri import hijri_day, hijri_month
from wireroom.engine.text.dates.mention import Kind, Precision, RestsOn

HERE = Path(__file__).parent
WEDNESDAY = datetime(2024, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [("labelled.txt", 0.99, 0.99), ("unseen.txt", 0.97, 0.92)]
)
def test_invented_sentences_give_their_dates(name: str, precision: float, recall: float) -> None:
    result = score(list(read_labelled(HERE / name)))
    assert result.precision >= precision, result.wrong
    assert result.recall >= recall, result.wrong


def test_an_answer_says_what_it_rests_on() -> None:
    text = (
        "On Tuesday, 9 days after 3 March 2020, they met; last week was calm; 24 November is near."
    )
    found = {text[m.start : m.end]: m for m in dates_in(text, published_at=WEDNESDAY, lang="en")}
    assert found["Tuesday"].rests_on is RestsOn.WEEKDAY_BEFORE
    assert found["3 March 2020"].rests_on is RestsOn.STATED
    assert found["last week"].rests_on is RestsOn.PUBLICATION
    assert found["24 November"].rests_on is RestsOn.YEAR
    assert found["last week"].kind is Kind.RELATIVE
    assert found["3 March 2020"].confidence > found["Tuesday"].confidence > 0.5


def test_a_clock_with_its_zone_gives_the_moment() -> None:
    text = "It struck on Tuesday at 9:30 a.m. (0630 GMT) in the hills, and on Monday at 10:15."
    first, second = dates_in(text, published_at=WEDNESDAY, lang="en")
    assert first.at == datetime(2024, 11, 19, 6, 30, tzinfo=UTC)
    assert (first.precision, second.precision) == (Precision.HOUR, Precision.HOUR)
    assert second.at is None  # nothing is said of its zone


def test_the_publication_day_is_the_outlets_own() -> None:
    late = datetime(2024, 11, 20, 22, 30, tzinfo=UTC)
    east = timezone(timedelta(hours=3))
    assert dates_in("It rained today.", published_at=late, lang="en")[0].first.day == 20
    assert dates_in("It rained today.", published_at=late, lang="en", zone=east)[0].first.day == 21


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The museum opens every day but Tuesday."),
        ("en", "The museum opens every day but Monday and Tuesday."),
        ("en", "Open daily from 10 a.m. to 6 p.m., except Tuesday."),
        ("en", "Open seven days a week, apart from Sunday."),
        ("en", "They meet every Tuesday."),
        ("en", "They meet every Tuesday, Thursday and Saturday."),
        ("en", "They meet every other Tuesday."),
        ("en", "They meet on the first Tuesday of every month."),
        ("en", "They meet on Tuesdays."),
        ("en", "They meet on Tuesday nights."),
        ("en", "Come any Tuesday."),
        ("ar", "يفتح المتحف كل يوم ثلاثاء."),
        ("ar", "تفتح المدرسة أيام الثلاثاء."),
        ("ar", "تفتح المدرسة أيام الأحد والثلاثاء."),
        ("ar", "يجتمعون يوم الثلاثاء من كل أسبوع."),
        ("ar", "يفتح المتحف كل يوم ما عدا الثلاثاء."),
        ("ar", "يفتح يوميًا باستثناء يومي الجُمعة والسبت."),
        ("ar", "يفتح طوال أيام الأسبوع إلا الجمعة."),
        ("fr", "Le musée ouvre chaque jour, sauf le lundi et le mardi."),
        ("es", "El museo abre todos los días menos el martes."),
        ("de", "Das Museum öffnet täglich außer Dienstag."),
    ],
)
def test_a_habit_is_no_day(lang: str, text: str) -> None:
    assert dates_in(text, published_at=WEDNESDAY, lang=lang) == ()


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "He works every day, but on Tuesday he rested.", ["Tuesday"]),
        ("en", "He works every day, but Tuesday was different.", ["Tuesday"]),
        ("en", "It rained all week but Tuesday was dry.", ["Tuesday"]),
        ("en", "It rained every day last week except Tuesday.", ["last week", "Tuesday"]),
        ("en", "Everyone but the mayor left on Tuesday.", ["Tuesday"]),
        ("en", "He plays every Tuesday, and on Thursday he won.", ["Thursday"]),
        ("en", "It is open every day but Sunday, he said on Monday.", ["Monday"]),
        ("en", "Every day until Tuesday they worked.", ["Tuesday"]),
        ("ar", "وصلوا يوم الثلاثاء وعملوا كل يوم.", ["يوم الثلاثاء"]),
        ("ar", "بعد ثلاثة أيام، الثلاثاء، عادوا.", ["الثلاثاء"]),
        ("ar", "تساقطت الأمطار أيام الجمعة والسبت الماضيين.", ["الجمعة", "والسبت"]),
        ("fr", "Il est venu mardi.", ["mardi"]),
        ("es", "Vino el martes.", ["martes"]),
        ("de", "Er kam am Dienstag.", ["Dienstag"]),
    ],
)
def test_a_day_beside_a_habit_is_one(lang: str, text: str, days: list[str]) -> None:
    found = dates_in(text, published_at=WEDNESDAY, lang=lang)
    assert [text[one.start : one.end] for one in found] == days


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["every day ", "all days ", "daily ", "except ", "but "]),
    st.lists(st.sampled_from(["Monday", "Tuesday,", "and", "of the week", "from 9 to 5", "on",
                              "every", "other", "except", "but", "10"]), max_size=40),
)  # fmt: skip
def test_long_rules_of_weekdays_are_read_quickly(opening: str, words: list[str]) -> None:
    text = (opening + " ".join(words) + " ") * 20
    started = time.perf_counter()
    dates_in(text, published_at=WEDNESDAY, lang="en")
    assert time.perf_counter() - started < 2


def test_without_a_publication_day_only_what_has_its_year_is_read() -> None:
    text = "On Tuesday, yesterday, last week, 24 November and 3 March 2020, in May and in 2019."
    found = [text[m.start : m.end] for m in dates_in(text, published_at=None, lang="en")]
    assert found == ["3 March 2020", "2019"]


def test_a_language_without_a_table_gives_nothing() -> None:
    assert dates_in("tiistaina 3.3.2024", published_at=WEDNESDAY, lang="fi") == ()
    assert dates_in("on Tuesday", published_at=WEDNESDAY, lang="und") == ()


@pytest.mark.parametrize(
    "published", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]
)
def test_the_ends_of_the_calendar_break_nothing(published: datetime) -> None:
    text = "Yesterday, tomorrow, last week, next year, two years ago, next Tuesday, in May."
    zone = timezone(timedelta(hours=14))
    for one in (zone, timezone(timedelta(hours=-12))):
        found = dates_in(text, published_at=published, lang="en", zone=one)
        assert found, "some of these days are on the calendar"
        assert all(mention.first <= mention.last for mention in found)


def test_hijri_days_follow_the_tabular_calendar() -> None:
    assert hijri_day(1, 1, 1) == date(622, 7, 19)  # 16 July of the Julian calendar
    assert hijri_day(1445, 9, 1) == date(2024, 3, 11)
    assert hijri_day(1446, 2, 30) is None
    assert hijri_month(1445, 12) == (date(2024, 6, 8), date(2024, 7, 7))


WORDS = [
    *("on", "Tuesday", "last", "next", "week", "3", "March", "2024", "the", "1990s", "and", ","),
    *("-", "/", ".", "in", "two", "days", "ago", "May", "\n", "(", ")", "99999999", "10:30", "GMT"),
    *("يوم", "الثلاثاء", "أمس", "كانون", "الثاني", "12", "رمضان", "1445", "هـ", "قبل", "يومين"),
    *("le", "mardi", "hace", "días", "a.m."),
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=300),
    st.sampled_from(["en", "ar", "fr", "es", "de"]),
)
def test_mentions_are_ordered_apart_and_inside_the_text(text: str, lang: str) -> None:
    end = 0
    for mention in dates_in(text, published_at=WEDNESDAY, lang=lang):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.first <= mention.last
        assert "\n" not in text[mention.start : mention.end]
        end = mention.end


@pytest.mark.parametrize(
    "piece",
    ["on Tuesday ", "March ", "2019", "in ", "1990s and ", "3 ", "(", "يوم الثلاثاء ", "day", "a ",
     "last next ", "10:30 "],
)  # fmt: skip
def test_time_grows_with_length_alone(
    piece: str, least_cpu_s: Callable[[Callable[[], object]], float]
) -> None:
    lang = "en" if piece.isascii() else "ar"

    def seconds(count: int) -> float:
        text = piece * count
        return least_cpu_s(lambda: dates_in(text, published_at=WEDNESDAY, lang=lang))

    seconds(10)
    assert seconds(16_000) < 8 * 3 * max(seconds(2_000), 0.002)
