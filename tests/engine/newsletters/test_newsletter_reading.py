"""A letter becomes one text or links to articles, and names its reader nowhere."""

import base64
import json
import zlib
from dataclasses import replace
from hashlib import md5

import pytest
from tests.engine.newsletters.newsletter_letters import (
    ARRIVED,
    HEADLINES,
    PARAGRAPHS,
    READER,
    in_table,
    letter,
    linked_letter,
)

from wireroom.engine.newsletters.head import read_envelope, read_head
from wireroom.engine.newsletters.issue import NotTaken
from wireroom.engine.newsletters.links import own_address
from wireroom.engine.newsletters.read import Issue, read_issue
from wireroom.engine.newsletters.recipient import Recipient, find_recipient
from wireroom.engine.reading import read_page
from wireroom.engine.types import Health

HOSTS = frozenset({"tidewire.example"})


def read(raw: bytes) -> Issue:
    return read_issue(raw, arrived_at=ARRIVED, hosts=HOSTS, mailbox="box@host.example")


def test_a_text_is_read_as_a_page_and_nothing_else_of_the_letter() -> None:
    raw = letter(
        in_table(
            '<a href="https://click.example/v?x=1">View in browser</a>',
            '<img src="https://click.example/o.gif" width=1 height=1>Good morning to you, Ada!',
            *PARAGRAPHS[:4],
            f'{PARAGRAPHS[4]} See <a href="https://tidewire.example/bridge?mc_eid=7a">the plan</a>'
            f' or <a href="https://click.example/c/eJx9abc123XYZ/q?e={READER}">the rest</a>.'
            ' Write to <a href="mailto:desk@tidewire.example">the desk</a>.',
            f"You received this email because {READER} is on our list.",
            '<a href="https://click.example/p">Manage your preferences</a> |'
            ' <a href="https://click.example/u">Unsubscribe</a>',
            "Tidewire, 4 Quay Street, Port Alder",
        ),
        plain="Read this elsewhere",
        subject="Ada, the harbour bridge is open again",
    )
    issue = read(raw)
    assert issue.links == ()
    page = issue.page.decode()
    for secret in (READER, "Ada", "click.example", "mc_eid", "nsubscribe", "<img", "Seen in the"):
        assert secret not in page, secret
    (reading,) = read_page(
        zlib.compress(issue.page), url="issue:1", content_type="text/html", captured_at=ARRIVED
    )
    article = reading.article
    assert article.title == "The harbour bridge is open again"
    assert article.health is Health.ARTICLE
    assert article.paragraphs[:4] == PARAGRAPHS[:4]
    assert article.body.endswith("or the rest. Write to the desk.")
    assert article.html.count("<a ") == 1
    assert article.published == ARRIVED.replace(minute=0)
    assert article.image is None


def test_headlines_become_links_without_counters_and_tokens() -> None:
    inner = base64.urlsafe_b64encode(
        json.dumps({"e": "https://tidewire.example/coded?token=abc"}).encode()
    ).decode()
    raw = linked_letter("https://click.example").replace(
        b"https://click.example/c/2", b"https://click.example/r/" + inner.encode()
    )
    links = read(raw).links
    assert [(one.title, one.url, one.is_direct) for one in links] == [
        (HEADLINES[0], "https://tidewire.example/2026/bridge", True),
        (HEADLINES[1], "https://click.example/c/1", False),
        (HEADLINES[2], "https://tidewire.example/coded", True),
    ]


def test_a_counter_is_asked_with_what_it_knows_its_links_by() -> None:
    counter = "https://t.mailer.example/track?u=5a1&id=9&e=77"
    (link,) = read(letter(in_table(f'<h2><a href="{counter}">{HEADLINES[0]}</a></h2>'))).links
    assert (link.url, link.is_direct) == (counter, False)


