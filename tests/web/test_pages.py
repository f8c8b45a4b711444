"""The pages as a browser gets them: what they say, how they are addressed, what they refuse."""

import re

import pytest
from django.test import Client
from tests.web.newsroom import (
    make_article,
    make_copy,
    make_outlet,
    make_story,
    other_scripts,
    short_of_year,
    words,
)

from wireroom.news.models import Story

pytestmark = pytest.mark.django_db

EVIL = '<script>alert(1)</script>" onload="x \u202egnp.exe'


@pytest.fixture
def story() -> Story:
    agency = make_outlet("Agency", policy="full", is_sample=True)
    paper = make_outlet("Paper", is_sample=True)
    original = make_article(
        agency, "Seven dead in ferry fire", hours=5, body=f"{words(60)}.\n\nThe end of it.",
        key_points=["A point"], dateline="BRINEHAVEN", states=2, section="Disaster",
        short_url="https://agency.example/s/1", authors=["Ada Renn"], tags=["Ferries"],
        image_url="https://agency.example/a.jpg", image_caption="A caption",
    )  # fmt: skip
    copy = make_article(paper, "Ferry fire kills seven", hours=3, body=words(90),
                        wire_credit="Agency")  # fmt: skip
    make_copy(original, copy, 0.92)
    return make_story([original, copy], independent_count=1)


STRUCTURE = {
    "html": (
        "<h2>What happened</h2><p>The ferry <em>burned</em>.</p><ul><li>One</li></ul>"
        "<table><tr><th>Boat</th></tr></table>"
        '<p><a href="https://paper.example/" rel="nofollow noopener">More</a></p>'
    ),
    "fact_boxes": [{"title": "The <ferry>", "paragraphs": ["Built in 1998."]}],
    "corrections": [
        {"text": "It burned for <nine> hours.", "kind": "correction",
         "at": "2026-03-03T00:00:00+00:00"},
    ],
}  # fmt: skip


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_front_shows_the_story_once_with_its_outlet_and_counts(
    client: Client, story: Story
) -> None:
    page = text_of(client, "/en/")
    assert page.count("Seven dead in ferry fire") == 1
    assert "2 outlets" in page
    assert "1 independent" in page
    assert "This is a sample newsroom of invented outlets." in page
    assert 'href="/en/choose-outlets/"' in page


def test_story_says_who_carries_whose_text(client: Client, story: Story) -> None:
    page = text_of(client, f"/en/story/{story.pk}/")
    assert "Its text is carried by 1 report:" in page
    assert "92% of its words stand in the report above" in page
    assert "Wire copy" in page
    assert "A point" in page
    assert "2 reports between" in page  # the plot's text alternative
    assert re.search(r'<time datetime="20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ">', page)
    assert "(3 hours ago)" in page


@pytest.mark.parametrize(("lang", "name"), [("en", "Correction"), ("ar", "تصحيح")])
def test_a_full_text_is_shown_with_its_structure(client: Client, lang: str, name: str) -> None:
    outlet = make_outlet("Agency", policy="full")
    body = "What happened\n\nThe ferry burned.\n\nOne\n\nBoat\n\nMore"
    article = make_article(outlet, "H", body=body, structure=STRUCTURE)
    page = text_of(client, f"/{lang}/article/{article.pk}/")
    assert "<h2>What happened</h2><p>The ferry <em>burned</em>.</p><ul><li>One</li></ul>" in page
    assert re.search(r'<div class="table"[^>]*><table><tr><th>Boat</th></tr></table></div>', page)
    assert "The &lt;ferry&gt;</h2>" in page
    assert "It burned for &lt;nine&gt; hours." in page
    assert page.index(name) < page.index("<h2>What happened")
    assert "00:00" not in page.partition('class="note-day"')[2][:60]


def test_the_day_of_a_note_is_told_without_an_hour_and_an_outlet_is_no_byline(
    client: Client,
) -> None:
    outlet = make_outlet("Agency", policy="excerpt")
    article = make_article(outlet, "H", body="The ferry burned.", structure=STRUCTURE,
                           authors=["agency", "Mira Tolan"])  # fmt: skip
    page = text_of(client, f"/en/article/{article.pk}/")
    assert f'<span class="note-day">{short_of_year("3 March 2026")}</span>' in page
    assert "<bdi>Mira Tolan</bdi>" in page
    assert "<bdi>agency</bdi>" not in page


def test_an_excerpt_shows_no_structure(client: Client) -> None:
    outlet = make_outlet("Paper", policy="excerpt", excerpt_words=3)
    article = make_article(outlet, "H", body="What happened\n\nThe ferry burned.",
                           structure=STRUCTURE)  # fmt: skip
    page = text_of(client, f"/en/article/{article.pk}/")
    assert "<h2>What happened" not in page
    assert "fact-box" not in page
    assert "nine" not in page


