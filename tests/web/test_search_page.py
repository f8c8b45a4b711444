"""Searching: what is found, in which order, with which words shown."""

from concurrent.futures import Future
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from tests.web.newsroom import ago, make_article, make_copy, make_outlet, make_story

from wireroom.adapters.executors import InlineExecutor
from wireroom.news.models import Article, Revision, SearchDocument
from wireroom.news.queries.in_time import TooSlow
from wireroom.news.services.lists import remove_sample
from wireroom.news.services.search import ask_for_index
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.index import Index
from wireroom.pipeline.stage import Executors

pytestmark = pytest.mark.django_db
BODY = "The night ferry to Orme ran late. Ada Quill had waited since noon."


def index(*articles: Article) -> None:
    """Make articles due for the index and turn the stage once."""
    inline = InlineExecutor()
    stage = Index(Executors(inline, inline, inline, inline), holder="me")
    ask_for_index([one.pk for one in articles], now=utc_now() - timedelta(minutes=1))
    rows = stage.claim(now=utc_now(), limit=1000)
    futures: list[Future[Any]] = stage.start(rows, now=utc_now())
    stage.file([(row, one.result()) for row, one in zip(rows, futures, strict=True)], now=utc_now())


def found(client: Client, query: str, edition: str = "en", **options: str) -> list[str]:
    """Return the headlines that a search shows, in their order."""
    page = shown(client, query, edition, **options)
    parts = page.split('class="headline"')[1:]
    return [part.partition("</a>")[0].rpartition(">")[2] for part in parts]


def shown(client: Client, query: str, edition: str = "en", **options: str) -> str:
    response = client.get(f"/{edition}/search/", {"q": query, **options})
    assert response.status_code == 200
    return response.content.decode()


def test_reports_are_found_by_words_of_headline_and_text(client: Client) -> None:
    outlet = make_outlet("Lowen Echo")
    one = make_article(outlet, "Boats run at night", body=BODY)
    other = make_article(outlet, "Harvest begins", body="Apples are ripe.")
    index(one, other)
    assert found(client, "ferries") == ["Boats run at night"]
    assert found(client, "boat night") == ["Boats run at night"]
    assert found(client, "harvest") == ["Harvest begins"]
    assert found(client, "headline:ferry") == []
    assert found(client, '"late ada"') == ["Boats run at night"]
    assert found(client, '"ada late"') == []
    assert found(client, "ferry -noon") == []
    assert set(found(client, "apples OR ferry")) == {"Boats run at night", "Harvest begins"}
    assert "Nothing was found." in shown(client, "zeppelin")


def test_arabic_words_are_found_in_their_forms(client: Client) -> None:
    outlet = make_outlet("صحيفة لوين", lang="ar")
    index(make_article(outlet, "والحكومة تقر الموازنة", body="أعلنت الحكومة الموازنة الجديدة."))
    assert found(client, "حكومة", "ar") == ["والحكومة تقر الموازنة"]
    assert found(client, "موازنه جديده", "ar") == ["والحكومة تقر الموازنة"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [("قتيل", "القتلى"), ("صواريخ", "الصاروخ"), ("وزارة", "الوزارة"), ("الوزارة", "وزارة"),
     ("وزير", "الوزراء"), ("الوزراء", "وزير"), ("سفينة", "سفن"), ("مدن", "المدينة")],
)  # fmt: skip
def test_arabic_words_are_found_by_the_forms_that_change_within(
    client: Client, typed: str, written: str
) -> None:
    index(make_article(make_outlet("صحيفة لوين", lang="ar"), f"خبر عن {written} اليوم"))
    assert found(client, typed, "ar") == [f"خبر عن {written} اليوم"]
    assert found(client, f"-{typed} خبر", "ar") == []


def test_filters(client: Client) -> None:
    echo = make_outlet("Lowen Echo", country="GB")
    other = make_outlet("صحيفة لوين", lang="ar", country="EG", slug="lowen-ar")
    own = make_article(echo, "Own ferry", body=BODY, section="Travel")
    wire = make_article(echo, "Wire ferry", body=BODY, wire_credit="Orme Press", hours=50)
    arabic = make_article(other, "ferry بالعربية", body="ferry نص", hours=1000)
    index(own, wire, arabic)
    assert found(client, "ferry outlet:lowen-echo is:own") == ["Own ferry"]
    assert found(client, "ferry is:wire") == ["Wire ferry"]
    assert found(client, 'outlet:"the lowen echo"') == ["Own ferry", "Wire ferry"]
    assert found(client, "lang:ar") == ["ferry بالعربية"]
    assert found(client, "ferry -country:gb") == ["ferry بالعربية"]
    assert found(client, "section:travel") == ["Own ferry"]
    assert found(client, "ferry outlet:nobody") == []
    month = f"before:{ago(500).date()}"
    assert found(client, f"ferry {month}") == ["ferry بالعربية"]
    assert found(client, f"ferry {month.replace('before', 'after')}") == ["Own ferry", "Wire ferry"]
    assert found(client, "ferry", since="30") == ["Own ferry", "Wire ferry"]
    assert found(client, "", **{"in": "ar"}) == ["ferry بالعربية"]