def test_a_button_is_called_by_the_heading_above() -> None:
    own = "https://tidewire.example/b"
    cells = (f"<h2>{HEADLINES[0]}</h2>", PARAGRAPHS[0], f'<a href="{own}">Read the full story</a>')
    (link,) = read(letter(in_table(*cells))).links
    assert (link.title, link.url) == (HEADLINES[0], own)


@pytest.mark.parametrize(
    "asked",
    [
        "Confirm my subscription to this newsletter",
        "Yes, confirm your e-mail address",
        "Bitte bestätigen Sie Ihre Anmeldung",
        "Subscribe now to read all of it",
        "تأكيد الاشتراك في النشرة",
    ],
)
def test_no_link_is_followed_that_asks_for_something(asked: str) -> None:
    for href in ("https://click.example/a/1", "https://click.example/confirm/1"):
        with pytest.raises(NotTaken, match="no text and no link"):
            read(letter(in_table("Hello", f'<a href="{href}">{asked}</a>')))
    with pytest.raises(NotTaken, match="asks to confirm"):
        read(letter(in_table(*PARAGRAPHS), subject="Please confirm your subscription"))


def test_a_plain_letter_is_read_as_well() -> None:
    links = "\n\n".join(
        f"* {title}\nhttps://tidewire.example/{n}" for n, title in enumerate(HEADLINES)
    )
    footer = f"\n\nSent to {READER}\n\nUnsubscribe: https://click.example/u"
    found = read(letter(plain=links + footer)).links
    assert [(one.title, one.url) for one in found] == [
        (title, f"https://tidewire.example/{n}") for n, title in enumerate(HEADLINES)
    ]
    wrapped = "\n\n".join(text.replace(" of ", "\nof ") for text in PARAGRAPHS)
    page = read(letter(plain=f"Hi Ada,\n\n{wrapped}{footer}")).page.decode()
    assert all(text.replace("&", "&amp;") in page for text in PARAGRAPHS)
    assert "Ada" not in page
    assert READER not in page
    assert "http" not in page


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("Ada, here is what happened", "Here is what happened"),
        ("Guten Morgen, Ada: der Tag", "Der Tag"),
        ("صباح الخير Ada، هذه أخبار اليوم", "هذه أخبار اليوم"),
        ("So we thank you for reading so much, Ada!", "So we thank you for reading so much!"),
        ("Tere hommikust Ada", ""),
        (f"This went to {READER.upper()} today", ""),
        ("Ada Lindqvist of your town has 12 points on her card this month", ""),
        ("Ada Calloway, who leads the council, was not asked about the new bridge.",) * 2,
    ],
)  # fmt: skip
def test_the_reader_is_named_nowhere(told: str, left: str) -> None:
    recipient = find_recipient(read_head(letter("<p>x</p>")))
    assert recipient.without(told) == left


