"""An OPML list is taken at the desk: its feeds are filed and logged, and what is none is told."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.web.newsroom import make_outlet
from tests.web.test_desk_pages import at_desk, latest

from wireroom.engine.feeds.opml import MAX_BYTES
from wireroom.news.models import Feed, Outlet
from wireroom.people.roles import Role

pytestmark = pytest.mark.django_db
PATH = "/en/desk/outlets/add/"
LIST = b"""<opml version="2.0"><body><outline text="Coast">
<outline text="Tidewire" xmlUrl="https://tidewire.example/rss" htmlUrl="https://tidewire.example/"/>
<outline text="Ledger" xmlUrl="https://ledger.example/rss"/><outline text="No" xmlUrl="file:///x"/>
</outline></body></opml>"""


def upload(raw: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("feeds.opml", raw)


def test_its_feeds_are_filed_once() -> None:
    host = at_desk(Role.HOST)
    page = host.post(PATH, {"list": upload(LIST)}, follow=True).content.decode()
    assert "Feeds: 2 new, of 2 new outlets; 0 known; 1 left out." in page
    assert set(Feed.objects.values_list("url", flat=True)) == {
        "https://tidewire.example/rss", "https://ledger.example/rss",
    }  # fmt: skip
    assert (latest().deed, latest().after) == ("outlet.add", {"outlets": 2})
    page = host.post(PATH, {"list": upload(LIST)}, follow=True).content.decode()
    assert "Feeds: 0 new, of 0 new outlets; 2 known" in page


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"<html>no list</html>", b"<opml><body/></opml>", b"\x00\xff" * 40,
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + LIST, LIST + b" " * MAX_BYTES,
    ],
    ids=["empty", "html", "none", "bytes", "entities", "large"],
)  # fmt: skip
def test_what_is_no_list_is_told_and_nothing_is_done(raw: bytes) -> None:
    make_outlet("Sample Post", is_sample=True)
    answer = at_desk(Role.HOST).post(PATH, {"list": upload(raw), "takes_sample": "on"})
    if raw:  # a browser sends no name for an empty file field, and Django drops an empty file
        assert answer.status_code == 400
        assert "This is no list of feeds that can be read" in answer.content.decode()
    assert Outlet.objects.count() == 1
    assert not Feed.objects.exists()


def test_it_is_for_hosts() -> None:
    assert at_desk(Role.EDITOR).post(PATH, {"list": upload(LIST)}).status_code == 404
    assert not Feed.objects.exists()


def test_a_hubs_lease_and_unseen_keys() -> None:
    outlet = make_outlet("Tidewire")
    until = timezone.now() + timedelta(days=3)
    Feed.objects.create(outlet=outlet, url="https://tidewire.example/rss", push_until=until)
    host = at_desk(Role.HOST)
    assert (
        "its hub tells of news until" in host.get(f"/en/desk/outlet/{outlet.pk}/").content.decode()
    )
    page = host.get("/en/desk/settings/").content.decode()
    assert 'class="unread" id="ai_key"' in page
