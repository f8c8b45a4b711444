"""`./wireroom up`: database, pipeline and site in one process tree, with the sample newsroom."""

import argparse
import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Final

from wireroom.adapters.terminal import tell
from wireroom.cli.django_ready import (
    check_database,
    check_embedder,
    check_places,
    migrate,
    set_up_django,
)
from wireroom.cli.numbers import port_number
from wireroom.cli.ports import check_port
from wireroom.cli.supervisor import Child, Supervisor
from wireroom.engine.errors import BadInput

READY_LIMIT_S: Final = 60.0


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--host", default="127.0.0.1", help="address of the site")
    parser.add_argument("--port", type=port_number, default=8000, help="port of the site")
    parser.add_argument(
        "--outlets",
        action="append",
        default=[],
        metavar="LIST",
        help="start with a list of real outlets instead of the sample: a name in outlets/,"
        " a .toml file, or 'all' (may be given several times)",
    )
    parser.add_argument(
        "--sample", action="store_true", help="the sample newsroom, with no link to set one up"
    )
    parser.add_argument(
        "--no-sample", action="store_true", help="start without the sample newsroom"
    )
    parser.add_argument(
        "--sample-port", type=port_number, help="port of the sample newsroom's server"
    )


def run(args: argparse.Namespace) -> int:
    """Set everything up, start it, and keep it up until Ctrl-C."""
    try:
        set_up_django()
        check_port(args.host, args.port, option="--port")
        check_embedder()
        check_places()
        _say("preparing the database")
        check_database()
        migrate()
        _keep_address(args.host, args.port)
        start_link = "" if args.sample else _start_link(args.host, args.port)
        supervisor = Supervisor(
            _children(args), _say, has_changed=watch_kept(), remake=lambda: _remake(args)
        )
    except (BadInput, OSError) as error:
        print(f"wireroom up: {error}", file=sys.stderr)
        return 1
    supervisor.run(ready=lambda: _announce(args.host, args.port, supervisor, start_link))
    _say("stopped; everything is kept in the database")
    return 0


def _remake(args: argparse.Namespace) -> list[Child]:
    """Return the processes anew, days later perhaps. Raises BadInput."""
    # Imported here: it needs Django set up.
    from django.db import close_old_connections

    close_old_connections()  # no request does it for us
    check_database()
    return _children(args, runs_already=True)


def _children(args: argparse.Namespace, *, runs_already: bool = False) -> list[Child]:
    """File the outlets and return the processes that this start needs, in order."""
    # Imported here: it needs Django set up.
    from wireroom.cli.first_outlets import file_first_outlets

    address = ["--host", args.host, "--port", str(args.port)]
    site = Child("site", ["-m", "wireroom", "site", *address], overlaps=True)
    pipeline = Child("pipeline", ["-m", "wireroom", "pipeline"])
    children = [pipeline, site]
    sample = file_first_outlets(
        args.outlets,
        wants_sample=not args.no_sample,
        port=args.sample_port,
        say=_say,
        runs_already=runs_already,
    )
    if sample is not None:
        # The sample is polled every minute, so that its corrections can be seen to arrive.
        site.environment = {"WIREROOM_ALLOW": sample.allowed}  # for its pictures
        pipeline.environment = {"WIREROOM_ALLOW": sample.allowed, "WIREROOM_POLL_MIN_S": "60"}
        if not os.environ.get("WIREROOM_PLACES"):  # no table of the world knows its towns
            places = {"WIREROOM_PLACES": str(sample.places)}
            site.environment |= places
            pipeline.environment |= places
        children.insert(0, Child("sample newsroom", sample.command))
    return children


def _keep_address(host: str, port: int) -> None:
    """Let other commands know where the site is found. Raises OSError."""
    # Imported here: it needs Django set up.
    from django.conf import settings

    from wireroom.adapters.kept_settings import keep_address

    keep_address(settings.VAR, _site(host, port))


def _start_link(host: str, port: int) -> str:
    """Return the one-time link to the assistant; empty once there is a host. Raises OSError."""
    # Imported here: models can be loaded only after Django is set up.
    from django.conf import settings

    from wireroom.adapters.kept_settings import make_start_key
    from wireroom.people.queries import has_host

    if has_host():
        return ""
    site = os.environ.get("WIREROOM_URL", "").rstrip("/") or _site(host, port).rstrip("/")
    return f"{site}/en/desk/start/?key={make_start_key(settings.VAR)}"


def watch_kept() -> Callable[[], bool]:
    """Return what tells whether the kept settings changed since it was asked last."""
    from django.conf import settings

    from wireroom.adapters.kept_settings import kept_path

    path, seen = kept_path(settings.VAR), [0]

    def has_changed() -> bool:
        now = path.stat().st_mtime_ns if path.exists() else 0
        before, seen[0] = seen[0], now
        return now != before

    has_changed()
    return has_changed


def _site(host: str, port: int) -> str:
    shown = "localhost" if host in ("0.0.0.0", "::") else host  # noqa: S104
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _announce(host: str, port: int, supervisor: Supervisor, start_link: str) -> None:
    """Say the address once the site answers there."""
    url = _site(host, port)
    deadline = time.monotonic() + READY_LIMIT_S
    while time.monotonic() < deadline and not supervisor.is_stopping():
        if _answers(f"{url}healthz"):
            _say(f"open {url}  (Ctrl-C stops everything)")
            if start_link:
                _say(f"set your newsroom up (this link works once): {start_link}")
            return
        time.sleep(0.2)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own site
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _say(text: str) -> None:
    tell(f"wireroom: {text}")
