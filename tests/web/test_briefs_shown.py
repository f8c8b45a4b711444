"""What pages show of briefs: no more than the quoted outlets allow, and only what stands."""

from typing import Any

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Article, Brief, Outlet, Story
from wireroom.web.citing import text_fragment

pytestmark = pytest.mark.django_db

WORDS = "We have waited far too long for this line between the coasts"


def quote(text: str, *articles: Article, speakers: tuple[str, ...] = ("Ilsa Corran",)) -> Any:
    sayings = [[text, article.pk, 1, 0, len(text)] for article in articles]
    return {
        "saying": sayings[0], "kind": "direct", "speakers": list(speakers), "addressee": "",
        "via": [], "others": sayings[1:], "carried": len(articles), "independent": len(articles),
        "first": articles[-1].pk,
    }  # fmt: skip


def story_with(*quotes: Any, articles: list[Article], **kept: Any) -> Story:
    story = make_story(articles)
    Brief.objects.create(story=story, content={"quotes": list(quotes), **kept})
    return story


def value(text: str, start: int, end: int, article: Article, **columns: Any) -> Any:
    return {
        "saying": [text, article.pk, 1, 0, len(text)], "marked": [start, end], "source": "",
        "carriers": [], "latest": False, **columns,
    }  # fmt: skip


def difference(*values: Any, about: str = "dead", measure: str = "count") -> Any:
    return {
        "kind": "contradiction",
        "measure": measure,
        "about": about,
        "values": list(values),
    }


def page_of(client: Client, story: Story, tail: str = "") -> str:
    response = client.get(f"/en/story/{story.pk}/{tail}")
    assert response.status_code == 200
    return response.content.decode()


def article_of(**terms: Any) -> Article:
    outlet: Outlet = make_outlet(f"Outlet {Outlet.objects.count()}", **({"policy": "full"} | terms))
    return make_article(outlet, f"By {outlet.name}", body="Rain.")


def test_a_quote_stands_with_its_speaker_and_leads_to_its_words(client: Client) -> None:
    article = article_of()
    page = page_of(client, story_with(quote(WORDS, article), articles=[article]))
    assert f"<q>{WORDS}</q>" in page
    assert f'href="/en/article/{article.pk}/#:~:text=We%20have' in page


def test_words_that_do_not_stand_here_are_shown_at_their_publisher(client: Client) -> None:
    article = article_of(policy="excerpt")
    page = page_of(client, story_with(quote(WORDS, article), articles=[article]))
    assert f'href="{article.url}#:~:text=We%20have' in page


@pytest.mark.parametrize(
    "terms", [{"policy": "headline"}, {"policy": "excerpt", "excerpt_words": 5},
              {"policy": "full", "ai_allowed": False}],
)  # fmt: skip
def test_an_outlet_that_does_not_allow_it_is_not_quoted(
    client: Client, terms: dict[str, Any]
) -> None:
    article = article_of(**terms)
    assert WORDS not in page_of(client, story_with(quote(WORDS, article), articles=[article]))


def test_the_words_of_an_outlet_that_allows_it_stand_in(client: Client) -> None:
    closed, open_ = article_of(policy="headline"), article_of()
    story = story_with(quote(WORDS, closed, open_), articles=[closed, open_])
    page = page_of(client, story)
    assert f"<q>{WORDS}</q>" in page
    assert f'href="/en/article/{open_.pk}/#:~:text=' in page


def test_an_excerpt_is_spent_over_all_quotes_of_a_report(client: Client) -> None:
    article = article_of(policy="excerpt", excerpt_words=20)
    quotes = [quote(f"{WORDS} number {n}", article) for n in range(3)]
    page = page_of(client, story_with(*quotes, articles=[article]))
    assert page.count("<q>") == 1


def test_words_of_an_older_state_are_not_shown(client: Client) -> None:
    article = article_of()
    story = story_with(quote(WORDS, article), articles=[article])
    Article.objects.filter(pk=article.pk).update(revision_count=2)
    assert WORDS not in page_of(client, story)


def test_more_quotes_have_a_page_of_their_own(client: Client) -> None:
    article = article_of()
    quotes = [quote(f"{WORDS} number {n}", article) for n in range(9)]
    story = story_with(*quotes, articles=[article])
    page = page_of(client, story)
    assert page.count("<q>") == 6
    assert "3 more quotes" in page
    assert page_of(client, story, "quotes/").count("<q>") == 9


def test_a_speaker_who_is_nobody_in_particular_is_not_named(client: Client) -> None:
    article = article_of()
    story = story_with(quote(WORDS, article, speakers=()), articles=[article])
    page = page_of(client, story)
    assert WORDS in page
    assert "Somebody whom the reports do not name" in page


def test_a_story_without_quotes_says_so_on_their_page(client: Client) -> None:
    article = article_of()
    page = page_of(client, make_story([article]), "quotes/")
    assert "No report of this story has a quote" in page


