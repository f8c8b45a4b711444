"""A story, its grouping, a report and a comparison say that a report is another's translation."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.engine.copies.test_translated import ARABIC, ENGLISH
from tests.web.newsroom import ago, make_article, make_copy, make_outlet, make_story

from wireroom.engine.copies.translated import compare_translated
from wireroom.engine.types import ArticleText, CopyKind
from wireroom.news.models import Article, Outlet, Story

pytestmark = pytest.mark.django_db
WHY = (
    "translated: the same 14 names and numbers in the same order, paragraph by paragraph; "
    "المنار says that it is a translation"
)


def tell(rows: int = 1) -> tuple[Article, Article, Story, Story]:
    """Make an English report and `rows` Arabic translations of it, in a story each language."""
    english = make_outlet("Osterby Post", policy="full")
    first = make_article(english, "Kiln explodes at Farrant", body=ENGLISH, hours=6)
    pair = compare_translated(
        ArticleText(id="1", title="", body=ENGLISH, lang="en"),
        ArticleText(id="2", title="", body=ARABIC, lang="ar"),
    )
    assert pair is not None
    spans = [[p.a_start, p.a_end, p.b_start, p.b_end, p.similarity] for p in pair.passages]
    carriers = []
    for number in range(rows):
        name = "المنار" if not number else f"المنار {number}"
        outlet = make_outlet(name, lang="ar", policy="full", name_en=f"Al-Manar {number}")
        carriers.append(make_article(outlet, "انفجار فرن", body=ARABIC, hours=4, lang="ar"))
        make_copy(
            first, carriers[-1], 0.97, why=WHY, kind=CopyKind.TRANSLATED, confidence=0.95,
            passages=spans,
        )  # fmt: skip
    return first, carriers[0], make_story([first]), make_story(carriers)


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("code", "said"), [("en", "a translation: 97% of its text"), ("ar", "ترجمة: 97% من نصه")]
)
def test_both_stories_show_whose_translation_it_is(client: Client, code: str, said: str) -> None:
    first, carrier, *stories = tell()
    for story in stories:
        page = read(client, f"/{code}/story/{story.pk}/")
        assert said in page
        assert "Kiln explodes at Farrant" in page
        assert "انفجار فرن" in page
        assert f"/{code}/compare/{first.pk}/{carrier.pk}/" in page


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("en", "the same 14 names and numbers in the same order, paragraph by paragraph"),
        ("ar", "مترجم: 14 اسمًا ورقمًا نفسها بالترتيب نفسه، فقرة فقرة"),
    ],
)
def test_the_grouping_says_why(client: Client, code: str, reason: str) -> None:
    *_, story = tell()
    assert reason in read(client, f"/{code}/story/{story.pk}/grouping/")


def test_a_comparison_sets_each_paragraph_beside_its_translation(client: Client) -> None:
    first, carrier, *_ = tell()
    page = read(client, f"/en/compare/{first.pk}/{carrier.pk}/")
    assert "in another language" in page
    rows = page.split('<li class="compare-row')[1:]
    assert len(rows) == len(ENGLISH.split("\n\n"))
    assert all("<ins" not in row and "<del" not in row for row in rows)
    assert "Mill Street" in rows[1]
    assert "شارع ميل" in rows[1]


def test_a_report_says_that_it_is_a_translation(client: Client) -> None:
    _, carrier, *_ = tell()
    assert "97% of this text is a translation" in read(client, f"/en/article/{carrier.pk}/")


def test_a_withdrawn_original_leaves_the_translation_where_it_is(client: Client) -> None:
    first, _, _, story = tell()
    Article.objects.filter(pk=first.pk).update(spiked_at=ago(0))
    page = read(client, f"/en/story/{story.pk}/")
    assert "انفجار فرن" in page
    assert "Kiln explodes" not in page


@pytest.mark.parametrize("path", ["", "grouping/"])
def test_the_number_of_queries_does_not_grow_with_translations(client: Client, path: str) -> None:
    counts = []
    for rows in (1, 3):
        story = tell_again(rows)
        client.get(f"/en/story/{story.pk}/{path}")
        with CaptureQueriesContext(connection) as queries:
            read(client, f"/en/story/{story.pk}/{path}")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def tell_again(rows: int) -> Story:
    """Tell of the event in a newsroom without any before it."""
    Story.objects.all().delete()
    Article.objects.all().delete()
    Outlet.objects.all().delete()
    return tell(rows)[3]
