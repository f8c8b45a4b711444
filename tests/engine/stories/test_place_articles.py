"""The whole stream: stable names, every article placed, languages kept apart."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.assign import place_articles
from wireroom.engine.types import ArticleText

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
FLOOD_AR = (
    ArticleText(
        id="ar1",
        title="انهيار سد كرين فوق أوستشتات",
        body="انهار سد كرين فوق مدينة أوستشتات يوم الاثنين وفر 340 شخصا "
        "بحسب رئيسة البلدية عادة كويل."
        "\n\nوغمرت مياه الوادي البلدة القديمة خلال دقائق.",
        published_at=AT,
        lang="ar",
        outlet="صحيفة الشمال",
    ),
    ArticleText(
        id="ar2",
        title="فرار المئات بعد انهيار سد كرين",
        body="قالت رئيسة بلدية أوستشتات عادة كويل إن 340 شخصا فروا حين انهار سد كرين يوم الإثنين."
        "\n\nوبقيت البلدة القديمة معزولة بعد أن غمرتها مياه الوادي.",
        published_at=AT + timedelta(hours=3),
        lang="ar-SA",
        outlet="يومية الشرق",
    ),
    ArticleText(
        id="ar3",
        title="لاعب شاب يفوز ببطولة نورفل للشطرنج",
        body="فاز توماس فارغا وعمره 17 عاما ببطولة الشطرنج المفتوحة في نورفل بعد تسع جولات.",
        published_at=AT + timedelta(hours=4),
        lang="ar",
        outlet="صحيفة الشمال",
    ),
)


def stories(articles: Sequence[ArticleText]) -> dict[str, str]:
    return {placed.id: placed.story for placed in place_articles(articles)}


def test_arabic_reports_of_one_event_meet_and_others_do_not() -> None:
    found = stories(FLOOD_AR)
    assert found["ar1"] == found["ar2"] != found["ar3"]


def test_names_are_given_in_stream_order() -> None:
    placed = list(place_articles(FLOOD_AR))
    assert [p.story for p in placed] == ["s1", "s1", "s2"]
    assert placed[0].storyline == "l1"


def test_one_language_never_meets_another() -> None:
    same = [
        ArticleText(id=lang, title="Kerrin 340", body="Oststadt Kerrin 340", lang=lang)
        for lang in ("de", "en", "fr")
    ]
    assert len(set(stories(same).values())) == 3


def test_a_report_from_the_far_future_disturbs_nobody() -> None:
    odd = ArticleText(
        id="odd",
        title="x",
        body="y",
        published_at=datetime(9999, 12, 31, tzinfo=UTC),
        lang="ar",
    )
    found = stories([FLOOD_AR[0], odd, *FLOOD_AR[1:]])
    assert found["ar1"] == found["ar2"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=30),
            st.text(max_size=80),
            st.none() | st.datetimes(timezones=st.just(UTC)),
            st.sampled_from(["en", "ar", "und", ""]),
        ),
        max_size=12,
    )
)
def test_every_article_is_placed_once_and_alike_each_time(
    rows: list[tuple[str, str, datetime | None, str]],
) -> None:
    stream = [
        ArticleText(id=str(n), title=title, body=body, published_at=at, lang=lang)
        for n, (title, body, at, lang) in enumerate(rows)
    ]
    placed = list(place_articles(stream))
    assert [p.id for p in placed] == [a.id for a in stream]
    assert placed == list(place_articles(stream))
    assert all(p.why for p in placed)