def test_several_speakers_are_all_named(client: Client) -> None:
    article = article_of()
    one = quote(WORDS, article, speakers=("Ilsa Corran", "Nabil Qasrawi"))
    page = page_of(client, story_with(one, articles=[article]))
    assert "Given to several people:" in page


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("one two", "#:~:text=one%20two"),
        ("well-known, they say", "#:~:text=well%2Dknown%2C%20they%20say"),
        (" ".join("abcdefghijklm"), "#:~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m"),
        ("  ", ""),
    ],
)
def test_a_fragment_finds_the_words(text: str, fragment: str) -> None:
    assert text_fragment(text) == fragment


def test_values_that_differ_stand_in_their_sentences(client: Client) -> None:
    one, two = article_of(), article_of()
    table = difference(
        value("Nine people <died>.", 0, 4, one),
        value("Seven people died.", 0, 5, two, latest=True, source="the coast guard"),
    )
    page = page_of(client, story_with(articles=[one, two], differences=[table]))
    assert "Where the reports differ" in page
    assert "<mark>Nine</mark> people &lt;died&gt;." in page
    assert "How many died" in page
    assert "according to <bdi>the coast guard</bdi>" in page
    assert page.count(">latest</span>") == 1


def test_a_fact_without_a_name_is_called_by_the_word_of_the_reports(client: Client) -> None:
    one, two = article_of(), article_of()
    table = difference(value("9", 0, 1, one), value("7", 0, 1, two), about="lorries")
    page = page_of(client, story_with(articles=[one, two], differences=[table]))
    assert 'How many: <bdi lang="en" dir="ltr">lorries</bdi>' in page


def test_a_magnitude_needs_no_word_of_the_reports(client: Client) -> None:
    one, two = article_of(), article_of()
    values = value("6.3", 0, 3, one), value("6.1", 0, 3, two)
    table = difference(*values, about="magnitude", measure="magnitude")
    page = page_of(client, story_with(articles=[one, two], differences=[table]))
    assert page.count("Magnitude") == 1
    assert "magnitude" not in page.split("Where the reports differ")[1].split("</h3>")[0]


def test_a_value_has_the_time_of_the_revision_it_came_with(client: Client) -> None:
    one, two = article_of(), article_of()
    later = value("Seven died.", 0, 5, two, at="2026-11-24T14:05:00+00:00")
    table = difference(value("Nine died.", 0, 4, one), later)
    page = page_of(client, story_with(articles=[one, two], differences=[table]))
    assert page.count('datetime="2026-11-24T14:05') == 1


def test_of_an_excerpt_that_is_spent_the_value_alone_is_shown(client: Client) -> None:
    one, two = article_of(policy="excerpt", excerpt_words=3), article_of()
    table = difference(
        value("Nine people died in the fire.", 0, 4, one),
        value("Seven people died.", 0, 5, two),
    )
    page = page_of(client, story_with(articles=[one, two], differences=[table]))
    assert "<mark>Nine</mark></p>" in page
    assert "died in the fire" not in page


def test_one_value_alone_is_no_difference(client: Client) -> None:
    one, closed = article_of(), article_of(policy="headline")
    table = difference(value("Nine died.", 0, 4, one), value("Seven died.", 0, 5, closed))
    page = page_of(client, story_with(articles=[one, closed], differences=[table]))
    assert "Where the reports differ" not in page


def point(text: str, article: Article, independent: int = 1) -> Any:
    return {"saying": [text, article.pk, 1, 0, len(text)], "independent": independent}


def test_points_of_several_reports_stand_before_the_key_points_of_one(client: Client) -> None:
    one, two = article_of(), article_of()
    points = [point("A ferry burned.", one, 2), point("Seven died.", two)]
    page = page_of(client, story_with(articles=[one, two], points=points))
    assert "A ferry burned." in page
    assert "2 independent reports say so" in page
    assert "chosen by rule" in page


def test_a_single_reports_own_key_points_stand_before_chosen_ones(client: Client) -> None:
    outlet = make_outlet("Of its own", policy="full")
    article = make_article(outlet, "A", body="Rain.", key_points=["Its own point"])
    points = [point("A ferry burned.", article), point("Seven died.", article)]
    page = page_of(client, story_with(articles=[article], points=points))
    assert "Its own point" in page
    assert "A ferry burned." not in page


def test_days_stand_in_order_and_say_what_is_announced(client: Client) -> None:
    article = article_of()
    days = [
        {"saying": ["It burned.", article.pk, 1, 0, 10], "day": "2026-11-03", "when": "happened",
         "others": 2},
        {"saying": ["It will sail.", article.pk, 1, 0, 13], "day": "2026-12-03",
         "when": "announced", "others": 0},
    ]  # fmt: skip
    page = page_of(client, story_with(articles=[article], timeline=days))
    assert "Tuesday 3 November 2026" in page
    assert "2 other reports tell of this day" in page
    assert page.count(">announced</span>") == 1
