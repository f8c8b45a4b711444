"""What the front marks of a story: that it is developing, and what became of its lead's text."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.briefs import as_columns
from wireroom.news.models import Brief, Revision, Story

pytestmark = pytest.mark.django_db
MARKS = ("developing", "updated", "corrected")


def marks_of(client: Client) -> list[str]:
    facts = re.search(r'<p class="facts">.*?</p>', client.get("/en/").content.decode(), re.DOTALL)
    assert facts
    return re.sub(r"<[^>]+>", "", facts[0]).split("\n")


def make_told(*hours: float, **lead: Any) -> None:
    outlets = [make_outlet(f"Outlet {n}", policy="full") for n in range(len(hours))]
    pairs = list(zip(outlets, hours, strict=True))
    others = [make_article(outlet, "Ferry aground", hours=ago) for outlet, ago in pairs[1:]]
    make_story([make_article(outlets[0], "Ferry aground", hours=hours[0], **lead), *others])


@pytest.mark.parametrize(
    ("hours", "is_developing"),
    [((5, 3, 1), True), ((30, 3, 1), False), ((5, 4, 3), False), ((2, 1), False)],
)
def test_it_develops_while_it_is_young_and_told_on(
    client: Client, hours: tuple[float, ...], is_developing: bool
) -> None:
    make_told(*hours)
    assert ("developing" in marks_of(client)) == is_developing


def test_a_lead_that_never_changed_has_no_mark(client: Client) -> None:
    make_told(30)
    assert not {*MARKS} & {*marks_of(client)}


def test_a_revised_lead_is_marked_and_a_corrected_one_before_that(client: Client) -> None:
    make_told(30, states=2)
    assert "updated" in marks_of(client)
    Revision.objects.update(corrections=[{"kind": "correction", "text": "Nine.", "at": None}])
    assert "corrected" in marks_of(client)
    assert "updated" not in marks_of(client)


@pytest.mark.parametrize(
    ("kind", "is_marked"), [("contradiction", True), ("sources", True), ("update", False)]
)
def test_reports_that_give_different_values_are_marked(
    client: Client, kind: str, is_marked: bool
) -> None:
    make_told(30, 29)
    table = {"kind": kind, "measure": "count", "about": "dead", "values": []}
    Brief.objects.create(story=Story.objects.get(), **as_columns({"differences": [table]}))
    assert ("reports differ" in marks_of(client)) == is_marked
