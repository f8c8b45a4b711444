"""What a page states of its use counts wherever its text would be shown or read by a machine."""

from typing import Any

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story, words

from wireroom.news.models import Page
from wireroom.news.queries.picture import read_picture
from wireroom.pipeline.material import read_material
from wireroom.pipeline.reports import read_story_reports
from wireroom.reading.queries.texts import read_text

pytestmark = pytest.mark.django_db


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize(("most", "shown"), [("", 200), ("excerpt", 60), ("headline", 0)])
def test_a_page_lets_less_be_shown_than_its_outlet(client: Client, most: str, shown: int) -> None:
    outlet = make_outlet("Agency", policy="full")
    facts: dict[str, Any] = {"body": words(200), "image_url": "https://agency.example/a.jpg"}
    article = make_article(outlet, "H", most_shown=most, **facts)
    story = make_story([article])
    page = text_of(client, f"/en/article/{article.pk}/")
    assert ("word0" in page) == (shown > 0)
    assert f"word{shown}" not in page
    assert f"word{shown - 1}" in page or not shown
    everywhere = ("/en/", f"/en/story/{story.pk}/", f"/en/outlet/{outlet.slug}/")
    for path in everywhere:
        assert ("word0" in text_of(client, path)) == (shown > 0), path
        assert shown or "a.jpg" not in text_of(client, path), path
    assert (read_picture(article.pk) is not None) == (shown > 0)
    to_mark = read_text(article.pk)
    assert to_mark is not None
    assert len(to_mark.body.split()) == shown


def test_no_machine_reads_what_a_page_reserves() -> None:
    outlet = make_outlet("Agency", policy="full")
    body = (
        "The ferry Alba burned for nine hours off Brinehaven before a tug reached it at dawn."
        " The harbour master said that all of its 212 passengers were brought ashore alive."
        " The owner said that an inquiry would begin on Monday and last until the spring."
    )
    free = make_article(outlet, "The ferry Alba burned", body=body)
    kept = make_article(outlet, "A tug came", body=body, ai_reserved=True)
    short = make_article(outlet, "A ferry burns", body=body, most_shown="headline")
    story = make_story([free, kept, short])
    told = read_story_reports([story.pk])[story.pk]
    assert {one.article for one in told} == {str(free.pk), str(short.pk)}
    sentences = read_material([story.pk])[story.pk].sentences
    assert {one.span.article for one in sentences} == {str(free.pk)}


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_an_outlets_page_tells_of_it(client: Client, edition: str) -> None:
    outlet = make_outlet("Agency", policy="full")
    make_article(outlet, "H")
    assert "machines" not in text_of(client, f"/en/outlet/{outlet.slug}/").split("</h2>")[-1]
    Page.objects.update(terms="noai:ai.txt; noarchive:robots meta")
    page = text_of(client, f"/{edition}/outlet/{outlet.slug}/")
    for told in {
        "en": ("writes of them: 1.", "and less is: 1."),
        "ar": ("تحجب نصها عن الآلات", "يُعرض منها أقل"),
    }[edition]:
        assert told in page
