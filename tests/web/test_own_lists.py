"""A person's lists: rows are removed whatever became of what they name; a device is told some."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story, make_topic

from wireroom.news.models import Outlet, Story, Topic
from wireroom.people.models import Person
from wireroom.reading.models import Block, Follow

pytestmark = pytest.mark.django_db


def remove_all(client: Client, address: str) -> None:
    """Press every "Remove" of a list, as its page has them."""
    page = client.get(address).content.decode()
    forms = re.findall(r'method="post" action="([^"]+)">(.+?)</form>', page, re.DOTALL)
    for there, form in forms:
        if button := re.search(r'<button[^>]* name="(\w+)" value="(\w+)">', form):
            assert client.post(there, {button[1]: button[2]}).status_code == 302


def test_merged_withdrawn_and_hidden_things_can_be_unfollowed(
    hers: Client, ilsa: Person, story: Story, outlet: Outlet
) -> None:
    merged, spiked = (make_story([make_article(outlet, f"State {n}")]) for n in (1, 2))
    kept, joined, hidden = make_topic(), make_topic("Ostvig"), make_topic("Saltholm")
    for columns in ({"story": merged}, {"story": spiked}, {"topic": joined}, {"topic": hidden}):
        Follow.objects.create(person=ilsa, **columns)
    Block.objects.create(person=ilsa, outlet=make_outlet("Loudly"))
    Story.objects.filter(pk=merged.pk).update(merged_into=story)
    Story.objects.filter(pk=spiked.pk).update(spiked_at=timezone.now())
    Topic.objects.filter(pk=joined.pk).update(merged_into=kept)
    Topic.objects.filter(pk=hidden.pk).update(hidden_at=timezone.now())
    for tail, table in (("follows", Follow), ("blocks", Block)):
        remove_all(hers, f"/en/mine/{tail}/")
        assert not table._default_manager.exists(), tail


def test_nobody_removes_anothers_rows(hers: Client, story: Story, outlet: Outlet) -> None:
    other = Person.objects.create(email="oma@tidewire.example")
    followed = Follow.objects.create(person=other, story=story)
    blocked = Block.objects.create(person=other, outlet=outlet)
    for tail, row in (("follows", followed), ("blocks", blocked)):
        hers.post(f"/en/mine/{tail}/", {"remove": str(row.pk)})
    assert (Follow.objects.count(), Block.objects.count()) == (1, 1)


def test_a_device_is_told_what_its_reader_saved_last(
    hers: Client, client: Client, story: Story
) -> None:
    addresses = [f"/en/story/{story.pk}/", f"/en/article/{story.lead_id}/"]
    for tail in (f"story={story.pk}", f"article={story.lead_id}"):
        hers.post(f"/en/mine/save/?{tail}", {"deed": "add"})
    answer = hers.get("/en/mine/kept/")
    assert answer.json() == {"urls": addresses[::-1]}
    assert answer["Cache-Control"] == "private, no-store"
    hers.post(f"/en/mine/save/?story={story.pk}", {"deed": "remove"})
    assert hers.get("/en/mine/kept/").json() == {"urls": addresses[1:]}
    assert client.get("/en/mine/kept/").status_code == 401
