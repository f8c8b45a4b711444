"""`./wireroom site`: the site alone, served by granian; `up` runs it as a child."""

import argparse
import os
import sys

from wireroom.adapters.orphans import SUPERVISED_VARIABLE, die_with_supervisor
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.numbers import number_from, port_number
from wireroom.cli.ports import check_port
from wireroom.engine.errors import BadInput


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=port_number, default=8000, help="port to listen on")
    parser.add_argument(
        "--workers", type=number_from(1), default=1, help="processes that serve pages"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    die_with_supervisor()
    try:
        set_up_django()
        check_database()
        if not os.environ.get(SUPERVISED_VARIABLE):  # `up` has looked
            check_port(args.host, args.port, option="--port")
    except BadInput as error:
        print(f"wireroom site: {error}", file=sys.stderr)
        return 1
    # Imported here: granian is needed by no other command, settings only after set-up.
    from django.conf import settings
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from wireroom.adapters.counts import keep_counts

    keep_counts(settings.VAR)
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    Server(
        target="wireroom.conf.wsgi:application",
        interface=Interfaces.WSGI,
        address=args.host,
        port=args.port,
        workers=args.workers,
        # Two may wait for outlets' pictures (adapters/pictures/proxy.py); granian warns of more.
        blocking_threads=min(5, 2 * (os.cpu_count() or 1) + 1),
        websockets=False,
        log_level=LogLevels.warning,
        workers_kill_timeout=5,
        respawn_failed_workers=True,
    ).serve()
    return 0
