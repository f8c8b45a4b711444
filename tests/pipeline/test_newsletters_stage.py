"""Letters of a real mailbox become pages and entries of their outlets, each once, also killed."""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import Popen
from threading import Thread
from typing import Any

import pytest
from tests.adapters.letter_box import Box, open_box
from tests.engine.newsletters.newsletter_letters import (
    HEADLINES,
    PARAGRAPHS,
    READER,
    in_table,
    letter,
    linked_letter,
)
from tests.pipeline.newsdesk import newsdesk
from tests.web.newsroom import make_outlet

from wireroom.adapters.executors import InlineExecutor, LoopExecutor
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.polite import PoliteFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.news.models import (
    Article,
    Mailbox,
    NewsletterIssue,
    NewsletterSender,
    Outlet,
    OutletState,
    Page,
)
from wireroom.news.services.leases import claim
from wireroom.news.services.newsletters import admit_sender, use_mailbox
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.extract import Extract
from wireroom.pipeline.newsletters import Newsletters
from wireroom.pipeline.stage import Executors

SENDER = "daily@mail.tidewire.example"
LIST = "daily.tidewire.example"


class _Counter(BaseHTTPRequestHandler):
    """Counts clicks and leads on: /c/1 to an article of the outlet, /c/2 to somebody else's."""

    def do_GET(self) -> None:
        port = int(self.headers["Host"].rpartition(":")[2])
        leads = {
            "/c/1": f"http://127.0.0.1:{port}/tram?email={READER}",
            "/c/2": f"http://localhost:{port}/elsewhere",
        }
        if self.path in leads:
            self.send_response(302)
            self.send_header("Location", leads[self.path])
        else:
            self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@dataclass(slots=True)
class Desk:
    """The stage over a mailbox and a counter of clicks; `now` is its clock."""

    box: Box
    stage: Newsletters
    port: int
    now: datetime

    def look(self) -> Mailbox:
        """Look into the mailbox once, an hour or more after the time before."""
        self.now += timedelta(days=1, hours=1)
        Mailbox.objects.filter(due_at__isnull=False).update(due_at=self.now)
        (row,) = self.stage.claim(now=self.now, limit=1)
        (future,) = self.stage.start([row], now=self.now)
        try:
            self.stage.file([(row, future.result(30))], now=self.now)
        except Exception as error:  # noqa: BLE001 - as the coordinator does
            self.stage.fail(row, error, now=self.now)
        return Mailbox.objects.get()


@pytest.fixture
def desk(settings: Any, transactional_db: None) -> Iterator[Desk]:
    net, inline = LoopExecutor(), InlineExecutor()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Counter)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    port = server.server_address[1]
    allow = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def make() -> PoliteFetcher:
        fetcher = AiohttpFetcher(allow=allow)
        return PoliteFetcher(fetcher, RobotsGate(fetcher))

    fetcher = net.run(make(), timeout_s=5)
    executors = Executors(net=net, cpu=inline, bulk=inline, inline=inline)
    with open_box() as box:
        use_mailbox(box.account.name, now=utc_now())
        stage = Newsletters(executors, holder="t", fetcher=fetcher, account=box.account)
        yield Desk(box, stage, port, utc_now())
    net.run(fetcher.close(), timeout_s=5)
    net.shutdown()
    server.shutdown()
    server.server_close()


def text_letter(number: int, **fields: str) -> bytes:
    subject = f"Harbour bridge, day {number}"
    return letter(in_table("Hi Ada,", *PARAGRAPHS), subject=subject, **fields)


def test_letters_of_admitted_senders_become_reports(desk: Desk) -> None:
    desk.box.add(text_letter(1), at=desk.now)
    row = desk.look()
    assert (row.last_uid, row.validity, row.error_count) == (1, 7, 0)
    assert not Page.objects.exists()
    sender = NewsletterSender.objects.get()
    assert (sender.key, sender.issues, sender.taken) == (SENDER, 1, 0)
    assert not any("BODY.PEEK[]" in command for command in desk.box.commands)

    outlet = make_outlet("Tidewire")
    assert admit_sender(SENDER, outlet, now=desk.now) == 1
    desk.box.add(text_letter(2), at=desk.now)
    desk.look()
    desk.look()
    pages = list(Page.objects.order_by("pk"))
    assert len(pages) == 2
    assert all(page.url.startswith("issue:") and page.outlet == outlet for page in pages)
    extract = Extract(desk.stage.executors, holder="t")
    rows = claim(Page, "extract", now=desk.now, limit=9, lease_s=60, related=extract.related)
    extract.file(
        [(one, f.result()) for one, f in zip(rows, extract.start(rows, now=desk.now), strict=True)],
        now=desk.now,
    )
    articles = Article.objects.order_by("headline")
    assert [one.headline for one in articles] == [f"Harbour bridge, day {n}" for n in (1, 2)]
    assert {one.url for one in articles} == {""}
    assert not Page.objects.filter(step="fetch").exists()  # there is nothing to ask again
    sender.refresh_from_db()
    assert (sender.issues, sender.taken, sender.refused) == (2, 2, 0)


