"""The page where readers ask a story: answers with their outlets, within the outlets' terms."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.insight.ask.question import LONGEST
from wireroom.news.models import Story

pytestmark = pytest.mark.django_db
BODY = "Mayor Ada Quill, 61, closed the roads of Orme. Five people died in the flood."


def story_of(**terms: object) -> Story:
    outlet = make_outlet("Lowen Echo", **({"policy": "full"} | terms))
    return make_story([make_article(outlet, "Flood in Orme", body=BODY)])


def page_of(client: Client, story: Story, question: str = "", edition: str = "en") -> str:
    values = {"q": question} if question else {}
    response = client.get(f"/{edition}/story/{story.pk}/ask/", values)
    assert response.status_code == 200
    return response.content.decode()


def test_an_answer_stands_with_its_outlet_and_leads_to_its_words(client: Client) -> None:
    page = page_of(client, story_of(), "How many people died?")
    assert "Five people died in the flood." in page
    assert "Lowen Echo" in page
    assert ":~:text=Five" in page


def test_what_no_report_says_is_said_so(client: Client) -> None:
    assert "Not in these reports." in page_of(client, story_of(), "Why did Ada Quill resign?")


def test_the_page_stands_without_a_question(client: Client) -> None:
    page = page_of(client, story_of())
    assert f'maxlength="{LONGEST}"' in page
    assert "Not in these reports." not in page


@pytest.mark.parametrize(
    "terms", [{"policy": "headline"}, {"policy": "excerpt", "excerpt_words": 2},
              {"policy": "full", "ai_allowed": False}],
)  # fmt: skip
def test_words_that_an_outlet_keeps_are_not_shown(client: Client, terms: dict[str, object]) -> None:
    assert "Five people died" not in page_of(client, story_of(**terms), "How many people died?")


def test_a_question_is_shown_as_text_and_cut(client: Client) -> None:
    page = page_of(client, story_of(), "<b>x</b>\x00\u202e" + "y" * 5000)
    assert "<b>x</b>" not in page
    assert "y" * (LONGEST + 1) not in page


def test_a_follow_up_is_asked_with_the_question_before(client: Client) -> None:
    story = story_of()
    response = client.get(
        f"/en/story/{story.pk}/ask/", {"q": "And how old is she?", "after": "Who is Ada Quill?"}
    )
    assert "Mayor Ada Quill, 61" in response.content.decode()


def test_it_is_no_page_for_search_engines_and_the_story_leads_to_it(client: Client) -> None:
    story = story_of()
    assert "noindex" in page_of(client, story, "How many people died?")
    assert f"/en/story/{story.pk}/ask/" in client.get(f"/en/story/{story.pk}/").content.decode()


def test_it_speaks_arabic(client: Client) -> None:
    assert "اسأل عن هذا الخبر" in page_of(client, story_of(), "Why?", edition="ar")
