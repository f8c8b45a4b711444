"""What programs read: the same as the pages show, within each outlet's terms, and no more."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import ago, make_article, make_outlet, make_story

from wireroom.api.service import service
from wireroom.news.models import Brief, Membership, Story

pytestmark = pytest.mark.django_db

ROOT = "/api/v1"
SECRET = "The bollards were painted twice, says the harbour master."


def ask(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(f"{ROOT}{path}")
    assert answer.status_code == status, answer.content
    assert not answer.cookies
    return answer.json()


def told_story(**terms: Any) -> Story:
    """A story of two reports whose brief cites the first."""
    body = f"Nine were saved off Ostvik. {SECRET}"
    own = make_article(make_outlet("Tidewire", **terms), "Ferry sinks off Ostvik", body=body)
    other = make_article(make_outlet("Civic Times", **terms), "Ostvik ferry lost", body=body)
    story = make_story([own, other])
    saying = [SECRET, own.pk, 1, 28, 28 + len(SECRET)]
    piece = {"saying": saying, "independent": 2}
    quote = {
        "saying": saying, "kind": "indirect", "speakers": ["Ilsa Corran"], "addressee": "",
        "via": [], "others": [], "carried": 1, "independent": 1, "first": own.pk,
    }  # fmt: skip
    kept = {"points": [piece, piece], "news": [piece], "quotes": [quote]}
    Brief.objects.create(story=story, content=kept)
    return story


def test_a_story_says_whose_words_it_rests_on(client: Client) -> None:
    story = told_story(policy="full")
    told = ask(client, f"/stories/{story.pk}")
    assert (told["headline"], told["reports"], told["independent"]) == (
        "Ferry sinks off Ostvik", 2, 2,
    )  # fmt: skip
    cited = told["key_points"][0]["cited"]
    report = ask(client, f"/articles/{cited['report']}")
    text = "\n\n".join(report["text"]["paragraphs"])
    assert text[cited["start"] : cited["end"]] == cited["text"] == SECRET
    assert cited["outlet"] == "tidewire"
    assert {one["report"]["outlet"]["name"] for one in told["strands"]} == {
        "Tidewire", "Civic Times",
    }  # fmt: skip
    assert ask(client, f"/stories/{story.pk}/quotes")["quotes"][0]["speakers"] == ["Ilsa Corran"]
    for url in (told["url"], report["url"], report["outlet"]["url"]):
        assert client.get(url.removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize("level", ["headline", "excerpt"])
def test_no_answer_holds_what_an_outlet_keeps_to_itself(client: Client, level: str) -> None:
    story = told_story(policy=level, excerpt_words=5)
    article = story.lead_id
    since = "2020-01-01T00:00:00Z"
    for path in (
        f"/stories/{story.pk}", f"/stories/{story.pk}/quotes", f"/articles/{article}", "/front",
        f"/stories/{story.pk}/new?since={since}", "/outlets/tidewire", "/search?q=bollards",
        f"/wrap-ups/{timezone.now().date()}",
    ):  # fmt: skip
        assert "bollards were" not in json.dumps(ask(client, path)), path
    assert ask(client, f"/articles/{article}")["text"]["withheld"] in ("policy", "excerpt")


def test_what_came_in_since_is_told_once(client: Client) -> None:
    story = told_story(policy="full")
    first, late = Membership.objects.filter(story=story).order_by("article_id")
    Membership.objects.filter(pk=first.pk).update(assigned_at=ago(2))
    Membership.objects.filter(pk=late.pk).update(assigned_at=ago(1))
    since = (ago(1) - timedelta(minutes=5)).isoformat().replace("+00:00", "Z")
    told = ask(client, f"/stories/{story.pk}/new?since={since}")
    assert [one["headline"] for one in told["reports"]] == ["Ostvik ferry lost"]
    assert told["news"] == []  # what is new stood in the first report
    again = ask(client, f"/stories/{story.pk}/new?since={told['cursor'].replace('+', '%2B')}")
    assert again["reports"] == []
    Membership.objects.filter(pk=first.pk).update(assigned_at=timezone.now())
    again = ask(client, f"/stories/{story.pk}/new?since={told['cursor'].replace('+', '%2B')}")
    assert [one["cited"]["text"] for one in again["news"]] == [SECRET]


def test_lists_go_on_to_every_story_once(client: Client) -> None:
    outlet = make_outlet("Tidewire")
    for number in range(80):
        make_story([make_article(outlet, f"Storm {number} nears")], rank=1.0 + number % 7)
    seen: list[int] = []
    path: str | None = "/front?edition=en"
    while path:
        told = ask(client, path)
        seen += [one["id"] for one in told["stories"]]
        path = told["next"] and told["next"].partition(ROOT)[2]
    assert len(seen) == len(set(seen)) == 80


def test_merged_withdrawn_and_unknown_are_told_apart(client: Client) -> None:
    story, other = told_story(), make_story([make_article(make_outlet("Nabd"), "Rain at last")])
    Story.objects.filter(pk=other.pk).update(merged_into=story, rank=None)
    assert ask(client, f"/stories/{other.pk}")["id"] == story.pk
    Story.objects.filter(pk=story.pk).update(spiked_at=ago(1))
    assert "withdrawn" in ask(client, f"/stories/{story.pk}", 410)["error"]
    for path in ("/stories/999999", "/articles/999999", "/outlets/nobody", "/topics/999999"):
        assert ask(client, path, 404)["error"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/front?edition=zz", 404), ("/front?before=x", 422), ("/front?day=2031-13-01", 422),
        ("/front?day=9999-01-01", 404), ("/wrap-ups/0001-01-01", 404),
        ("/stories/1/new", 422), ("/stories/1/new?since=2031-01-01T00:00:00", 422),
        ("/search?q=", 200), ("/search", 422), ("/search?q=%00%ff%00", 200),
        ("/search?q=rain&sort=worst", 422), ("/search?q=rain&before=-1", 422),
        (f"/search?q={'a' * 5000}", 422), (f"/stories/{10**30}", 404),
        ("/outlets/%00", 404), ("/outlets/tidewire?before=_", 422), ("/stories/1?page=0", 422),
    ],
)  # fmt: skip
def test_questions_that_make_no_sense_are_refused_in_words(
    client: Client, path: str, status: int
) -> None:
    told = ask(client, path, status)
    assert status == 200 or told["error"]


def test_a_search_finds_and_says_where(client: Client) -> None:
    story = told_story(policy="full")
    told = ask(client, "/search?q=nothing+like+this")
    assert told == {"hits": [], "next": None}
    assert ask(client, "/editions")[0]["url"].endswith("/en/")
    assert ask(client, f"/stories/{story.pk}?page=7")["pages"] == 1


def test_answers_are_kept_and_cost_no_more_with_more_reports(client: Client) -> None:
    story = told_story(policy="full")
    answer = client.get(f"{ROOT}/stories/{story.pk}")
    assert "public" in answer["Cache-Control"]
    again = client.get(f"{ROOT}/stories/{story.pk}", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    few = _queries(client, story)
    outlets = [make_outlet(f"Outlet {number}") for number in range(30)]
    many = make_story([make_article(one, f"By {one.name}") for one in outlets])
    assert _queries(client, many) <= few


def _queries(client: Client, story: Story) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask(client, f"/stories/{story.pk}")
    return len(asked)


@pytest.mark.parametrize(
    ("host", "any_page"),
    [("news.example", True), ("127.0.0.1:8000", False), ("192.168.1.4", False),
     ("localhost:8000", False), ("desk.local", False), ("[::1]:8000", False)],
)  # fmt: skip
def test_pages_of_other_sites_read_no_newsroom_at_home(
    client: Client, settings: Any, host: str, any_page: bool
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    answer = client.get(f"{ROOT}/editions", headers={"Host": host, "Origin": "https://x.example"})
    assert (answer.headers.get("Access-Control-Allow-Origin") == "*") is any_page


def test_a_question_is_answered_in_the_reports_words(client: Client) -> None:
    story = told_story(policy="full")
    told = ask(client, f"/stories/{story.pk}/ask?q=What+did+the+harbour+master+say%3F")
    assert [one["text"] for one in told["replies"]] == [SECRET]
    assert ask(client, f"/stories/{story.pk}/ask?q=Who+won+the+cup%3F")["replies"] == []


def test_nothing_can_be_written(client: Client) -> None:
    for verb in (client.post, client.put, client.patch, client.delete):
        assert verb(f"{ROOT}/front").status_code == 405


def test_it_is_described_as_openapi(client: Client) -> None:
    described = client.get(f"{ROOT}/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert all(one["get"]["summary"] for one in described["paths"].values())
    assert {path.removeprefix(ROOT) for path in described["paths"]} >= {
        "/front", "/stories/{story_id}", "/stories/{story_id}/new", "/articles/{article_id}",
        "/outlets/{slug}", "/topics/{topic_id}", "/search", "/wrap-ups/{day}", "/editions",
    }  # fmt: skip
    assert service.docs_url is None
