"""Commands that do one thing in the database and print what came of it, a line each."""

import sys
from collections.abc import Callable, Iterable

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, migrate, set_up_django
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput


def run_deed(command: str, do: Callable[[], Iterable[str]], *, migrates: bool = True) -> int:
    """Set everything up, do it and print the lines; 1 with what to do where it cannot be done."""

    def run() -> int:
        set_up_django()
        check_database()
        if migrates:
            migrate()
        for line in do():
            print(printable(line))
        return OK

    return or_say_why(command, run)


def or_say_why(command: str, do: Callable[[], int]) -> int:
    """Return what it returns; 1 with a line that says what to do where it cannot be done."""
    try:
        return do()
    except BadInput as error:
        print(f"wireroom {command}: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
