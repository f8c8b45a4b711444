"""Reading HTML pages: metadata by vote, several articles on a page, what is no article."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Article, Document, Health, Role, TimeFrom

CAPTURED = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
BODY = [
    "The ferry company of Port Varda said on Monday that it would run night boats from April, "
    "after two years in which commuters had asked for them in vain.",
    "Its director, Mira Tolan, told the harbour council that three boats had been refitted and "
    "that tickets would cost no more than they do by day.",
    "The council is to vote on the plan next week; two of its members have said they oppose it "
    "because of the noise at the old quay.",
]
OTHER = [
    "Farmers in the Kessel valley have begun to bring in the apple harvest three weeks early, "
    "the growers' union said, because of the warm spring.",
    "The union expects a third more fruit than last year, and prices that are lower than at any "
    "time since the floods, its chairman told reporters in the valley.",
]
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Varda Courier"},
        {"@type": "Person", "@id": "#mira", "name": "Jonas Feld"},
        {
            "@type": ["NewsArticle"],
            "headline": "Night boats to run from April",
            "datePublished": "2026-03-02T08:15:00+02:00",
            "dateModified": "2026-03-02T09:00:00+02:00",
            "author": [{"@id": "#mira", "@type": "Person"}],
            "publisher": {"@type": "Organization", "name": "The Varda Courier"},
            "articleSection": "Harbour",
            "keywords": "ferries, night boats",
        },
    ],
}


HEADLINE = "<h1>Night boats to run from April</h1>"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, *, head: str = "", lang: str = "en") -> bytes:
    return (
        f"<!doctype html><html lang='{lang}'><head>{head}</head><body>{body}</body></html>".encode()
    )


def read(
    raw: bytes, *, url: str | None = "https://courier.example/harbour/night-boats"
) -> list[Article]:
    document = Document(name="boats.html.gz", raw=raw, url=url, captured_at=CAPTURED)
    return list(read_document(document))


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_a_page_with_json_ld_comes_out_whole() -> None:
    head = "<title>Night boats to run from April | The Varda Courier</title>" + ld(LD)
    [article] = read(
        page(
            f"<article>{HEADLINE}{paragraphs(BODY)}</article>",
            head=head,
        )
    )
    assert article.id == "boats"
    assert article.title == "Night boats to run from April"
    assert article.authors == ("Jonas Feld",)
    assert article.published == datetime(2026, 3, 2, 6, 15, tzinfo=UTC)
    assert article.published_from is TimeFrom.STATED
    assert article.updated == datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    assert article.outlet == article.platform == "The Varda Courier"
    assert article.section == "Harbour"
    assert article.tags == ("ferries", "night boats")
    assert article.paragraphs == tuple(BODY)
    assert (article.lang, article.dir, article.health) == ("en", "ltr", Health.ARTICLE)


def test_broken_json_ld_still_tells_the_time() -> None:
    broken = json.dumps(LD["@graph"][2])[:-1] + ",}\n<!-- -->"
    head = f'<script type="application/ld+json">{broken}</script>'
    [article] = read(page(f"{HEADLINE}{paragraphs(BODY)}", head=head))
    assert article.published == datetime(2026, 3, 2, 6, 15, tzinfo=UTC)


def test_visible_lines_serve_where_nothing_is_marked_up() -> None:
    body = f"{HEADLINE}<div>By Jonas Feld</div><div>3 hours ago</div>" + paragraphs(BODY)
    [article] = read(page(body))
    assert article.authors == ("Jonas Feld",)
    assert article.published == datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    assert article.published_from is TimeFrom.RELATIVE
    assert article.paragraphs == tuple(BODY)


def test_dateline_credit_and_key_points_become_fields() -> None:
    texts = ["PORT VARDA, March 2 (Reuters) - " + BODY[0], *BODY[1:]]
    points = (
        "<ul><li>Night boats are to run from the first of April</li>"
        "<li>Tickets will cost what they do by day</li></ul>"
    )
    [article] = read(page(f"<article>{HEADLINE}{points}{paragraphs(texts)}</article>"))
    assert article.dateline == "PORT VARDA"
    assert article.wire_credit == "Reuters"
    assert article.key_points == (
        "Night boats are to run from the first of April",
        "Tickets will cost what they do by day",
    )
    assert article.paragraphs == tuple(BODY)


def test_a_list_below_paragraphs_without_their_tag_is_no_key_points() -> None:
    items = ("The first boat leaves the old quay at eleven", "The last one is back before five")
    box = f"<div class='lst'><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul></div>"
    texts = [f"<div class='par'>{text}</div>" for text in BODY]
    body = f"<article>{HEADLINE}<div>{''.join(texts[:2])}{box}{''.join(texts[2:])}</div></article>"
    [article] = read(page(body))
    assert article.key_points == ()
    assert article.paragraphs == (*BODY[:2], *items, *BODY[2:])


def test_furniture_stays_out_of_the_body() -> None:
    furniture = (
        '<div class="share-buttons"><p>Share this article</p></div><p>Advertisement</p>'
        '<div class="newsletter-box"><p>Sign up for our newsletter and get it every day</p></div>'
    )
    body = f"<article>{HEADLINE}{paragraphs(BODY[:2])}{furniture}{paragraphs(BODY[2:])}</article>"
    [article] = read(page(body))
    assert article.paragraphs == tuple(BODY)


def test_endless_pages_are_split() -> None:
    one = f"{HEADLINE}<time datetime='2026-03-02T08:15:00Z'>2 March</time>{paragraphs(BODY)}"
    two = (
        "<h1>Apple harvest begins three weeks early</h1>"
        f"<time datetime='2026-02-11T10:00:00Z'>11 Feb</time>{paragraphs(OTHER)}"
    )
    boxes = "".join(f"<div class='story'>{story}</div>" for story in (one, two))
    first, second = read(page(boxes))
    assert (first.role, second.role) == (Role.MAIN, Role.NEXT)
    assert first.paragraphs == tuple(BODY)
    assert second.paragraphs == tuple(OTHER)
    assert second.id == "boats#1"
    assert second.title == "Apple harvest begins three weeks early"
    assert second.published == datetime(2026, 2, 11, 10, 0, tzinfo=UTC)


def test_related_articles_in_full_keep_their_own_outlet_and_time() -> None:
    source = "<p><span class='source'>Varda Courier</span> <span>15 hours ago</span></p>"
    main = f"<div>{HEADLINE}{source}{paragraphs(BODY)}</div>"
    cards = "".join(
        f"<div class='card'><h3><a href='/{place}'>{title}</a></h3>"
        f"<div><span class='source'>{outlet}</span> "
        f"<span>{hours} hours ago</span></div>{paragraphs(OTHER)}</div>"
        for place, (title, outlet, hours) in enumerate(
            [
                ("Apple harvest begins three weeks early", "Kessel Post", 3),
                ("Growers count on a record year", "Valley Times", 8),
            ]
        )
    )
    articles = read(page(f"{main}<section><h2>Related articles</h2>{cards}</section>"))
    assert [article.role for article in articles] == [Role.MAIN, Role.RELATED, Role.RELATED]
    assert [article.outlet for article in articles] == [
        "Varda Courier",
        "Kessel Post",
        "Valley Times",
    ]
    assert [article.published.hour for article in articles if article.published] == [21, 9, 4]
    assert articles[0].paragraphs == tuple(BODY)
    assert articles[1].paragraphs == tuple(OTHER)


def test_sections_of_one_report_are_not_split() -> None:
    body = (
        f"<article>{HEADLINE}<time datetime='2026-03-02'>2 March</time>{paragraphs(BODY)}"
        f"<h2>What the council says</h2>{paragraphs(OTHER)}"
        f"<h2>What comes next</h2>{paragraphs(BODY[::-1])}</article>"
    )
    assert len(read(page(body))) == 1


LOCKED = ld({"@type": "NewsArticle", "headline": "Night boats", "isAccessibleForFree": False})


@pytest.mark.parametrize(
    ("body", "head", "url", "health"),
    [
        ("<h1>Night boats</h1>", "", None, Health.EMPTY),
        ("<h1>Page not found</h1><p>Try the front page.</p>", "<title>404 Not Found</title>", None,
         Health.ERROR_PAGE),
        ("<h1>Mira Tolan</h1><p>Mira Tolan writes about the sea.</p><h3><a href='/a'>One</a></h3>",
         ld({"@type": "ProfilePage", "name": "Mira Tolan"}),
         "https://courier.example/authors/mira-tolan", Health.AUTHOR_PAGE),
        ("<h1>Watch: the night boats</h1><video src='a.mp4'></video><p>Watch it.</p>",
         "<meta property='og:type' content='video.other'>", None, Health.VIDEO_ONLY),
        (f"{HEADLINE}{paragraphs(BODY[:1])}", LOCKED, None, Health.PAYWALL),
        ("<h1>Before you continue</h1><p>We use cookies and need your consent to go on.</p>", "",
         None, Health.CONSENT),
        ("<h1>mailto:?subject=Night boats</h1><p>mailto:?subject=Boats&amp;body=Read this</p>", "",
         None, Health.EMPTY),
    ],
)  # fmt: skip
def test_what_is_no_article_is_kept_with_its_reason(
    body: str, head: str, url: str | None, health: Health
) -> None:
    [article] = read(page(body, head=head), url=url)
    assert article.health is health
    assert article.warnings


def test_arabic_in_a_wrong_charset_is_read() -> None:
    text = (
        "افتتح وزير النقل في المدينة الجسر الجديد على النهر بعد أعمال استمرت ثلاث سنوات من البناء. "
        * 3
    )
    body = f"<h1>الوزير يفتتح الجسر الجديد على النهر</h1><p>{text}</p>"
    raw = page(body, head="<meta charset='utf-8'>", lang="ar").decode().encode("cp1256")
    [article] = read(raw)
    assert article.title == "الوزير يفتتح الجسر الجديد على النهر"
    assert (article.lang, article.dir) == ("ar", "rtl")
    assert article.body == text.strip()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\0", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not_text"),
        (bytes(range(256)) * 40, "not_text"),
        (b'{"truth": ["A report of nine words stands in here."]}', "not_text"),
        (b'{"id": 1, "body": "One."}\n{"id": 2, "body": "Two."}\n', "not_text"),
        (b"<html><body>" + b"<div>" * 300_000, "too_deep"),
        (b"<html><body>" + b"<section><h2>A b c</h2>" * 400, "too_deep"),
        (b"<html><body>" + b"<div>" * 10_000_000, "too_large"),
    ],
)
def test_hostile_bytes_give_one_clear_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage) as caught:
        read(raw)
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)


def test_nul_and_lone_surrogates_are_harmless() -> None:
    raw = page(f"<h1>Night boats\0 to run from April</h1>{paragraphs(BODY)}").replace(
        b"ferry", b"fer\xed\xa0\x80ry"
    )
    [article] = read(raw)
    assert "\0" not in article.title
    article.body.encode("utf-8")


def test_a_feed_gives_entries() -> None:
    raw = (
        "<rss version='2.0'><channel><title>Varda Courier</title><item><title>Night boats</title>"
        f"<link>https://courier.example/1</link><description>{BODY[0]}</description>"
        "<pubDate>Mon, 02 Mar 2026 08:15:00 GMT</pubDate></item></channel></rss>"
    ).encode()
    [entry] = read(raw)
    assert (entry.role, entry.title, entry.outlet) == (Role.ENTRY, "Night boats", "Varda Courier")
    assert entry.published == datetime(2026, 3, 2, 8, 15, tzinfo=UTC)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/=\"' abpdivh1\0\ud800متن&;!-", max_size=300))
def test_no_soup_breaks_the_reader(soup: str) -> None:
    raw = f"<html><body><h1>x</h1>{soup}</body></html>".encode("utf-8", "surrogatepass")
    articles = read(raw)
    assert articles[0].role is Role.MAIN
    for article in articles:
        assert article.body.encode("utf-8").decode("utf-8") == article.body
