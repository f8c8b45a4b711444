"""`./wireroom newsletters`: who sends letters to the mailbox, and whose are taken."""

import argparse
from typing import TYPE_CHECKING

from wireroom.cli.deeds import run_deed
from wireroom.cli.mend import plain_words
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.news.models import NewsletterSender, Outlet


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", title="deeds")
    deeds.add_parser("list", help="who wrote, how often, and whose letters are taken (the default)")
    admitting = deeds.add_parser("admit", help="take a sender's letters as those of an outlet")
    admitting.add_argument("sender", type=plain_words, help="as the list has it")
    admitting.add_argument("outlet", type=plain_words, help="an outlet's name, or its slug")
    admitting.add_argument("--home", help="its home page; makes the outlet where it is not here")
    dismissing = deeds.add_parser("dismiss", help="take no more letters of a sender")
    dismissing.add_argument("sender", type=plain_words, help="as the list has it")


def run(args: argparse.Namespace) -> int:
    """Do what was asked and print what came of it."""
    return run_deed("newsletters", lambda: _do(args))


def _do(args: argparse.Namespace) -> list[str]:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.queries.newsletters import read_senders
    from wireroom.news.services.newsletters import admit_sender, dismiss_sender
    from wireroom.pipeline.coordinator import utc_now

    if args.deed == "admit":
        outlet = _outlet(args.outlet, args.home)
        count = admit_sender(args.sender, outlet, now=utc_now())
        return [f"letters of {args.sender} are taken for {outlet.name}, {count} of the last week"]
    if args.deed == "dismiss":
        dismiss_sender(args.sender)
        return [f"letters of {args.sender} are not taken any more"]
    return [*_mailboxes(), *map(_line, read_senders())]


def _outlet(told: str, home: str | None) -> "Outlet":
    from wireroom.engine.urls import canonical_url
    from wireroom.news.identity import name_key
    from wireroom.news.models import Outlet
    from wireroom.news.services.outlets import OutletFacts, file_outlet

    known = Outlet.objects.filter(slug=told).first()
    known = known or Outlet.objects.filter(name_key=name_key(told)).first()
    if known is not None:
        return known
    home_url = canonical_url(home) if home else None
    if home_url is None:
        raise BadInput(f"no outlet is called {told!r}; give its home page to make it: --home URL")
    return file_outlet(OutletFacts(name=told, home_url=home_url))[0]


def _mailboxes() -> list[str]:
    from wireroom.news.models import Mailbox

    rows = list(Mailbox.objects.filter(step="letters"))
    if not rows:
        return ["no mailbox is looked into: set WIREROOM_IMAP_URL and start the pipeline"]
    return [f"{row.name}: {row.reason or 'not looked into yet'}" for row in rows]


def _line(row: "NewsletterSender") -> str:
    letters = "1 letter" if row.issues == 1 else f"{row.issues} letters"
    line = f"{row.last_at:%Y-%m-%d} {row.key} ({row.name}): {letters}"
    if row.outlet is not None:
        line += f", {row.taken} taken for {row.outlet.name}"
    if row.refused:
        line += f", {row.refused} refused, the last because {row.refusal}"
    return line
