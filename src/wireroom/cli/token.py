"""`./wireroom token`: who may hand pages in by POST /api/pages."""

import argparse

from wireroom.cli.deeds import run_deed
from wireroom.cli.mend import plain_words
from wireroom.cli.numbers import number_from

_MOST_HOURLY = 1_000_000


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", title="deeds")
    deeds.add_parser("list", help="the tokens that there are (the default)")
    adding = deeds.add_parser("add", help="make a token and print it, once")
    adding.add_argument("name", type=plain_words, help="whose it is, for the list")
    adding.add_argument(
        "--scope",
        choices=("pages", "addresses"),
        action="append",
        help="hand in the HTML of pages (the default), or name addresses to be fetched",
    )
    adding.add_argument(
        "--hourly", type=number_from(1, _MOST_HOURLY), help="how often an hour it may be used (600)"
    )
    revoking = deeds.add_parser("revoke", help="let a token be of no use any more")
    revoking.add_argument("name", type=plain_words, help="its name, as the list has it")


def run(args: argparse.Namespace) -> int:
    """Do what was asked and print what came of it."""
    return run_deed("token", lambda: _do(args))


def _do(args: argparse.Namespace) -> list[str]:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.models import Token
    from wireroom.news.services.tokens import HOURLY, Scope, make_token, revoke_token
    from wireroom.pipeline.coordinator import utc_now

    if args.deed == "add":
        scopes = {Scope(name) for name in args.scope or ("pages",)}
        return [make_token(args.name, scopes, hourly=args.hourly or HOURLY, now=utc_now())]
    if args.deed == "revoke":
        revoke_token(args.name, now=utc_now())
        return [f"{args.name} is revoked"]
    return [
        f"{one.made_at:%Y-%m-%d} {one.name} ({one.scopes}, {one.hourly} an hour)"
        + (f", revoked {one.revoked_at:%Y-%m-%d}" if one.revoked_at else "")
        for one in Token.objects.order_by("pk")
    ]
