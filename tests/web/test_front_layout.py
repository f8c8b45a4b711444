"""The front's order: the best story leads, unless only a close one has a picture."""

import pytest
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.queries.front import read_front
from wireroom.web.front_layout import lay_out

pytestmark = pytest.mark.django_db


def _front(*pictures: str) -> list[str]:
    """Return the headlines in the layout's order for stories with these pictures, best first."""
    outlet = make_outlet("Tidewire")
    for place, picture in enumerate(pictures):
        article = make_article(outlet, f"Story {place}", image_url=picture)
        make_story([article], rank=100.0 - place)
    layout = lay_out(read_front(("en",)).stories)
    assert layout.lead is not None
    return [layout.lead.headline, *(story.headline for story in layout.seconds)]


def test_the_best_story_leads() -> None:
    assert _front("", "", "", "")[0] == "Story 0"


def test_a_picture_close_behind_leads_and_the_order_stays() -> None:
    picture = "https://pictures.example/1.jpg"
    assert _front("", "", picture, "") == ["Story 2", "Story 0", "Story 1", "Story 3"]


def test_a_picture_does_not_pass_what_an_editor_pinned() -> None:
    outlet = make_outlet("Tidewire")
    make_story([make_article(outlet, "Pinned")], rank=1e9 + 1.0)
    make_story([make_article(outlet, "Other", image_url="https://pictures.example/1.jpg")], rank=9)
    layout = lay_out(read_front(("en",)).stories)
    assert layout.lead is not None
    assert layout.lead.headline == "Pinned"


def test_a_picture_far_behind_does_not() -> None:
    picture = "https://pictures.example/1.jpg"
    assert _front("", "", "", picture)[0] == "Story 0"