def test_linked_articles_become_entries_of_the_outlet_alone(desk: Desk) -> None:
    site = f"http://127.0.0.1:{desk.port}"
    outlet = Outlet.objects.create(
        name="Tidewire", name_key="tidewire", slug="tidewire", home_url=f"{site}/"
    )
    raw = linked_letter(f"http://localhost:{desk.port}", direct=site)
    desk.box.add(raw, at=desk.now)
    desk.look()
    admit_sender(LIST, outlet, now=desk.now)
    desk.look()
    pages = Page.objects.order_by("pk")
    assert [(page.url, page.title, page.step) for page in pages] == [
        (f"{site}/2026/bridge", HEADLINES[0], "fetch"),
        (f"{site}/tram", HEADLINES[1], "fetch"),
    ]
    assert {page.outlet_id for page in pages} == {outlet.pk}


def test_a_letter_is_read_once_whatever_its_number(desk: Desk) -> None:
    outlet = make_outlet("Tidewire")
    desk.box.add(text_letter(1), at=desk.now)
    desk.look()
    admit_sender(SENDER, outlet, now=desk.now)
    desk.look()
    desk.box.validity = 8
    desk.box.letters = {}
    desk.box.add(text_letter(1), at=desk.now, uid=40)
    desk.box.add(text_letter(2), at=desk.now, uid=41)
    row = desk.look()
    assert (row.validity, row.last_uid) == (8, 41)
    assert Page.objects.count() == 2
    assert NewsletterSender.objects.get().issues == 2


def test_letters_that_went_away_keep_no_others_waiting(desk: Desk) -> None:
    for number in range(1, 14):
        desk.box.add(text_letter(number), at=desk.now)
    desk.look()
    admit_sender(SENDER, make_outlet("Tidewire"), now=desk.now)
    for number in range(1, 12):
        del desk.box.letters[number]
    desk.look()
    desk.look()
    assert Page.objects.count() == 2
    gone = NewsletterIssue.objects.filter(fate="refused").order_by("uid")
    assert [one.uid for one in gone] == list(range(1, 12))
    assert "not in the mailbox any more" in gone[0].reason


def test_an_outlet_that_was_blocked_meanwhile_gets_no_page(desk: Desk) -> None:
    site = f"http://127.0.0.1:{desk.port}"
    outlet = Outlet.objects.create(
        name="Tidewire", name_key="tidewire", slug="tidewire", home_url=f"{site}/"
    )
    desk.box.add(linked_letter(site, direct=site), at=desk.now)
    desk.look()
    admit_sender(LIST, outlet, now=desk.now)
    Mailbox.objects.update(due_at=desk.now)
    (row,) = desk.stage.claim(now=desk.now, limit=1)
    (future,) = desk.stage.start([row], now=desk.now)
    seen = future.result(30)
    Outlet.objects.update(state=OutletState.BLOCKED)
    desk.stage.file([(row, seen)], now=desk.now)
    assert not Page.objects.exists()
    assert NewsletterIssue.objects.get().reason == "its outlet is paused or blocked"


