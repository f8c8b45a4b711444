"""Addresses, redirects, headers and the pages that machines ask for."""

import re
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import override_script_prefix
from tests.web.newsroom import make_article, make_outlet, make_story, other_scripts

from wireroom.news.models import Story
from wireroom.web.jinja import versioned_static

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepts", "edition"),
    [("ar-EG,ar;q=0.9,en;q=0.5", "ar"), ("en-GB", "en"), ("fr,ar;q=0.3", "ar"), ("", "en"),
     ("fr", "en"), ("ar;q=0,en", "en"), ("\x00;;q=x", "en"), ("*", "en")],
)  # fmt: skip
def test_root_leads_to_the_readers_edition_without_a_cookie(
    client: Client, accepts: str, edition: str
) -> None:
    response = client.get("/", headers={"accept-language": accepts})
    assert response.status_code == 302
    assert response["Location"] == f"/{edition}/"
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_missing_slash_is_a_permanent_redirect(client: Client) -> None:
    response = client.get("/en/about")
    assert (response.status_code, response["Location"]) == (301, "/en/about/")


@pytest.mark.parametrize("page", ["", "grouping/", "feed.xml", "ask/?q=Who%3F"])
def test_merged_story_leads_for_now_to_the_one_it_went_into(client: Client, page: str) -> None:
    outlet = make_outlet("Paper")
    kept = make_story([make_article(outlet, "Kept")])
    gone = make_story([make_article(outlet, "Gone")], merged_into=kept, rank=None)
    response = client.get(f"/ar/story/{gone.pk}/{page}")
    assert (response.status_code, response["Location"]) == (302, f"/ar/story/{kept.pk}/{page}")
    assert response["Cache-Control"] == "public, max-age=30"
    Story.objects.filter(pk=gone.pk).update(merged_into=None, rank=1)
    assert client.get(f"/ar/story/{gone.pk}/{page}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/en/story/999/", "/en/story/999999999999999999/", "/en/story/99999999999999999999/",
     "/ar/article/999/", "/en/outlet/nobody/", "/en/story/999/grouping/", "/fr/", "/en/x/",
     "/ar/outlet/%3Cscript%3E/", "/en/story/-1/", "/%00"],
)  # fmt: skip
def test_unknown_addresses_get_a_page_that_leads_back(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    page = response.content.decode()
    edition = "ar" if path.startswith("/ar/") else "en"
    assert f'<html lang="{edition}"' in page
    assert f'href="/{edition}/"' in page


def test_failure_gets_a_page_in_the_readers_language(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("wireroom.web.views.front.read_front_rows", fail)
    client.raise_request_exception = False
    response = client.get("/ar/")
    assert response.status_code == 500
    assert "حدث خطأ لدينا" in response.content.decode()


def test_head_names_canonical_alternates_and_share_texts(client: Client) -> None:
    article = make_article(make_outlet("Paper"), "H & M", body="Opening words.")
    story = make_story([article])
    page = client.get(f"/en/story/{story.pk}/?utm_source=x").content.decode()
    assert f'<link rel="canonical" href="http://testserver/en/story/{story.pk}/">' in page
    assert f'hreflang="ar" href="http://testserver/ar/story/{story.pk}/"' in page
    assert '<meta property="og:title" content="H &amp; M">' in page
    assert '<meta property="og:description" content="Opening words.">' in page
    assert "noindex" not in page
    page = client.get(f"/en/article/{article.pk}/").content.decode()
    assert f'<link rel="canonical" href="{article.url}">' in page


def test_sample_pages_are_kept_from_search_engines(client: Client) -> None:
    assert "Disallow: /\n" not in client.get("/robots.txt").content.decode()
    make_story([make_article(make_outlet("Paper", is_sample=True), "H")])
    assert '<meta name="robots" content="noindex">' in client.get("/en/").content.decode()
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize(
    ("path", "is_open"),
    [
        ("/en/wrap-up/2026-03-03/audio.mp3", False),
        ("/ar/wrap-up/2026-03-03/audio.wav", False),
        ("/en/search/?q=ferry", False),
        ("/ar/report-error/?of=x", False),
        ("/en/wrap-up/2026-03-03/", True),
        ("/en/story/1/", True),
    ],
)
def test_crawlers_ask_for_nothing_that_costs(client: Client, path: str, is_open: bool) -> None:
    rules = client.get("/robots.txt").content.decode()
    closed = [line.removeprefix("Disallow: ") for line in rules.splitlines()[1:]]
    patterns = [re.escape(one).replace(r"\*", ".*") for one in closed]
    assert any(re.match(pattern, path) for pattern in patterns) is not is_open


def test_pages_may_be_kept_for_a_moment_and_asked_for_again(client: Client) -> None:
    first = client.get("/en/about/")
    assert "max-age=30" in first["Cache-Control"]
    again = client.get("/en/about/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert first["Content-Language"] == "en"
    assert not first.cookies


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/en/").status_code == 405
    assert client.head("/en/").status_code == 200


def test_policy_for_content_allows_no_inline_code(client: Client) -> None:
    response = client.get("/en/about/")
    assert "default-src 'none'" in response["Content-Security-Policy"]
    page = response.content.decode()
    assert other_scripts(page) == []
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)


def test_health_follows_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]

    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", refuse)
    assert client.get("/healthz").status_code == 503


def test_style_sheet_is_small_and_its_address_follows_its_content(client: Client) -> None:
    address = versioned_static("wireroom.css")
    assert re.fullmatch(r"/static/wireroom\.css\?v=[0-9a-f]{10}", address)
    assert address in client.get("/en/").content.decode()
    sheet = Path(__file__).parents[2] / "src/wireroom/web/static/wireroom.css"
    style = sheet.read_text("utf-8")
    assert len(style) < 30_000
    # One sheet for both directions: no physical sides (the plots' axis flip is a transform).
    assert not re.search(r"(margin|padding|border)-(left|right)|[^-\w](left|right):", style)


def test_a_site_below_a_path_keeps_to_it(client: Client) -> None:
    story = make_story([make_article(make_outlet("Paper"), "H")])
    for root in ("/news", "", "/news"):
        with override_script_prefix(f"{root}/"):
            page = client.get("/en/").content.decode()
        assert f'href="{root}/en/story/{story.pk}/"' in page
        assert f'href="{root}/en/outlet/paper/"' in page


def test_a_page_that_did_not_change_is_not_sent_again(client: Client) -> None:
    story = make_story([make_article(make_outlet("Paper"), "H", hours=30)])
    path = f"/en/story/{story.pk}/"
    tag = client.get(path)["ETag"]
    again = client.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_short_address_leads_to_its_story_in_the_readers_edition(client: Client) -> None:
    answer = client.get("/s/12/", headers={"accept-language": "ar"})
    assert (answer.status_code, answer["Location"]) == (302, "/ar/story/12/")
    assert "Accept-Language" in answer["Vary"]
    assert client.get("/en/s/12/", headers={"accept-language": "ar"})["Location"] == "/en/story/12/"