def test_kept_markup_that_does_harm_is_not_shown(client: Client) -> None:
    outlet = make_outlet("Agency", policy="full")
    kept = {"html": "<p>The ferry burned.</p><script>x()</script>"}
    article = make_article(outlet, "H", body="The ferry burned.", structure=kept)
    page = text_of(client, f"/en/article/{article.pk}/")
    assert "x()" not in page
    assert "The ferry burned.</p>" in page


def test_grouping_explains_itself(client: Client, story: Story) -> None:
    page = text_of(client, f"/en/story/{story.pk}/grouping/")
    assert "3 shared names (Farrant, Heron), 2 shared numbers, 4 hours apart" in page
    assert "similarity 3.7 above the bar" in page
    assert "-1.5" not in page
    assert "How grouping works" in page
    assert "carries the text of" in page


def test_reasons_are_told_in_the_readers_language(client: Client, story: Story) -> None:
    page = text_of(client, f"/ar/story/{story.pk}/grouping/")
    assert "3 أسماء مشتركة (Farrant, Heron)، رقمان مشتركان، بينهما 4 ساعات" in page
    story.memberships.update(why="moved here by an editor")
    page = text_of(client, f"/ar/story/{story.pk}/grouping/")
    assert '<bdi lang="en" dir="ltr">moved here by an editor</bdi>' in page


def test_article_shows_all_its_fields(client: Client, story: Story) -> None:
    page = text_of(client, f"/en/article/{story.lead_id}/")
    fields = (
        "Ada Renn", "BRINEHAVEN", "The end of it.", "https://agency.example/s/1", "A caption",
        "changed once since", "Ferries", "Ferry fire kills seven",
    )  # fmt: skip
    for shown in fields:
        assert shown in page, shown
    assert re.search(
        r'<a class="publisher" href="https://agency\.example/\d+" rel="noopener">', page
    )
    assert 'width="960" height="540"' in page


def test_excerpt_policy_holds_in_the_page_that_is_sent(client: Client) -> None:
    article = make_article(make_outlet("Paper", excerpt_words=20), "H", body=words(90))
    page = text_of(client, f"/en/article/{article.pk}/")
    assert "word19<" in page
    assert "word20" not in page
    assert "This is an excerpt" in page


def test_paywalled_page_is_a_headline_with_the_reason(client: Client) -> None:
    outlet = make_outlet("Paper", policy="full")
    article = make_article(outlet, "H", body=words(9), health="paywall")
    page = text_of(client, f"/en/article/{article.pk}/")
    assert "word1" not in page
    assert "to subscribers only" in page


def test_outlet_page_in_any_script(client: Client) -> None:
    outlet = make_outlet("صحيفة الميناء", lang="ar", country="JO")
    make_article(outlet, "عنوان", body="نص قصير")
    page = text_of(client, f"/en/outlet/{outlet.slug}/")
    assert "Jordan" in page
    assert "Arabic" in page
    assert 'lang="ar" dir="rtl"' in page
    assert "100% own reporting" in page


def test_arabic_edition_is_arabic_and_runs_right_to_left(client: Client) -> None:
    outlet = make_outlet("صحيفة الميناء", lang="ar")
    story = make_story([make_article(outlet, "عنوان أول", hours=2.1)])
    page = text_of(client, "/ar/")
    assert '<html lang="ar" dir="rtl">' in page
    assert "عنوان أول" in page
    assert "قبل ساعتين" in page
    assert "عنوان أول" not in text_of(client, "/en/")
    assert "بالتوقيت العالمي" in text_of(client, f"/ar/story/{story.pk}/")


def test_each_paragraph_has_its_own_direction(client: Client) -> None:
    outlet = make_outlet("Mixed", policy="full")
    body = "An English paragraph.\n\nفقرة عربية تذكر Grey Heron.\n\n2026"
    article = make_article(outlet, "H", body=body)
    page = text_of(client, f"/ar/article/{article.pk}/")
    assert 'dir="ltr">An English' in page
    assert 'dir="rtl">فقرة' in page
    assert 'dir="ltr">2026' in page


@pytest.mark.parametrize("path", ["/en/", "/en/story/{0}/", "/en/story/{0}/grouping/",
                                  "/en/article/{1}/", "/en/outlet/evil/"])  # fmt: skip
def test_hostile_text_stays_text(client: Client, path: str) -> None:
    outlet = make_outlet(EVIL, slug="evil", home_url="javascript:alert(2)", policy="full",
                         lang='"><script>')  # fmt: skip
    article = make_article(
        outlet, EVIL, body=EVIL, url="javascript:alert(3)", short_url="data:text/html,x",
        image_url="javascript:alert(4)", authors=[EVIL], tags=[EVIL], dateline=EVIL,
        wire_credit=EVIL + "2", section=EVIL[:90], key_points=[EVIL], lang='"><b>',
        standfirst="x" * 3000,
    )  # fmt: skip
    story = make_story([article], lang="en")
    page = text_of(client, path.format(story.pk, article.pk))
    assert other_scripts(page) == []
    assert "javascript:" not in page
    assert "data:text" not in page
    assert 'onload="' not in page
    head = page.partition("</head>")[0]
    assert "\u202e" not in head