def test_carried_text_is_no_own_reporting(client: Client) -> None:
    outlets = [make_outlet(name) for name in ("Echo", "Bell")]
    first, second = (make_article(one, f"Ferry of {one}", body=BODY) for one in outlets)
    make_copy(first, second, direction="a>b", containment_a=0.9, containment_b=0.9)
    index(first, second)
    assert found(client, "ferry is:own") == ["Ferry of Echo"]


def test_the_best_of_a_story_stands_for_it(client: Client) -> None:
    outlets = [make_outlet(f"Paper {n}") for n in range(3)]
    told = [make_article(one, f"Ferry runs {one}", body=BODY) for one in outlets]
    make_story(told, articles_count=3, independent_count=3)
    alone = make_article(make_outlet("Loner"), "A ferry elsewhere", body=BODY, hours=2)
    old = make_article(make_outlet("Old"), "Night ferry long ago", body=BODY, hours=900)
    index(*told, alone, old)
    best = found(client, "ferry")
    assert len(best) == 3
    assert best[0].startswith("Ferry runs")
    assert best[1:] == ["A ferry elsewhere", "Night ferry long ago"]
    assert "(2 more found)" in shown(client, "ferry")


def test_the_newest_first_leads_on_through_all(client: Client) -> None:
    outlet = make_outlet("Lowen Echo")
    # Reports of one stated day without a time share its first second.
    at = ago(500)
    many = [make_article(outlet, f"Ferry {n}", body=BODY, sort_at=at) for n in range(30)]
    late = [make_article(outlet, f"Late ferry {n}", body=BODY, hours=n + 1) for n in range(15)]
    index(*many, *late)
    seen: list[str] = []
    address = "?q=ferry&sort=new"
    for _ in range(5):
        page = client.get(f"/en/search/{address}").content.decode()
        parts = page.split('class="headline"')[1:]
        seen += [part.partition("</a>")[0].rpartition(">")[2] for part in parts]
        if 'rel="next"' not in page:
            break
        address = page.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 45
    assert seen[:15] == [f"Late ferry {n}" for n in range(15)]


def test_the_snippet_shows_the_words_within_the_outlets_terms(client: Client) -> None:
    full = make_outlet("Full", policy="full")
    short = make_outlet("Short", excerpt_words=4)
    kept = make_outlet("Kept", policy="headline")
    index(*(make_article(one, f"Of {one}", body=BODY) for one in (full, short, kept)))
    assert "Ada Quill had waited since <mark>noon</mark>" in shown(client, "noon outlet:full")
    assert "waited" not in shown(client, "noon outlet:short")
    assert "The night ferry to" in shown(client, "noon outlet:short")
    assert "ferry" not in shown(client, "noon outlet:kept")


def test_an_excerpts_text_is_not_read_piece_by_piece(client: Client) -> None:
    short = make_outlet("Short", excerpt_words=6)
    index(make_article(short, "Boats", body=f"{BODY} " + "Zeppelins flew over the bay. " * 20))
    page = shown(client, "zeppelins")
    assert "Boats" in page
    assert "flew over" not in page
    assert "The night <mark>ferry</mark> to Orme ran…" in shown(client, "ferry")


def test_arabic_words_are_marked_with_their_vowel_signs(client: Client) -> None:
    outlet = make_outlet("صحيفة لوين", lang="ar", policy="full")
    index(make_article(outlet, "حادث", body="غرقت العبّارة في الميناء مساء الأحد."))
    assert "<mark>العبّارة</mark>" in shown(client, "العبارة", "ar")


def test_what_carries_stands_behind_what_it_carries(client: Client) -> None:
    agency, paper = make_outlet("Orme Press"), make_outlet("Echo")
    wire = make_article(paper, "Ferry of Echo", body=BODY, wire_credit="Orme Press", hours=2.5)
    own = make_article(agency, "Ferry of Orme", body=BODY, hours=3)
    index(wire, own)
    assert found(client, "ferry") == ["Ferry of Orme", "Ferry of Echo"]


def test_a_removed_sample_leaves_nothing_in_the_index(client: Client) -> None:
    sample = make_outlet("Sample", is_sample=True)
    told = make_article(sample, "Ferry of old", body=BODY)
    index(told)
    (key,) = SearchDocument.objects.values_list("key", flat=True)
    remove_sample()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM news_search")
        assert cursor.fetchone() == (0,)
    new = make_article(make_outlet("Real"), "Ferry of now", body=BODY)
    index(new)
    assert found(client, "ferry") == ["Ferry of now"]
    assert key is not None


