"""`./wireroom brief`: named in the contract, filled by a later release."""

import argparse

from wireroom.cli.later import accept_anything, say_later

configure = accept_anything


def run(_args: argparse.Namespace) -> int:
    """Say that the command comes later."""
    return say_later("brief")
