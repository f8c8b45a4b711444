"""`./wireroom people`: who has an account, making one, its role, a new password, deleting it."""

import argparse
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from wireroom.cli.deeds import run_deed
from wireroom.cli.mend import plain_words, user_name

if TYPE_CHECKING:
    from wireroom.people.models import Person


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", title="deeds")
    deeds.add_parser("list", help="who has an account (the default)")
    adding = deeds.add_parser("add", help="make an account and print the link to its password")
    adding.add_argument("email", help="the address to sign in with")
    adding.add_argument("--staff", action="store_true", help="for somebody of the desk")
    role = deeds.add_parser("role", help="say what a person may do at the desk")
    role.add_argument("email", help="the address of the account")
    role.add_argument("role", choices=("reader", "moderator", "editor", "host"))
    role.add_argument("--why", type=plain_words, default="", help="the reason, for the log")
    for name, text in (
        ("link", "print another link with which a person chooses a new password"),
        ("delete", "delete an account and everything that is kept of its owner"),
    ):
        deed = deeds.add_parser(name, help=text)
        deed.add_argument("email", help="the address of the account")


def run(args: argparse.Namespace) -> int:
    """Do what was asked and print what came of it."""
    return run_deed("people", lambda: _do(args))


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
    if args.deed == "role":
        return [_give_role(args)]
    return [_line(person) for person in read_people()]


def _give_role(args: argparse.Namespace) -> str:
    from wireroom.news.services.deed_log import By
    from wireroom.people.roles import Role
    from wireroom.people.services.accounts import find_person
    from wireroom.pipeline.coordinator import utc_now
    from wireroom.pipeline.roles import give_role

    by = By(who=user_name(), why=args.why, now=utc_now())
    person = give_role(find_person(args.email).pk, Role(args.role), by=by)
    return f"{person.email} is {args.role}"


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
    from wireroom.people.roles import Role, role_of

    last = f"last signed in {person.last_login:%Y-%m-%d %H:%M}" if person.last_login else "never in"
    role = role_of(person)
    held = "" if role is Role.READER else f" ({role.value})"
    return f"{person.joined_at:%Y-%m-%d} {person.email}{held}, {last}"
