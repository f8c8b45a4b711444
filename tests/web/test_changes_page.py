"""What changed in a report, as its outlet lets us show it."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet

from wireroom.news.models import Article, Revision
from wireroom.pipeline.coordinator import utc_now

pytestmark = pytest.mark.django_db
FIRST = (
    "The ferry burned on Monday. Five people died in the fire, the harbour police said.\n\n"
    "The mayor visited the harbour in the evening.\n\nBuses run instead."
)
SECOND = FIRST.replace("Five", "Seven").replace("\n\nBuses run instead.", "") + (
    "\n\nAn inquiry was opened."
)


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def revised(body: str = SECOND, headline: str = "Ferry burns, seven dead", **terms: str) -> Article:
    outlet = make_outlet("Lowen Echo", **({"policy": "full"} | terms))
    article = make_article(outlet, "Ferry burns, five dead", body=FIRST)
    Revision.objects.create(
        article=article, number=2, headline=headline, body=body, seen_at=utc_now(), content_hash="2"
    )
    Article.objects.filter(pk=article.pk).update(revision_count=2, headline=headline)
    return article


def changes_of(client: Client, article: Article, query: str = "", edition: str = "en") -> str:
    return text_of(client, f"/{edition}/article/{article.pk}/changes/{query}")


def test_words_that_changed_stand_beside_each_other(client: Client) -> None:
    article = revised()
    page = changes_of(client, article)
    assert '<del class="changed">' in page
    assert "Five" in page
    assert "Seven" in page
    assert "An inquiry was opened." in page
    assert "Buses run instead." in page
    assert "The mayor visited" not in page  # the same in both: counted alone
    assert f"/en/article/{article.pk}/changes/" in text_of(client, f"/en/article/{article.pk}/")


@pytest.mark.parametrize(("policy", "shows"), [("excerpt", True), ("headline", False)])
def test_no_more_is_shown_than_the_outlet_allows(
    client: Client, policy: str, *, shows: bool
) -> None:
    outlet_terms = {"policy": policy}
    page = changes_of(client, revised(**outlet_terms))
    assert "seven" in page  # a headline may always be shown
    assert ("Five" in page) is shows
    assert "The mayor" not in page


def test_words_beyond_an_excerpt_are_counted_alone(client: Client) -> None:
    late = FIRST + "\n\n" + "More of it. " * 40 + "Zeppelins fly."
    page = changes_of(client, revised(late, policy="excerpt"))
    assert "Zeppelins" not in page
    assert "words added" in page


def test_marks_alone_are_no_change(client: Client) -> None:
    body = FIRST.replace("Monday.", "Monday…")
    page = changes_of(client, revised(body, headline="Ferry burns, five dead"))
    assert "No word of it changed" in page


def test_every_state_can_be_opened(client: Client) -> None:
    article = revised()
    assert "?state=1" in changes_of(client, article)
    assert "as it was first seen" in changes_of(client, article, "?state=1")
    assert client.get(f"/en/article/{article.pk}/changes/?state=7").status_code == 404
    assert "Seven" in changes_of(client, article, "?state=x")


def test_a_report_that_never_changed_and_one_that_is_not_there(client: Client) -> None:
    article = make_article(make_outlet("Lowen Echo"), "Boats")
    assert "as it was first seen" in changes_of(client, article)
    assert client.get("/en/article/999999/changes/").status_code == 404
    Article.objects.filter(pk=article.pk).update(spiked_at=utc_now())
    assert client.get(f"/en/article/{article.pk}/changes/").status_code == 410


def test_arabic(client: Client) -> None:
    page = changes_of(client, revised(), edition="ar")
    assert 'dir="rtl"' in page
    assert "ما الذي تغيّر" in page
