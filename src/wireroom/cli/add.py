"""`./wireroom add URL`: add a feed, the feed that a page names, or the page as a listing."""

import argparse
import sys

from wireroom.cli.django_ready import check_database, migrate, set_up_django
from wireroom.engine.errors import BadInput, WireroomError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("url", nargs="+", help="address of a feed, a sitemap or a home page")
    parser.add_argument(
        "--listing",
        action="store_true",
        help="poll the page itself for its links to reports, whatever feed it names",
    )
    parser.add_argument("--name", help="the outlet's name, where the feed does not tell it")


def run(args: argparse.Namespace) -> int:
    """Add each address; 1 when one could not be added."""
    try:
        set_up_django()
        check_database()
        migrate()
    except BadInput as error:
        print(f"wireroom add: {error}", file=sys.stderr)
        return 1
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.pipeline.adding import add_address

    failed = 0
    for url in args.url:
        try:
            print(add_address(url, name=args.name, as_listing=args.listing))
        except WireroomError as error:
            print(f"wireroom add: {url}: {error}", file=sys.stderr)
            failed += 1
    return 1 if failed else 0