def test_a_search_that_takes_too_long_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(*_words: object, **_options: object) -> None:
        raise TooSlow

    monkeypatch.setattr("wireroom.web.views.search.search_best", give_up)
    assert "would take too long" in shown(client, "ferry")


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's index knows places")
def test_words_side_by_side_in_few_are_found_from_page_to_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom.adapters.search_postgres._READ_CLOSELY", 2)
    outlet = make_outlet("Lowen Echo")
    apart = [make_article(outlet, f"No {n}", body="Late runs Ada.", hours=n) for n in range(1, 16)]
    index(*apart, make_article(outlet, "Boats run at night", body=BODY, hours=20))
    assert "would take too long" in shown(client, '"late ada"')
    page = shown(client, '"late ada"', sort="new")
    older = page.partition('rel="next" href="')[2].partition("before=")[2].partition('"')[0]
    assert found(client, '"late ada"', sort="new", before=older) == ["Boats run at night"]
    monkeypatch.setattr("wireroom.adapters.search_postgres._READ_CLOSELY", 20)
    assert found(client, '"late ada"') == ["Boats run at night"]


def test_a_changed_text_is_found_by_its_new_words_alone(client: Client) -> None:
    article = make_article(make_outlet("Lowen Echo"), "Boats", body=BODY)
    index(article)
    Revision.objects.filter(article=article).update(body="A tram ran.")
    Article.objects.filter(pk=article.pk).update(sort_at=ago(30))
    index(article)
    assert found(client, "ferry") == []
    assert found(client, "tram") == ["Boats"]
    assert SearchDocument.objects.count() == 1


def test_what_an_editor_withdrew_is_not_found(client: Client) -> None:
    article = make_article(make_outlet("Lowen Echo"), "Boats", body=BODY)
    index(article)
    Article.objects.filter(pk=article.pk).update(spiked_at=utc_now())
    assert found(client, "ferry") == []


@pytest.mark.parametrize(
    "typed",
    ['"', "'); DROP TABLE news_search; --", "%s %", "a" * 10_000, "\x00\u202e", "-", "OR",
     "NEAR(a b)",
     "outlet:a\x00b",
     "headline:", "after:", "* ^ {", "lang:%", "country:'", "section:\"", "<script>"],
)  # fmt: skip
def test_whatever_is_typed_is_answered(client: Client, typed: str) -> None:
    index(make_article(make_outlet("Lowen Echo"), "Boats", body=BODY))
    page = shown(client, typed)
    assert "<script>" not in page.partition("<body>")[2]
    shown(client, typed, sort="new", before="x", since="y", **{"in": "<"})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("after:yesterday", "يُكتب التاريخ هكذا"),
        ("is:odd", "المتاح هو is:wire"),
        ("a " * 300, "نص البحث طويل جدًا"),
    ],
)
def test_what_is_not_heeded_is_said_in_the_readers_language(
    client: Client, typed: str, said: str
) -> None:
    page = shown(client, typed, "ar")
    assert said in page
    assert "was left out" not in page


def test_queries_do_not_grow_with_what_is_found(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    outlet = make_outlet("Lowen Echo")
    index(*(make_article(outlet, f"Ferry {n}", body=BODY) for n in range(30)))
    # PostgreSQL is told a limit of time before, and that there is none behind; and asked which
    # report is the latest.
    told = 3 if connection.vendor == "postgresql" else 0
    # Two are for the outlets and sections that can be chosen.
    with django_assert_max_num_queries(8 + told):
        shown(client, "ferry outlet:lowen-echo")
    with django_assert_max_num_queries(7 + told):
        shown(client, "ferry outlet:lowen-echo", sort="new")


def test_a_search_is_a_feed(client: Client) -> None:
    index(make_article(make_outlet("Lowen Echo"), "Boats & trams", body=BODY))
    assert "search/feed.xml?q=ferry" in shown(client, "ferry")
    feed = client.get("/en/search/feed.xml", {"q": "ferry"})
    assert feed["Content-Type"] == "application/atom+xml"
    entry = ElementTree.fromstring(feed.content).find("{*}entry")
    assert entry is not None
    assert entry.findtext("{*}title") == "Boats & trams"
    empty = ElementTree.fromstring(client.get("/ar/search/feed.xml?q=%01").content)
    assert empty.find("{*}entry") is None


def test_browsers_can_offer_the_search(client: Client) -> None:
    told = client.get("/ar/search/opensearch.xml")
    url = ElementTree.fromstring(told.content).find("{*}Url")
    assert url is not None
    assert url.get("template") == "http://testserver/ar/search/?q={searchTerms}"
