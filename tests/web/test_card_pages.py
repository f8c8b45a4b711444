"""Cards on pages: which address names them, when it changes, and when there is none."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.adapters.cards import press
from wireroom.adapters.cards.fonts import Fonts
from wireroom.adapters.cards.press import Card
from wireroom.engine.stories.rank import rank_of_time
from wireroom.news.models import Story
from wireroom.web import cards

pytestmark = pytest.mark.django_db
_PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def drawn(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Stand in for the fonts and the drawing, which tests/adapters/test_cards.py looks at."""
    settings.VAR = tmp_path
    made: list[Card] = []

    def stand_in(card: Card, _fonts: Fonts) -> bytes:
        made.append(card)
        return _PNG

    monkeypatch.setattr(cards, "has_fonts", lambda: True)
    monkeypatch.setattr("wireroom.web.views.card.has_fonts", lambda: True)
    monkeypatch.setattr(press, "draw", stand_in)
    cards.card_press.cache_clear()
    yield made
    cards.card_press.cache_clear()


@pytest.fixture
def story() -> Story:
    reports = [
        make_article(make_outlet(name), f"Ferry fire {name}") for name in ("Gazette", "Post")
    ]
    return make_story(reports, rank=9)


def tags(client: Client, page: str) -> dict[str, str]:
    text = client.get(page).content.decode()
    found = re.findall(
        r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)"', text
    )
    return dict(found)


def card_of(client: Client, page: str) -> str:
    return tags(client, page)["og:image"].removeprefix("http://testserver")


def test_a_storys_page_names_its_card(client: Client, story: Story, drawn: list[Card]) -> None:
    told = tags(client, f"/en/story/{story.pk}/")
    assert re.search(rf"/en/card/story/{story.pk}-[0-9a-f]{{32}}\.png$", told["og:image"])
    assert told["twitter:image"] == told["og:image"]
    assert told["twitter:card"] == "summary_large_image"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    said = told["og:image:alt"]
    assert "Ferry fire" in said
    assert "2 outlets" in said
    path = told["og:image"].removeprefix("http://testserver")
    answers = [client.get(path), client.get(path)]
    for answer in answers:
        assert (answer.status_code, answer.content) == (200, _PNG)
        assert answer["Content-Type"] == "image/png"
        assert {"public", "immutable"} <= set(answer["Cache-Control"].split(", "))
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
    assert len(drawn) == 1
    assert drawn[0].headline == story.headline
    assert drawn[0].credit.startswith("Headline: ")


def test_each_edition_has_its_own_card(client: Client, story: Story, drawn: list[Card]) -> None:
    for edition in ("en", "ar"):
        assert client.get(card_of(client, f"/{edition}/story/{story.pk}/")).status_code == 200
    assert [card.is_rtl for card in drawn] == [False, True]
    assert "وسيلتا إعلام" in drawn[1].facts


def test_a_report_has_a_card(client: Client, drawn: list[Card]) -> None:
    report = make_article(make_outlet("Gazette"), "Dam \u202eholds\u202c")
    assert client.get(card_of(client, f"/en/article/{report.pk}/")).status_code == 200
    assert drawn[0].headline == "Dam holds"
    report.spiked_at = timezone.now()
    report.save()
    path = f"/en/card/article/{report.pk}-{'0' * 32}.png"
    assert client.get(path).status_code == 404


def test_a_days_wrap_up_has_a_card(client: Client, drawn: list[Card]) -> None:
    report = make_article(make_outlet("Gazette"), "Dam holds", hours=48)
    make_story([report], rank=rank_of_time(report.sort_at))
    day = report.sort_at.date()
    assert client.get(card_of(client, f"/en/wrap-up/{day}/")).status_code == 200
    assert drawn[0].headline.startswith("Wrap-up: ")
    assert drawn[0].facts == "1 story"
    for empty in (
        "2024-02-02",
        "2999-01-01",
        "9",
    ):  # a card of every day there ever was is too many
        path = f"/en/card/wrap-up/{empty}-{'0' * 32}.png"
        assert client.get(path).status_code == 404
    assert "og:image" not in tags(client, "/en/wrap-up/2024-02-02/")


def test_what_a_card_says_changes_its_address(client: Client, story: Story) -> None:
    page = f"/en/story/{story.pk}/"
    seen = [card_of(client, page)]
    story.lead.headline = "Ferry fire out"  # type: ignore[union-attr] # make_story sets it
    story.lead.save()  # type: ignore[union-attr] # as above
    seen.append(card_of(client, page))
    Story.objects.filter(pk=story.pk).update(outlets_count=31)
    seen.append(card_of(client, page))
    assert len(set(seen)) == 3
    for old in seen[:2]:
        assert client.get(old)["Location"] == seen[2]


def test_nothing_is_drawn_for_strangers(client: Client, story: Story, drawn: list[Card]) -> None:
    path = card_of(client, f"/en/story/{story.pk}/")
    others = [f"/en/card/story/{story.pk}-{number:032x}.png" for number in range(3)]
    assert [client.get(other)["Location"] for other in others] == [path] * 3
    assert client.get(path.replace(f"/{story.pk}-", "/999999-")).status_code == 404
    assert client.get(path.replace("/story/", "/front/")).status_code == 404
    assert client.post(path).status_code == 405
    assert not drawn


def test_a_withdrawn_story_has_no_card(client: Client, story: Story) -> None:
    path = card_of(client, f"/en/story/{story.pk}/")
    assert client.get(path).status_code == 200
    Story.objects.filter(pk=story.pk).update(spiked_at=timezone.now())
    assert client.get(path).status_code == 404


def test_the_card_of_a_merged_story_leads_to_the_other(client: Client, story: Story) -> None:
    path = card_of(client, f"/en/story/{story.pk}/")
    other = make_story([make_article(make_outlet("Echo"), "Harbour closed")], rank=9)
    Story.objects.filter(pk=story.pk).update(merged_into=other)
    assert client.get(path)["Location"] == card_of(client, f"/en/story/{other.pk}/")


def test_whoever_comes_while_others_draw_comes_again(
    client: Client, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "_TURN_S", 0.01)
    path = card_of(client, f"/en/story/{story.pk}/")
    with cards.card_press()._turn:
        answer = client.get(path)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert client.get(path).status_code == 200


def test_without_fonts_there_is_no_card(
    client: Client, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = card_of(client, f"/en/story/{story.pk}/")
    monkeypatch.setattr(press, "find_fonts", lambda: Fonts((), ()))
    monkeypatch.setattr(cards, "has_fonts", press.has_fonts)
    monkeypatch.setattr("wireroom.web.views.card.has_fonts", press.has_fonts)
    told = tags(client, f"/en/story/{story.pk}/")
    assert "og:image" not in told
    assert "twitter:card" not in told
    assert client.get(path).status_code == 404
