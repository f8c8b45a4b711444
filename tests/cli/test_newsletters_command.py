"""`wireroom newsletters`: who wrote, admitting and dismissing them."""

from datetime import timedelta

import pytest
from tests.web.newsroom import ago, make_outlet

from wireroom.cli import main
from wireroom.news.models import Mailbox, NewsletterIssue, NewsletterSender, Outlet
from wireroom.news.services.newsletters import use_mailbox
from wireroom.pipeline.coordinator import utc_now

pytestmark = pytest.mark.django_db
SENDER = "daily.tidewire.example"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["newsletters", *words]) == 0
    return capsys.readouterr().out


def make_sender() -> NewsletterSender:
    """Make a sender whose letters came yesterday and a month ago."""
    use_mailbox("news at mail.example, INBOX", now=utc_now())
    sender = NewsletterSender.objects.create(
        key=SENDER, name="Tidewire Daily", site="tidewire.example", issues=2,
        first_at=ago(24 * 30), last_at=ago(24),
    )  # fmt: skip
    for uid, hours in ((1, 24 * 30), (2, 24)):
        NewsletterIssue.objects.create(
            key=str(uid), mailbox=Mailbox.objects.get(), sender=sender, validity=1, uid=uid,
            fate="unknown", arrived_at=ago(hours),
        )  # fmt: skip
    return sender


def test_senders_are_listed_admitted_and_dismissed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "set WIREROOM_IMAP_URL" in told(capsys)
    make_sender()
    later = utc_now() + timedelta(hours=9)
    Mailbox.objects.update(due_at=later, reason="nothing new; next look in 9 h")
    out = told(capsys)
    assert "news at mail.example, INBOX: nothing new; next look in 9 h" in out
    assert f"{SENDER} (Tidewire Daily): 2 letters\n" in out

    home = ("--home", "https://tidewire.example")
    out = told(capsys, "admit", SENDER.upper(), "Tidewire", *home)
    assert "1 of the last week" in out
    assert Outlet.objects.get().home_url == "https://tidewire.example/"
    assert list(NewsletterIssue.objects.filter(fate="waiting").values_list("uid")) == [(2,)]
    assert Mailbox.objects.filter(due_at__lte=utc_now()).exists()
    assert "2 letters, 0 taken for Tidewire" in told(capsys, "list")

    told(capsys, "dismiss", SENDER)
    assert not NewsletterIssue.objects.filter(fate="waiting").exists()
    assert "taken for" not in told(capsys)


def test_what_cannot_be_done_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    make_sender()
    assert main(["newsletters", "admit", SENDER, "Nobody"]) == 1
    assert "--home URL" in capsys.readouterr().err
    outlet = make_outlet("Tidewire")
    assert main(["newsletters", "admit", "else.example", outlet.slug]) == 1
    assert "'./wireroom newsletters' lists who did" in capsys.readouterr().err
    assert main(["newsletters", "dismiss", SENDER]) == 1
    assert "is admitted" in capsys.readouterr().err