def test_what_is_not_taken_is_told_and_stops_nothing(desk: Desk) -> None:
    outlet = make_outlet("Tidewire")
    desk.box.add(text_letter(1), at=desk.now)
    desk.look()
    admit_sender(SENDER, outlet, now=desk.now)
    result = "mx.host.example; dmarc=fail"
    desk.box.add(text_letter(2, authentication_results=result), at=desk.now)
    desk.box.add(b"From: <nobody@[x>\r\n\r\n", at=desk.now)
    desk.box.add(text_letter(3), at=desk.now)
    desk.box.claims[4] = 50_000_000
    desk.box.add(text_letter(5), at=desk.now)
    assert desk.look().last_uid == 5
    assert Page.objects.count() == 2
    reasons = NewsletterIssue.objects.filter(fate="refused").order_by("uid")
    assert [one.reason for one in reasons] == [
        "it does not come from where it says (DMARC fails)",
        "its From names no one address",
        "it has more than 5 MB",
    ]
    Outlet.objects.update(state=OutletState.PAUSED)
    desk.box.add(text_letter(6), at=desk.now)
    desk.look()
    assert Page.objects.count() == 2
    assert NewsletterSender.objects.get().refusal == "its outlet is paused or blocked"


def test_a_mailbox_that_is_away_is_asked_more_rarely_and_never_given_up(desk: Desk) -> None:
    desk.stage._account = desk.box.account.__class__(
        **{name: getattr(desk.box.account, name) for name in ("host", "user", "folder", "tls")},
        port=1,
        password="x",
    )
    waits = []
    for nth in range(1, 8):
        row = desk.look()
        assert row.error_count == nth
        assert row.dead_at is None
        assert row.due_at is not None
        waits.append(row.due_at - desk.now)
    assert waits[0] < waits[2] < waits[5]
    assert "failure 7 in a row" in row.reason


SEED = """
import django, sys
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from wireroom.news.models import NewsletterSender
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.coordinator import utc_now
outlet = file_outlet(OutletFacts(name="Tidewire", home_url="https://tidewire.example/"))[0]
NewsletterSender.objects.create(key=sys.argv[1], name="x", site="tidewire.example", outlet=outlet,
    first_at=utc_now(), last_at=utc_now())
"""
# The pipeline's own stage and loop, without the workers whose start would take most of the time.
LOOK = """
import django
django.setup()
from django.conf import settings
from wireroom.adapters.executors import InlineExecutor, LoopExecutor
from wireroom.news.models import Mailbox
from wireroom.news.services.leases import release_leases
from wireroom.news.services.newsletters import use_mailbox
from wireroom.pipeline.coordinator import Coordinator, utc_now
from wireroom.pipeline.newsletters import Newsletters
from wireroom.pipeline.stage import Executors
release_leases("desk", now=utc_now())
use_mailbox(settings.WIREROOM_MAILBOX.name, now=utc_now())
Mailbox.objects.update(due_at=utc_now(), ok_at=None)
inline = InlineExecutor()
executors = Executors(net=LoopExecutor(), cpu=inline, bulk=inline, inline=inline)
stage = Newsletters(executors, holder="desk", fetcher=None, account=settings.WIREROOM_MAILBOX)
Coordinator((stage,)).run(is_enough=lambda: Mailbox.objects.get().ok_at is not None)
"""
TELL = """
import django
django.setup()
from wireroom.news.models import Mailbox, NewsletterIssue, NewsletterSender, Page
sender = NewsletterSender.objects.get()
print(Mailbox.objects.get().last_uid, NewsletterIssue.objects.filter(fate="taken").count(),
    Page.objects.filter(step="extract").count(), sender.issues, sender.taken)
"""


@pytest.mark.once
@pytest.mark.slow
def test_killed_at_any_moment_each_letter_is_read_once(tmp_path: Path) -> None:
    letters, looks, chance = 8, 4, random.Random(7)
    with (
        open_box() as box,
        newsdesk(tmp_path / "desk", allow="", WIREROOM_IMAP_URL=box.url) as desk,
    ):
        desk.run_python(SEED, SENDER)
        for nth in range(looks):
            for number in range(nth * letters, (nth + 1) * letters):
                box.add(text_letter(number + 1), at=utc_now())
            asked = len(box.commands)
            look = Popen([sys.executable, "-c", LOOK], env=desk.environment)
            while not any(one.startswith("EXAMINE") for one in box.commands[asked:]):
                assert look.poll() is None
                time.sleep(0.01)
            if nth < looks - 1:  # the last one is left in peace
                time.sleep(chance.uniform(0.0, 0.3))
                look.kill()
            look.wait(120)
        told = desk.run_python(TELL).split()
    assert told == [str(letters * looks)] * 5
    assert not any("STORE" in command or "SELECT" in command for command in box.commands)
