"""Pictures on pages: signed addresses of this site, shown only where they may be today."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.adapters.test_pictures import open_outlet
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Article
from wireroom.web.pictures import picture_proxy, proxy_path

pytestmark = pytest.mark.django_db
AWAY = "http://192.0.2.7/a.jpg"  # of no network: refused before anybody is asked


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> Any:
    settings.VAR = tmp_path
    picture_proxy.cache_clear()
    yield
    picture_proxy.cache_clear()


def make_report(url: str = AWAY, **columns: Any) -> Article:
    outlet = make_outlet("Gazette", policy="full", **columns)
    return make_article(outlet, "Ferry fire", image_url=url, body="It burned.")


def image_on(client: Client, path: str) -> str:
    found = re.search(r"<img[^>]+>", client.get(path).content.decode())
    return found[0] if found else ""


def test_pages_show_the_sites_own_address_of_a_picture(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = make_report()
    story = make_story([report], rank=9)
    own = proxy_path(report.pk, AWAY, 640)
    for path in ("/en/", f"/ar/article/{report.pk}/"):
        image = image_on(client, path)
        assert f'src="{own}"' in image
        assert image.count(" 320w, ") == image.count(" 1280w") == 1
        assert 'width="960" height="540"' in image
        assert 'fetchpriority="high"' in image  # and not loading="lazy": it opens the page
        assert AWAY not in client.get(path).content.decode()
    monkeypatch.setattr("wireroom.web.cards.has_fonts", lambda: False)  # else a card is shared
    shared = client.get(f"/en/story/{story.pk}/").content.decode()
    assert f'og:image" content="http://testserver{proxy_path(report.pk, AWAY, 1280)}"' in shared
    policy = client.get("/en/").headers["Content-Security-Policy"]
    assert "img-src 'self';" in f"{policy};"


def test_a_picture_is_kept_by_all_and_tells_nobody_who_reads(client: Client, settings: Any) -> None:
    with open_outlet() as (address, asked):
        settings.WIREROOM_ALLOW = [address]
        report = make_report(url := f"http://{address}/a.jpg")
        report.page.url = f"http://{address}/report"
        report.page.save()
        path = proxy_path(report.pk, url, 320)
        first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, len(asked)) == (200, 304, 1)
    assert first.headers["Content-Type"] == "image/webp"
    assert first.headers["X-Robots-Tag"] == "noindex"
    assert "max-age=86400" in first.headers["Cache-Control"]
    assert not first.cookies
    assert "Cookie" not in first.headers.get("Vary", "")


def test_nothing_is_fetched_for_strangers(client: Client) -> None:
    report = make_report()
    path = proxy_path(report.pk, AWAY, 320)
    signature = path.split("/")[2]
    others = [
        path.replace(signature, "0" * 32),
        path.replace("/320/", "/321/"),
        path.replace(f"/{report.pk}.", f"/{report.pk + 1}."),
        f"{path}?url=http://192.0.2.8/",
    ]
    answers = [client.get(other) for other in others]
    assert [answer.headers["Content-Type"].partition(";")[0] for answer in answers] == [
        "text/html", "text/html", "text/html", "image/svg+xml",
    ]  # fmt: skip
    report.image_url = "http://192.0.2.7/b.jpg"
    report.save()
    assert client.get(path).headers["Content-Type"].startswith("text/html")


def test_a_picture_that_fails_is_a_calm_placeholder(
    client: Client, django_assert_num_queries: Any
) -> None:
    report = make_report()
    path = proxy_path(report.pk, AWAY, 320)
    with django_assert_num_queries(1):
        answer = client.get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert b"<script" not in answer.content
    assert "max-age=300" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("change", ["spiked", "policy", "off", "health"])
def test_what_may_not_be_shown_any_more_is_gone_at_once(
    client: Client, settings: Any, change: str
) -> None:
    report = make_report()
    path = proxy_path(report.pk, AWAY, 320)
    if change == "off":
        settings.WIREROOM_IMAGES = "off"
    elif change == "policy":
        report.outlet.images_allowed = False
        report.outlet.save()
    else:
        report.health = "gallery" if change == "health" else report.health
        report.spiked_at = report.seen_at if change == "spiked" else None
        report.save()
    assert client.get(path).headers["Content-Type"].startswith("text/html")
    assert not image_on(client, f"/en/article/{report.pk}/")


def test_a_host_may_have_them_come_from_outlets(client: Client, settings: Any) -> None:
    settings.WIREROOM_IMAGES = "direct"
    secure = make_report("https://pictures.example/a.jpg")
    image = image_on(client, f"/en/article/{secure.pk}/")
    assert 'src="https://pictures.example/a.jpg"' in image
    assert "srcset" not in image
    assert 'referrerpolicy="no-referrer"' in image
    plain = make_article(secure.outlet, "Another", image_url="http://pictures.example/a.jpg")
    assert not image_on(client, f"/en/article/{plain.pk}/")
