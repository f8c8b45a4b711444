"""`./wireroom verify`: whether signed exports are as they were signed, and by whom."""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from wireroom.adapters.signing import check
from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.engine.errors import BadInput

_MOST_BYTES: Final = 50_000_000  # some hundred times what a review has


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="signed JSON, as press reviews; '-' reads stdin"
    )
    parser.add_argument(
        "--key",
        help="the public key of the site that should have signed it, as"
        " its /.well-known/wireroom.json says",
    )


def run(args: argparse.Namespace) -> int:
    """Look at each file and say what it is: 1 where one is not as it was signed."""
    failed = False
    for name in args.files:
        try:
            print(f"{name}: {_verify(name, args.key)}")
        except BadInput as error:
            failed = True
            print(f"wireroom verify: {name}: {error}", file=sys.stderr)
    return SOME_INPUT_FAILED if failed else OK


def _verify(name: str, wanted: str | None) -> str:
    told, key = check(_read(name))
    if wanted is not None and key != wanted.strip():
        raise BadInput(f"signed with another key: {key}")
    by = "the key you named" if wanted is not None else f"key {key}; --key says whose you expect"
    about = " ".join(str(told.get(one, "")) for one in ("kind", "made_at", "site")).split()
    return f"unchanged since it was signed by {by} ({' '.join(about)[:300]})"


def _read(name: str) -> object:
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(error.strerror or "it cannot be read") from error
    if len(raw) > _MOST_BYTES:
        raise BadInput(f"more than {_MOST_BYTES:,} bytes are no signed export")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadInput("this is no JSON") from error
