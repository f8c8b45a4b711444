"""`./wireroom people`: who has an account, making one, a link for a new password, deleting it."""

import argparse
import sys
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, migrate, set_up_django
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.people.models import Person


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", title="deeds")
    deeds.add_parser("list", help="who has an account (the default)")
    adding = deeds.add_parser("add", help="make an account and print the link to its password")
    adding.add_argument("email", help="the address to sign in with")
    adding.add_argument("--staff", action="store_true", help="for somebody of the desk")
    for name, text in (
        ("link", "print another link with which a person chooses a new password"),
        ("delete", "delete an account and everything that is kept of its owner"),
    ):
        deed = deeds.add_parser(name, help=text)
        deed.add_argument("email", help="the address of the account")


def run(args: argparse.Namespace) -> int:
    """Do what was asked and print what came of it."""
    try:
        set_up_django()
        check_database()
        migrate()
        for line in _do(args):
            print(printable(line))
    except BadInput as error:
        print(f"wireroom people: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    return OK


def _do(args: argparse.Namespace) -> list[str]:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.people.queries import read_people
    from wireroom.people.services import accounts

    if args.deed == "add":
        return _invitation(accounts.add_person(args.email, is_staff=args.staff))
    if args.deed == "link":
        return _invitation(accounts.find_person(args.email))
    if args.deed == "delete":
        person = accounts.find_person(args.email)
        accounts.delete_person(person)
        return [f"{person.email} is deleted"]
    return [_line(person) for person in read_people()]


def _invitation(person: "Person") -> list[str]:
    from django.conf import settings
    from django.urls import reverse

    from wireroom.people.services.accounts import password_key

    who, key = password_key(person)
    there = reverse("account_reset_password_from_key", kwargs={"uidb36": who, "key": key})
    return [
        f"{person.email} chooses a password here (once, within"
        f" {settings.PASSWORD_RESET_TIMEOUT // 86_400} days):",
        urljoin(settings.WIREROOM_URL, there.lstrip("/")),
    ]


def _line(person: "Person") -> str:
    last = f"last signed in {person.last_login:%Y-%m-%d %H:%M}" if person.last_login else "never in"
    return (
        f"{person.joined_at:%Y-%m-%d} {person.email}{' (staff)' if person.is_staff else ''}, {last}"
    )
