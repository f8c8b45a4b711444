"""A host adds outlets at the desk, by address or from the starter lists, and the sample goes."""

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.newsroom import make_outlet

from wireroom.engine.types import FetchRequest, FetchResult
from wireroom.news.models import Feed, LoggedDeed, Outlet
from wireroom.news.services.shards import Hold, hold_shard
from wireroom.people.roles import Role
from wireroom.people.services.accounts import add_person
from wireroom.people.services.roles import set_role
from wireroom.pipeline import adding

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/outlets/add/"
FEED = b"""<rss version="2.0"><channel><title>Tide</title><link>https://tide.example/</link>
<item><title>Ferry lost</title><link>https://tide.example/1</link></item></channel></rss>"""


class FeedsAlone:
    """A fetcher on whose internet every address but /nothing answers with one feed."""

    def __init__(self, **_options: object) -> None:
        pass

    async def fetch(self, request: FetchRequest) -> FetchResult:
        is_there = not request.url.endswith("/nothing")
        return FetchResult(
            url=request.url,
            status=200 if is_there else 404,
            headers={},
            body=FEED if is_there else b"",
        )

    async def close(self) -> None:
        pass


def host(role: Role = Role.HOST) -> Client:
    person = add_person(f"{role.name.lower()}@tidewire.example")
    set_role(person.pk, role)
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture(autouse=True)
def net(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "AiohttpFetcher", FeedsAlone)


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_the_lists_are_offered_without_what_is_read_already(edition: str) -> None:
    client = host()
    client.post(PAGE, {"outlets": ["The Guardian"]})
    page = client.get(f"/{edition}/desk/outlets/add/").content.decode()
    assert 'value="The Guardian" checked disabled' in page
    assert 'value="BBC News">' in page


def test_chosen_outlets_are_filed_logged_and_take_the_sample_away() -> None:
    make_outlet("Tidewire", is_sample=True)
    assert hold_shard("en", "pipeline", now=timezone.now(), lease_s=60) is Hold.ANEW
    answer = host().post(PAGE, {"outlets": ["The Guardian", "BBC News"], "takes_sample": "on"})
    assert answer.status_code == 302
    # A pipeline at work has the sample's stories in its index: it is made anew.
    assert hold_shard("en", "pipeline", now=timezone.now(), lease_s=60) is Hold.ANEW
    assert set(Outlet.objects.values_list("name", flat=True)) == {"The Guardian", "BBC News"}
    assert LoggedDeed.objects.latest("pk").deed == "outlet.add"


@pytest.mark.parametrize("stays", [True, False])
def test_an_address_is_added_and_the_sample_stays_where_it_is_to(stays: bool) -> None:
    make_outlet("Tidewire", is_sample=True)
    sent = {"address": "tide.example/feed", **({} if stays else {"takes_sample": "on"})}
    client = host()
    assert client.post(PAGE, sent).status_code == 302
    assert "tide.example is read from now on" in client.get(PAGE).content.decode()
    assert Feed.objects.get(outlet__name="tide.example").url == "https://tide.example/feed"
    assert Outlet.objects.filter(is_sample=True).exists() is stays
    assert LoggedDeed.objects.latest("pk").name == "tide.example"


@pytest.mark.parametrize(
    "sent",
    [{"address": ""}, {"address": "https://"}, {"address": "https://tide.example/nothing"}, {},
     {"outlets": ["No Such Gazette"]}],
)  # fmt: skip
def test_what_cannot_be_added_is_said_and_the_sample_stays(sent: dict[str, object]) -> None:
    make_outlet("Tidewire", is_sample=True)
    answer = host().post(PAGE, {**sent, "takes_sample": "on"})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert Outlet.objects.get().name == "Tidewire"


def test_only_a_host_adds_outlets() -> None:
    assert host(Role.EDITOR).post(PAGE, {"outlets": ["BBC News"]}).status_code == 404
    assert not Outlet.objects.exists()
