"""What everybody gets alike goes out packed, what is somebody's own never."""

import gzip

import brotli
import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story
from tests.web.test_desk_pages import at_desk

from wireroom.people.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def story_path() -> str:
    articles = [make_article(make_outlet(f"Outlet {n}"), f"Ferry {n} sinks") for n in range(12)]
    return f"/en/story/{make_story(articles).pk}/"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"),
     ("", ""), ("identity", ""), ("br; q=0", ""), ("GZIP", "gzip"), (";;,,br ;q=1", "br")],
)  # fmt: skip
def test_a_page_is_packed_as_its_reader_takes_it(
    client: Client, story_path: str, accepted: str, coding: str
) -> None:
    plain = client.get(story_path)
    assert not plain.has_header("Content-Encoding")
    packed = client.get(story_path, headers={"Accept-Encoding": accepted})
    assert packed.get("Content-Encoding", "") == coding
    assert "Accept-Encoding" in packed["Vary"]
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(coding, bytes)
    assert unpack(packed.content) == plain.content
    if coding:
        assert len(packed.content) < len(plain.content) / 2
        assert int(packed["Content-Length"]) == len(packed.content)
        seen = {"If-None-Match": packed["ETag"], "Accept-Encoding": accepted}
        assert client.get(story_path, headers=seen).status_code == 304


def test_what_is_somebodys_own_goes_out_as_it_is() -> None:
    known = at_desk(Role.HOST)
    for path in ("/en/desk/", "/en/mine/", "/en/desk/log/"):
        answer = known.get(path, headers={"Accept-Encoding": "br, gzip"})
        assert len(answer.content) > 1_000
        assert not answer.has_header("Content-Encoding"), path


def test_style_sheets_are_packed_and_pictures_are_not(client: Client) -> None:
    sheet = client.get("/static/wireroom.css", headers={"Accept-Encoding": "br"})
    plain = client.get("/static/wireroom.css").getvalue()
    assert brotli.decompress(sheet.content) == plain
    assert len(sheet.content) < len(plain) / 3
    icon = client.get("/static/icons/maskable-512.png", headers={"Accept-Encoding": "br"})
    assert icon.status_code == 200
    assert not icon.has_header("Content-Encoding")
