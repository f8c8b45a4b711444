"""Commands that a later release brings: they say so and exit 2."""

import argparse
import sys


def say_later(name: str) -> int:
    """Tell the person that the command is not there yet; the exit code is 2 (wrong usage)."""
    print(f"wireroom {name}: comes with a later release of Wireroom", file=sys.stderr)
    return 2


def accept_anything(parser: argparse.ArgumentParser) -> None:
    """Take the arguments the command will have, so that scripts fail with the one clear line."""
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--jsonl")
