"""Bad articles through the running pipeline: none crashes it, floods the front or gets lost."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest
from tests.pipeline.bad_press import REPEATED, SAME, bad_press, feeds
from tests.pipeline.newsdesk import newsdesk

LIMIT_S: Final = 900.0  # what ends a wait for nothing
ADD: Final = """
import django, sys
django.setup()
from wireroom.news.services.feeds import add_feed
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.coordinator import utc_now
outlet, _ = file_outlet(OutletFacts(name="Landing Post", home_url=sys.argv[1]))
for path in sys.argv[2:]:
    add_feed(outlet, sys.argv[1] + path, now=utc_now())
"""
LOOK: Final = """
import django, json, re
django.setup()
from django.test import Client
from wireroom.news.models import Article
page = Client().get("/en/", headers={"host": "localhost"}).content.decode()
rows = Article.objects.order_by("pk").values_list(
    "page__url", "headline", "membership__story", "published_at", "word_count")
print(json.dumps({
    "front": page,
    "articles": [[*row[:3], str(row[3]), row[4]] for row in rows],
}))
"""


@dataclass(frozen=True, slots=True)
class Left:
    """What the ingest of the bad press left."""

    state: dict[str, Any]
    queue: str
    front: str
    articles: dict[str, list[tuple[str, int | None, str, int]]]  # by path


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    with bad_press() as base:
        var = tmp_path_factory.mktemp("bad-press")
        with newsdesk(var, allow=base.removeprefix("http://")) as desk:
            desk.run_python(ADD, base, *feeds())
            desk.start()
            desk.wait_until_quiet(limit_s=LIMIT_S, feeds=False)
            seen = json.loads(desk.run_python(LOOK))
            articles: dict[str, list[tuple[str, int | None, str, int]]] = {}
            for url, *row in seen["articles"]:
                articles.setdefault(url.removeprefix(base), []).append(tuple(row))
            yield Left(desk.end_state(), desk.queue(), seen["front"], articles)


@pytest.mark.slow
def test_the_front_has_every_event_once(left: Left) -> None:
    shown = [
        *("Ferry timetable of the summer", "Velmouth rowers win the regatta"),
        *("Varga takes the chess open", "Archers from eleven villages shot at straw targets"),
        *("Fencers move into a granary", "Every word of the harbour inquiry"),
        *("Stones weighed again", "Three black belts", "towed", "No marathon"),
        "Lengths have to be booked",
    ]
    assert all(headline in left.front for headline in shown)
    assert len(left.state["faces"]) == len(shown)
    assert left.front.count("Ferry timetable of the summer") == 1


@pytest.mark.slow
def test_one_text_at_a_hundred_addresses_of_its_outlet_is_one_article(left: Left) -> None:
    read = [url for url, health, _ in left.state["pages"] if health == "article"]
    assert sum("/same/" in url for url in read) == SAME
    same = [rows for path, rows in left.articles.items() if path.startswith("/same/")]
    (((headline, story, _, _),),) = same
    assert headline == "Ferry timetable of the summer"
    assert story is not None


@pytest.mark.slow
def test_one_address_announced_a_thousand_times_is_one_article(left: Left) -> None:
    assert len(feeds()["/often.json"]) == REPEATED
    ((headline, story, _, _),) = left.articles["/often"]
    assert headline == "Lengths have to be booked"
    assert story is not None


@pytest.mark.slow
def test_every_page_says_what_it_was_and_the_host_can_find_it(left: Left) -> None:
    unread = {url.rsplit("/", 1)[1] for url, health, _ in left.state["pages"] if health == "empty"}
    assert unread == {"no-body", "points", "faces"}
    assert "unread: 3 empty" in left.queue
    assert "no text of a report was found" in left.queue
    assert "dead:" not in left.queue
    for path in ("/no-body", "/points", "/faces"):  # their headlines are kept, and on no front
        ((headline, story, _, _),) = left.articles[path]
        assert headline
        assert story is None
        assert headline not in left.front


@pytest.mark.slow
def test_dates_that_cannot_be_count_as_none(left: Left) -> None:
    assert left.articles["/1970"][0][2] == left.articles["/2090"][0][2] == "None"
    assert "2090" not in left.front


@pytest.mark.slow
def test_a_body_of_five_megabytes_is_kept_whole(left: Left) -> None:
    ((_, story, _, words),) = left.articles["/long"]
    assert story is not None
    assert words > 900_000
