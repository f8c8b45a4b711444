"""Two reports side by side, as a browser gets them: what is marked, and what stays unsaid."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.engine.copies.ferry_report import OPENING, SECOND, THIRD
from tests.web.newsroom import (
    make_article,
    make_copy,
    make_outlet,
    make_story,
    other_scripts,
    words,
)

from wireroom.engine.copies.lineage import compare
from wireroom.engine.types import ArticleText
from wireroom.news.models import Article, Copy

pytestmark = pytest.mark.django_db

EDITED = OPENING.replace("caught fire off", "burst into flames near").replace("early ", "")
ORIGINAL = "\n\n".join([OPENING, SECOND, THIRD])
CARRIED = "\n\n".join([EDITED, THIRD, "Buses replace the ferry until Friday."])


def copied(
    *, policies: tuple[str, str] = ("full", "full"), bodies: tuple[str, str] = (ORIGINAL, CARRIED)
) -> tuple[Article, Article]:
    """Make an agency's report and a paper's copy of it, filed as the pipeline files it."""
    agency = make_outlet("Tidewire", policy=policies[0], excerpt_words=30)
    paper = make_outlet("Far Post", policy=policies[1], excerpt_words=30)
    first = make_article(agency, "Ferry burns", hours=5, body=bodies[0], authors=["Mira Tolan"])
    second = make_article(paper, "Fire on a ferry", hours=3, body=bodies[1])
    file_copy(first, second)
    return first, second


def file_copy(first: Article, second: Article) -> Copy:
    texts = [
        ArticleText(
            id=str(one.pk), title=one.headline, body=one.revisions.get().body,
            outlet=one.outlet.name, published_at=one.published_at,
        )
        for one in (first, second)
    ]  # fmt: skip
    pair = compare(*texts)
    assert pair is not None
    return make_copy(
        first, second, direction=pair.direction, containment_a=pair.containment_a,
        containment_b=pair.containment_b, why=pair.why,
        passages=[
            [one.a_start, one.a_end, one.b_start, one.b_end, one.similarity]
            for one in pair.passages
        ],
    )  # fmt: skip


def text_of(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def plain(markup: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", markup).split())


def test_words_are_told_apart_in_markup_and_for_listeners(client: Client) -> None:
    first, second = copied()
    page = text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    assert re.search(r'<del class="changed">.*?caught fire off<.*?</del>', page)
    assert re.search(r'<ins class="changed">.*?burst into flames near<.*?</ins>', page)
    assert '<span class="unseen">worded differently: </span>' in page
    assert re.search(r'<del class="cut"><span class="unseen">only here: </span>early<', page)
    assert f"<del>{SECOND}</del>" in page
    assert "<ins>Buses replace the ferry until Friday.</ins>" in page
    assert "Cut and lightly edited: Far Post has" in plain(page)
    assert "Mira Tolan" in page
    assert page.count('rel="noopener"') >= 2
    assert "(5 hours ago)" in page


def test_both_orders_are_one_page_with_one_address(client: Client) -> None:
    first, second = copied()
    pages = [text_of(client, f"/en/compare/{a}/{b}/") for a, b in
             ((first.pk, second.pk), (second.pk, first.pk))]  # fmt: skip
    for page in pages:
        assert (
            f'rel="canonical" href="http://testserver/en/compare/{first.pk}/{second.pk}/"' in page
        )
        assert page.index("Ferry burns") < page.index("Fire on a ferry")
        assert '<meta name="robots" content="noindex">' in page


def test_changes_only_leaves_out_what_both_have(client: Client) -> None:
    first, second = copied()
    page = text_of(client, f"/en/compare/{first.pk}/{second.pk}/?show=changes")
    assert "1 paragraph is the same in both." in page
    assert "minor remarks" not in page
    assert "…" in page
    assert "burst into flames near" in page


def test_a_moved_passage_leads_to_its_other_place(client: Client) -> None:
    bodies = (ORIGINAL, "\n\n".join([THIRD, OPENING, SECOND]))
    first, second = copied(bodies=bodies)
    page = text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    assert '<a class="moved-link" id="moved-1-a" href="#moved-1-b">' in page
    assert '<a class="moved-link" id="moved-1-b" href="#moved-1-a">' in page
    assert "1 passage moved" in page


@pytest.mark.parametrize("policies", [("full", "excerpt"), ("excerpt", "full"),
                                      ("excerpt", "excerpt")])  # fmt: skip
def test_an_excerpt_shows_changed_phrases_and_says_why(
    client: Client, policies: tuple[str, str]
) -> None:
    first, second = copied(policies=policies)
    page = text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    assert "caught fire off" in page
    assert "burst into flames near" in page
    assert "Changes in the excerpts" in page
    assert "an excerpt of 30 words may be shown" in plain(page)
    for withheld in ("seven people", "Forty passengers", "minor remarks", "Buses replace"):
        assert withheld not in page
    assert "Cut and lightly edited" in page


@pytest.mark.parametrize("policies", [("headline", "full"), ("full", "headline")])
def test_headline_policies_show_shares_alone(client: Client, policies: tuple[str, str]) -> None:
    first, second = copied(policies=policies)
    page = text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    for withheld in ("caught fire off", "burst into flames", "seven people", "Forty"):
        assert withheld not in page
    assert "the headline alone may be shown" in page
    assert "words kept" in page


def test_what_an_excerpt_leaves_beyond_its_words_is_not_shown(client: Client) -> None:
    changed = OPENING.replace("caught fire off", "burst into flames near")
    bodies = (f"{words(40)} {OPENING}", f"{words(40)} {changed}")
    first, second = copied(policies=("full", "excerpt"), bodies=bodies)
    page = text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    assert "flames" not in page
    assert "caught fire" not in page
    assert "nothing was changed" in page


def test_reports_that_share_nothing_say_so(client: Client) -> None:
    one = make_article(make_outlet("Tidewire", policy="full"), "Ferry burns", body=OPENING)
    two = make_article(make_outlet("Far Post", policy="full"), "Budget", body=SECOND)
    page = text_of(client, f"/en/compare/{one.pk}/{two.pk}/")
    assert "These two reports share no passages." in page
    assert "Forty passengers" not in page


def test_reports_that_were_never_compared_are_compared_now(client: Client) -> None:
    one = make_article(make_outlet("Tidewire", policy="full"), "Ferry burns", body=OPENING)
    longer = f"{OPENING}\n\n{SECOND}"
    two = make_article(make_outlet("Far Post", policy="full"), "Budget", body=longer)
    assert not Copy.objects.exists()
    page = text_of(client, f"/en/compare/{one.pk}/{two.pk}/")
    assert "share no passages" not in page
    assert "Forty passengers" in page


def test_unknown_reports_and_one_beside_itself(client: Client) -> None:
    one = make_article(make_outlet("Tidewire"), "Ferry burns", body=OPENING)
    page = text_of(client, f"/en/compare/{one.pk}/{one.pk + 100}/", 404)
    assert "One of the two reports is not here" in page
    assert f"/en/article/{one.pk}/" in page
    assert "There is no such page" in text_of(client, "/en/compare/998/999/", 404)
    text_of(client, "/en/compare/998/x/", 404)
    response = client.get(f"/en/compare/{one.pk}/{one.pk}/")
    assert (response.status_code, response["Location"]) == (301, f"/en/article/{one.pk}/")
    assert client.post(f"/en/compare/{one.pk}/999/").status_code == 405


def test_a_merged_story_is_linked_where_it_went(client: Client) -> None:
    first, second = copied()
    merged = make_story([first, second])
    kept = make_story([make_article(first.outlet, "Other")])
    merged.merged_into = kept
    merged.save()
    page = text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    assert f'href="/en/story/{kept.pk}/"' in page


def test_passages_of_an_older_text_do_no_harm(client: Client) -> None:
    first, second = copied()
    Copy.objects.update(passages=[[0, 9000, 0, 9000, 0.9], [-4, 3, 2, 1, 0.9]])
    assert "burst into flames" in text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    Copy.objects.update(passages=[])
    assert "burst into flames" in text_of(client, f"/en/compare/{first.pk}/{second.pk}/")


def test_hostile_text_stays_text(client: Client) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="y">'
    first, second = copied(bodies=(f"{ORIGINAL}\n\n{evil}", f"{evil} {CARRIED}"))
    for address in (f"compare/{first.pk}/{second.pk}/", f"article/{second.pk}/"):
        page = text_of(client, f"/ar/{address}")
        assert other_scripts(page) == []
        assert "<img src=x" not in page


def test_an_arabic_page_runs_right_to_left_and_texts_keep_their_direction(client: Client) -> None:
    arabic = (
        "قال وزير النقل إن العبارة احترقت قبالة الميناء فجر الثلاثاء وإن سبعة أشخاص لقوا مصرعهم"
    )
    first, second = copied(bodies=(f"{OPENING}\n\n{arabic}", f"{EDITED}\n\n{arabic}"))
    page = text_of(client, f"/ar/compare/{first.pk}/{second.pk}/")
    assert '<html lang="ar" dir="rtl">' in page
    assert 'dir="ltr">The harbour' in page
    assert f'dir="rtl">{arabic}' in page
    assert "only here" not in page
    assert "words kept" not in page


def test_a_copy_says_what_it_left_out(client: Client) -> None:
    first, second = copied(policies=("full", "excerpt"))
    page = text_of(client, f"/en/article/{second.pk}/")
    assert "1 paragraph of 3 in the report of Tidewire does not stand here." in plain(page)
    assert SECOND in page
    assert f'href="/en/compare/{first.pk}/{second.pk}/"' in page
    assert "left out" not in text_of(client, f"/en/article/{first.pk}/")


def test_what_was_left_out_is_counted_where_it_may_not_be_shown(client: Client) -> None:
    _, second = copied(policies=("excerpt", "full"))
    page = text_of(client, f"/en/article/{second.pk}/")
    assert "1 paragraph of 3 in the report of Tidewire does not stand here." in plain(page)
    assert "The terms kept for Tidewire do not let them be shown." in plain(page)
    assert "Forty passengers" not in page


@pytest.mark.parametrize("paragraphs", [3, 30])
def test_a_comparison_takes_two_queries(client: Client, paragraphs: int) -> None:
    own = "\n\n".join(f"Own{number} words{number}." for number in range(paragraphs))
    first, second = copied(bodies=(f"{ORIGINAL}\n\n{own}", CARRIED))
    with CaptureQueriesContext(connection) as queries:
        text_of(client, f"/en/compare/{first.pk}/{second.pk}/")
    assert len(queries) == 2
