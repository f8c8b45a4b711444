"""An original's page names who carries its text."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.engine.types import CopyKind
from wireroom.news.models import Article
from wireroom.pipeline.coordinator import utc_now

pytestmark = pytest.mark.django_db


def record(client: Client, article: Article, edition: str = "en") -> str:
    page = client.get(f"/{edition}/article/{article.pk}/").content.decode()
    return page.partition('<ul class="record" id="record">')[2].partition("</article>")[0]


@pytest.fixture
def told() -> list[Article]:
    """Make a report that three carry: the first in large part, the last in another language."""
    outlets = [make_outlet(name) for name in ("Orme Press", "Bell", "Echo", "Lantern")]
    told = [make_article(one, f"Ferry of {one}", body="A ferry sank.") for one in outlets]
    make_story(told)
    for carrier, share in zip(told[1:], (0.9, 0.7, 0.6), strict=True):
        make_copy(told[0], carrier, share)
    return told


def test_an_original_names_who_carries_it(client: Client, told: list[Article]) -> None:
    original, *carriers = told
    make_copy(original, make_article(make_outlet("Bystander"), "A view", body="No."), 0.3)
    make_copy(original, make_article(make_outlet("Quoter"), "Words"), kind=CopyKind.QUOTE)
    text = record(client, original)
    assert "Carried by 3 reports:" in text
    assert text.index("Bell") < text.index("Echo") < text.index("Lantern")
    assert "90% of its text stands here" in text
    for carrier in carriers:
        assert f'href="/en/compare/{original.pk}/{carrier.pk}/"' in text
        assert f'href="/en/article/{carrier.pk}/"' in text
        assert "Carried by" not in record(client, carrier)
    assert "Bystander" not in text
    assert "Quoter" not in text
    assert "تقارير" in record(client, original, "ar")


def test_what_is_withdrawn_carries_nothing(client: Client, told: list[Article]) -> None:
    Article.objects.filter(pk__in=[one.pk for one in told[2:]]).update(spiked_at=utc_now())
    text = record(client, told[0])
    assert "Carried by 1 report:" in text
    assert "Echo" not in text


def test_of_many_carriers_the_foremost_are_named(client: Client, told: list[Article]) -> None:
    for number in range(4):
        make_copy(told[0], make_article(make_outlet(f"Late {number}"), "Ferry"), 0.55)
    text = record(client, told[0])
    assert "Carried by 7 reports:" in text
    assert "and 2 more" in text