def test_empty_newsroom_says_that_stories_are_coming(client: Client) -> None:
    assert "The first stories are coming" in text_of(client, "/en/")
    assert "أولى القصص في الطريق" in text_of(client, "/ar/")


def test_older_stories_are_reached_by_a_link(client: Client) -> None:
    outlet = make_outlet("Paper")
    for number in range(40):
        make_story([make_article(outlet, f"Story number {number}.")], rank=100.0 - number)
    front = text_of(client, "/en/")
    assert "Story number 35." in front
    assert "Story number 36." not in front
    link = re.search(r'href="(\?before=[^"]+)"', front)
    assert link is not None
    older = text_of(client, "/en/" + link[1])
    assert "Story number 36." in older
    assert "Story number 35." not in older
    assert "Story number 0." in text_of(client, "/en/?before=nonsense")


def test_long_story_leads_to_its_other_pages(client: Client) -> None:
    outlet = make_outlet("Paper")
    articles = [make_article(outlet, f"Report {n}.", hours=90 - n) for n in range(35)]
    story = make_story(articles)
    assert "?page=2" in text_of(client, f"/en/story/{story.pk}/")
    second = text_of(client, f"/en/story/{story.pk}/?page=2")
    assert "Report 34." in second
    assert "Page 2 of 2" in second
    assert "Report 34." in text_of(client, f"/en/story/{story.pk}/grouping/?page=2")


@pytest.mark.parametrize(
    "path", ["/en/", "/ar/about/", "/en/choose-outlets/", "/ar/choose-outlets/"]
)
def test_static_pages_and_front_weigh_little(client: Client, path: str) -> None:
    assert len(text_of(client, path).encode()) < 20_000


def test_command_for_real_outlets_is_named(client: Client) -> None:
    page = text_of(client, "/ar/choose-outlets/")
    assert "./wireroom up --outlets world" in page
    assert "./wireroom add" in page


@pytest.mark.parametrize(("edition", "words"), [("en", "on "), ("ar", "على ")])
def test_a_report_found_on_an_aggregator_says_where(
    client: Client, edition: str, words: str
) -> None:
    paper, kaleido = make_outlet("Far Post"), make_outlet("Kaleido", is_aggregator=True)
    own = make_article(paper, "Ferry burns", hours=5)
    met = make_article(make_outlet("Ledger"), "Fire on ferry", hours=3, platform=kaleido)
    itself = make_article(kaleido, "Kaleido’s own", hours=1, platform=kaleido)
    story = make_story([own, met, itself])
    said = f'<span class="platform">{words}<a class="outlet" href="/{edition}/outlet/kaleido/">'
    for path in (f"story/{story.pk}/", f"story/{story.pk}/grouping/", f"article/{own.pk}/"):
        page = text_of(client, f"/{edition}/{path}")
        assert page.count(said) == 1, path
        line = page[: page.index(said)].rsplit("<p", 1)[1]
        assert "Ledger" in line, path


def test_an_aggregator_lists_what_it_carries_with_who_wrote_it(client: Client) -> None:
    kaleido, ledger = make_outlet("Kaleido", is_aggregator=True), make_outlet("Ledger")
    make_article(ledger, "Ferry at sea", hours=4)
    make_article(ledger, "Fire on ferry", hours=3, platform=kaleido)
    page = text_of(client, "/en/outlet/kaleido/")
    line = page[page.index("Fire on ferry") :].partition("</li>")[0]
    assert "/en/outlet/ledger/" in line
    assert "Ferry at sea" not in page
    feed = text_of(client, "/en/outlet/kaleido/feed.xml")
    assert "Fire on ferry" in feed
    assert "Ledger" in feed


STANDING = {
    "owners": 2, "carriers": 1, "early": 2, "home": 1, "crowd": 0, "country": "GB",
    "fresh_at": "2026-03-03T12:00:00+00:00",
}  # fmt: skip


def test_the_grouping_says_why_the_story_stands_where_it_does(client: Client, story: Story) -> None:
    path = f"/en/story/{story.pk}/grouping/"
    assert "Why it stands" not in text_of(client, path)
    Story.objects.filter(pk=story.pk).update(standing=STANDING, independent_count=3)
    page = text_of(client, path)
    assert "3 independent reports, by 2 owners: outlets of one owner count as one voice" in page
    assert "1 further owner carries a copy" in page
    assert "1 owner joined the first within three hours" in page
    assert "Told by 1 owner of this edition’s country (United Kingdom)" in page
    assert short_of_year("3 March 2026") + ", 12:00 UTC" in page
    assert "in the hour before" not in page
    assert "من مالكين" in text_of(client, f"/ar/story/{story.pk}/grouping/")


def test_the_grouping_says_that_a_flood_sank_a_story(client: Client, story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(standing={**STANDING, "owners": 1, "crowd": 111})
    for code, said in (("en", "published 111 reports in the hour"), ("ar", "نشرت 111 تقرير")):
        assert said in text_of(client, f"/{code}/story/{story.pk}/grouping/")
