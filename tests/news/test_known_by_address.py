"""Which report an address means: this site's own, a publisher's, and neither."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from tests.web.newsroom import make_article, make_outlet

from wireroom.news.identity import url_identity
from wireroom.news.models import Article
from wireroom.news.queries.shared import find_report_at
from wireroom.news.queries.take_downs import find_reports

pytestmark = pytest.mark.django_db


def meant_by(told: str) -> list[int]:
    return [one.article.pk for one in find_reports(told).reports]


@pytest.fixture
def ferry(settings: Settings) -> Article:
    settings.WIREROOM_URL = "https://news.wireroom.example/"
    settings.ALLOWED_HOSTS = ["*", "localhost", "[::1]", ".pier.example"]
    url = "https://tidewire.example/ferry"
    return make_article(make_outlet("Tidewire"), "Ferry sinks", url=url, identity=url_identity(url))


@pytest.mark.parametrize(
    "told",
    [
        "https://news.wireroom.example/en/article/{pk}/",
        "news.wireroom.example/en/article/{pk}",
        "http://localhost:8000/ar/article/{pk}/?page=2#top",
        "http://[::1]:8000/en/article/{pk}/",
        "https://www.pier.example/en/article/{pk}/",
        "/en/article/{pk}/",
        "en/article/{pk}",
        "{pk}",
        "https://tidewire.example/ferry",
        "tidewire.example/ferry?utm_source=x",
    ],
)
def test_a_report_is_meant_by_this_sites_address_and_by_its_publishers(
    ferry: Article, told: str
) -> None:
    assert meant_by(told.format(pk=ferry.pk)) == [ferry.pk]


@pytest.mark.parametrize(
    "told",
    [
        "https://publisher.example/article/{pk}",
        "publisher.example/en/article/{pk}/",
        "//publisher.example/article/{pk}",
        "publisher。example/article/{pk}",
        "https://news.wireroom.example@publisher.example/article/{pk}",
        "https://publisher.example\\@news.wireroom.example/article/{pk}",
        "https://publisher.example/?at=https://news.wireroom.example/article/{pk}",
        "https://news.wireroom.example.evil.example/article/{pk}",
        "publisher.example:8000/article/{pk}",
        "",
        "https://",
        "/article/99999999999999999999/",
    ],
)
def test_another_sites_article_of_the_same_number_is_not_meant(ferry: Article, told: str) -> None:
    assert meant_by(told.format(pk=ferry.pk)) == []


def test_a_numbered_article_of_a_publisher_is_that_publishers(ferry: Article) -> None:
    url = f"https://publisher.example/article/{ferry.pk}"
    other = make_article(make_outlet("Publisher"), "Vote", url=url, identity=url_identity(url))
    assert meant_by(url) == [other.pk]
    assert meant_by(other.page.url) == [other.pk]


def test_the_report_at_an_address_is_found_by_indexes(ferry: Article) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert find_report_at("https://tidewire.example/ferry") == ferry.pk
        assert find_report_at(ferry.page.url) == ferry.pk
        assert find_report_at("https://tidewire.example/none") is None
    assert len(asked) == 3
    if connection.vendor == "sqlite":
        sql = asked[0]["sql"]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            assert not [row for row in cursor.fetchall() if row[3].startswith("SCAN news_")]
