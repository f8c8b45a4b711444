"""`./wireroom manage ...`: Django's own commands (shell, dumpdata, migrate, ...)."""

import argparse

from wireroom.cli.django_ready import set_up_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Take every word: they are Django's."""
    parser.prefix_chars = "\0"  # even --help belongs to Django
    parser.add_argument("words", nargs="*")


def run(args: argparse.Namespace) -> int:
    """Hand over to Django."""
    set_up_django()
    # Imported here: commands without a database start without Django.
    from django.core.management import execute_from_command_line

    execute_from_command_line(["wireroom manage", *args.words])
    return 0
