"""What a person hides, told to their device, and left out of their own search."""

import json

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story
from tests.web.test_search_page import index

from wireroom.news.models import Outlet
from wireroom.people.services.accounts import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def hiding(hers: Client, outlet: Outlet) -> Client:
    """Somebody who blocked an outlet and muted a word with an exception."""
    hers.post(f"/en/mine/block/?outlet={outlet.pk}", {"deed": "add"})
    hers.post("/en/mine/mute/", {"words": "footballer", "exceptions": "bridge"})
    return hers


def test_a_device_is_told_what_its_reader_hides_and_nobody_elses(hiding: Client) -> None:
    answer = hiding.get("/en/mine/hidden/")
    told = json.loads(answer.content)
    assert answer["Cache-Control"] == "private, no-store"
    assert told["outlets"] == [{"slug": "tidewire", "name": "Tidewire"}]
    assert told["mutes"] == [{"words": "footballer", "exceptions": ["bridge"]}]
    assert f'content="{told["who"]}"' in hiding.get("/en/mine/").content.decode()
    other = Client()
    other.force_login(add_person("oma@tidewire.example"))
    theirs = json.loads(other.get("/en/mine/hidden/").content)
    assert (theirs["outlets"], theirs["mutes"]) == ([], [])
    assert theirs["who"] != told["who"]
    stranger = Client().get("/en/mine/hidden/")
    assert (stranger.status_code, json.loads(stranger.content)) == (401, {})


def test_a_device_is_told_who_else_tells_what_a_blocked_outlet_leads(
    hiding: Client, outlet: Outlet
) -> None:
    other = make_outlet("Dune Post", policy="headline")
    told = make_story([make_article(outlet, "Ferry sinks"), make_article(other, "Ferry lost")])
    make_story([make_article(outlet, "Told by nobody else")])
    leads = json.loads(hiding.get("/en/mine/hidden/").content)["leads"]
    assert leads == {
        str(told.pk): {
            "headline": "Ferry lost", "lang": "en", "dir": "ltr", "opening": "",
            "outlet": "Dune Post", "slug": "dune-post", "image": None, "counts": [],
        }
    }  # fmt: skip


def test_a_device_is_told_the_picture_and_the_counts_without_the_blocked(
    hiding: Client, outlet: Outlet
) -> None:
    dune, heron = make_outlet("Dune Post"), make_outlet("Heron")
    shown = make_article(dune, "Ferry lost", image_url="https://dune.example/ferry.jpg")
    told = make_story([make_article(outlet, "Ferry sinks"), shown, make_article(heron, "Ferry")])
    lead = json.loads(hiding.get("/ar/mine/hidden/").content)["leads"][str(told.pk)]
    assert lead["counts"] == ["2 outlets", "2 independent"]  # in the language of its front
    assert str(shown.pk) in lead["image"]["src"] or "dune.example" in lead["image"]["src"]


def test_ones_own_search_leaves_it_out(hiding: Client, client: Client, outlet: Outlet) -> None:
    other = make_outlet("Dune Post")
    index(
        make_article(outlet, "Ferry of Tidewire"),
        make_article(other, "Ferry of the Dune Post"),
        make_article(other, "Ferry full of fans", standfirst="Footballers on board"),
        make_article(other, "Ferry at the bridge", standfirst="Footballers on board"),
    )
    for tail in ("?q=ferry", "?q=ferry&sort=new", "?q=lang:en"):
        page = hiding.get(f"/en/mine/search/{tail}").content.decode()
        assert "Ferry of the Dune Post" in page, tail
        assert "Ferry at the bridge" in page, tail
        assert "Ferry of Tidewire" not in page, tail
        assert "full of fans" not in page, tail
    assert "Ferry of Tidewire" in client.get("/en/search/?q=ferry").content.decode()
    nothing = hiding.get("/ar/mine/search/?q=tidewire&before=x").content.decode()
    assert "لم يُعثر على شيء لا تخفيه" in nothing
    assert client.get("/en/mine/search/?q=ferry").status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_ones_own_search_takes_as_many_queries_for_one_as_for_three(
    hiding: Client, number: int, django_assert_max_num_queries: object
) -> None:
    index(*(make_article(make_outlet(f"Dune {n}"), f"Ferry {n}") for n in range(number)))
    hiding.get("/en/mine/search/?q=ferry")
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        assert hiding.get("/en/mine/search/?q=ferry").content.count(b"<li>\n<h3") == number