@pytest.mark.parametrize(
    ("raw", "url"),
    [
        ("https://a.example/x?id=7&uid=9&utm_source=m", "https://a.example/x?id=7"),
        ("https://a.example/x?q=me%40b.example&p=2", "https://a.example/x?p=2"),
        ("https://a.example/x?z=4f9aK31bQ8dd7", "https://a.example/x"),
        (f"https://a.example/x?z={md5(READER.encode()).hexdigest()}", "https://a.example/x"),
        (f"https://a.example/{READER}/x", None),
        ("https://g.example/url?q=https%3A%2F%2Fa.example%2Fx", "https://a.example/x"),
        ("https://t.example/CL0/https:%2F%2Fa.example%2Fx/1/0100f", "https://a.example/x"),
        ("mailto:desk@a.example", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_is_what_it_leads_to(raw: str, url: str | None) -> None:
    assert own_address(raw, Recipient(addresses=frozenset({READER}))) == url


FAILS = "mx.host.example; spf=pass; dkim=fail (bad) header.d=x; dmarc=fail"


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (FAILS, "DMARC fails"),
        ("mx.host.example; dkim=fail; spf=pass", "DKIM fails"),
        ("mx.host.example; spf=fail smtp.mailfrom=x", "SPF fails"),
        ("mx.host.example; dkim=pass; dkim=fail; spf=fail", ""),
        ("mx.host.example; dmarc=pass (p=none); dkim=fail", ""),
        ("mx.host.example; none", ""),
        # What the sender had repeated, or wrote in the server's name.
        ('mx.host.example; spf=fail smtp.mailfrom="x; dmarc=pass"@evil.example', "SPF fails"),
        ("mx.host.example; spf=pass smtp.helo=x;dmarc=pass; dmarc=fail", "DMARC fails"),
        (f"mx.host.example;{' dkim=pass header.d=evil.example;' * 90} dmarc=fail", "DMARC fails"),
        ('mx.host.example; dkim=pass (a "b) x=c; dmarc=fail reason="policy"', "DMARC fails"),
    ],
)
def test_a_letter_that_is_not_its_senders_is_refused(result: str, reason: str) -> None:
    html = in_table(*PARAGRAPHS)
    if reason:
        with pytest.raises(NotTaken, match=reason):
            read(letter(html, authentication_results=result))
    else:
        assert read(letter(html, authentication_results=result)).page
    # What stands below the receiving server's came with the letter.
    forged = b"Authentication-Results: mx.host.example; none\r\n" + letter(
        html, authentication_results=f"mx.other.example; {FAILS.partition(';')[2]}"
    )
    assert read(forged).page


def test_a_list_counts_with_the_site_that_answers_for_it() -> None:
    def key(**fields: str) -> str:
        head = read_head(letter("<p>x</p>", **fields))
        return read_envelope(head, arrived_at=ARRIVED).sender.key

    assert key() == "daily@mail.tidewire.example"
    assert key(list_id="Daily <daily.tidewire.example>") == "daily.tidewire.example"
    assert key(list_id="<7a.mailer.example>") == "7a.mailer.example/tidewire.example"
    # Somebody else's letter under the same List-Id is another sender.
    forged = {"list_id": "<daily.tidewire.example>", "from": "x@evil.example"}
    assert key(**forged) == "daily.tidewire.example/evil.example"
    for broken in ("a@b.example, c@d.example", "nobody", ""):
        with pytest.raises(NotTaken, match="From"):
            key(**{"from": broken})


@pytest.mark.parametrize(
    "address",
    [
        b"a@[b.example", b"a@b\x00.example",
        # Mail servers check evil.example, or nothing.
        b"a@tidewire.example/.evil.example", b"a@tidewire.example#.evil.example",
        b"a@tidewire.example:.evil.example",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_nobodys(address: bytes) -> None:
    raw = b"From: Tidewire <%s>\r\nList-Id: <daily.tidewire.example>\r\n\r\n" % address
    with pytest.raises(NotTaken, match="From"):
        read_envelope(read_head(raw), arrived_at=ARRIVED)


def test_a_letters_time_is_no_later_than_its_arrival() -> None:
    head = read_head(letter("<p>x</p>", date="Sun, 29 Nov 2099 07:00:00 +0000"))
    assert read_envelope(head, arrived_at=ARRIVED).sent_at == ARRIVED
    broken = replace(head, fields=(*(f for f in head.fields if f[0] != "date"), ("date", "now")))
    assert read_envelope(broken, arrived_at=ARRIVED).sent_at == ARRIVED


def test_headlines_of_plain_letters_are_such_as_databases_keep() -> None:
    told = "\n\n".join(
        f"{HEADLINES[0]} \x00\x07{n}\nhttps://tidewire.example/{n}" for n in range(3)
    )
    links = read(letter(plain="x").replace(b"\r\n\r\nx", f"\r\n\r\n{told}".encode())).links
    assert [one.title for one in links] == [f"{HEADLINES[0]} {n}" for n in range(3)]
