"""Runs the sample newsroom: `python -m wireroom.sample --port 8091`."""

import argparse
import asyncio
import errno
import signal
import socket
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from aiohttp import web

from wireroom.sample.errors import BadContent
from wireroom.sample.reading import load_newsroom
from wireroom.sample.server import CORRECTED_AFTER_S, build_app

HOST: Final = "127.0.0.1"
PORT: Final = 8091


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C; 0 then, 1 when the server cannot start."""
    args = _parser().parse_args(argv)
    try:
        newsroom = load_newsroom()
        listener = _listen(args.port)
    except (BadContent, OSError, OverflowError) as error:
        sys.stderr.write(f"wireroom.sample: {_reason(error, args.port)}\n")
        return 1
    base_url = f"http://{HOST}:{listener.getsockname()[1]}"
    app = build_app(
        newsroom, epoch=args.epoch, base_url=base_url, corrected_after_s=args.corrected_after_s
    )
    ready = (
        f"sample newsroom ready at {base_url}/ : "
        f"{len(newsroom.outlets)} outlets, {len(newsroom.reports)} pages\n"
    )
    asyncio.run(_serve(app, listener, ready))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m wireroom.sample", description="Serve the sample newsroom on loopback."
    )
    parser.add_argument("--port", type=int, default=PORT, help="0 takes a free one")
    parser.add_argument(
        "--epoch",
        type=_epoch,
        default=datetime.now(UTC),
        metavar="ISO",
        help="the sample's time at its start, with a time zone (default: now)",
    )
    parser.add_argument("--corrected-after-s", type=float, default=CORRECTED_AFTER_S)
    return parser


def _epoch(text: str) -> datetime:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO 8601 time") from None
    if when.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text!r} has no time zone; write {text}+00:00")
    return when


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Without this a restart within a minute finds its own port still in use.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(128)
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener


def _reason(error: Exception, port: int) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; choose another one with --port"
    return str(error)


async def _serve(app: web.Application, listener: socket.socket, ready: str) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.SockSite(runner, listener).start()
    sys.stdout.write(ready)
    sys.stdout.flush()
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    sys.exit(main())
