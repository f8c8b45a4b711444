"""The command line: one file a command, loaded only when it is called."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Final

from wireroom import __version__

OK: Final = 0
SOME_INPUT_FAILED: Final = 1
WRONG_USAGE: Final = 2

# Locked, full, read-only or gone: whatever it is, a transaction was rolled back.
_UNDONE: Final = (
    "the database says: %s. What was begun is undone; make room, end what holds it or start it,"
    " then run the same again"
)
COMMANDS: Final[dict[str, str]] = {
    "up": "start everything: database, pipeline and site",
    "add": "add a feed, or the feed that a page names",
    "outlets": "feeds from an OPML list, and an OPML list of the feeds polled",
    "import": "take in web archives (WARC, as CC-NEWS has them)",
    "token": "who may hand pages in by POST /api/pages: making tokens, revoking them",
    "newsletters": "who sends newsletters to the mailbox, and whose are taken",
    "read": "read pages, dumps and feeds into articles (JSON Lines)",
    "copies": "find passages that articles share",
    "stories": "group articles into stories",
    "quotes": "who said what to whom",
    "brief": "a story's key points, timeline and what is new, each with its place",
    "ask": "the sentences of a story that answer a question, or that none does",
    "verify": "whether press reviews are as they were signed, and by whom",
    "ai": "what was asked of the model today and what it cost; --try asks its server",
    "moderate": "score comments for moderators, with reasons",
    "comments": "all comments, or those of a story, to take along (JSON Lines)",
    "mend": "move, split, merge, pin or spike what the engine grouped, or undo that",
    "mends": "what editors mended: the log, and cases for bench mends",
    "errors": "what readers say is wrong in chosen sentences, and deciding on it",
    "takedown": "take a report down for good: its text goes, and it is not fetched again",
    "topic": "merge, part, hide or rename topics, or undo that",
    "people": "who has an account; making one, a link for a new password, deleting it",
    "digest": "send the digests and alerts that are due, once",
    "queue": "what is due, what failed for good, and re-running it",
    "backup": "a copy of everything that is kept, made while it runs",
    "pipeline": "the pipeline alone",
    "site": "the site alone",
    "bench": "measure pages, stories, ingest and web",
    "check": "everything that the continuous integration checks",
    "test": "run the tests",
    "manage": "Django's own administration commands",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (0 good, 1 some input failed, 2 wrong usage)."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = _front_parser()
    if not words or words[0] in ("-h", "--help"):
        parser.print_help(sys.stdout if words else sys.stderr)
        return OK if words else WRONG_USAGE
    if words[0] == "--version":
        print(f"wireroom {__version__}")
        return OK
    if words[0] not in COMMANDS:
        print(
            f"wireroom: no command named {words[0]!r}; './wireroom --help' lists them",
            file=sys.stderr,
        )
        return WRONG_USAGE
    return _run(words[0], words[1:])


def _front_parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:{width}}  {text}" for name, text in COMMANDS.items())
    return argparse.ArgumentParser(
        prog="wireroom",
        usage="wireroom COMMAND [options]",
        description="Turns the world's news pages and feeds into stories.",
        epilog=f"commands:\n{listing}\n\n'wireroom COMMAND --help' says more of one.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _run(name: str, words: Sequence[str]) -> int:
    # Imported here so that `read` needs no Django and `--help` answers at once.
    # What is a word of Python has a mark behind it.
    command = import_module(f"wireroom.cli.{name}{'_' if iskeyword(name) else ''}")
    parser = argparse.ArgumentParser(prog=f"wireroom {name}", description=COMMANDS[name])
    command.configure(parser)
    try:
        args = parser.parse_args(words)
        return int(command.run(args))
    except SystemExit as stop:  # argparse: 0 after --help, 2 after wrong usage
        return int(stop.code or 0)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except _database_errors() as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        print(f"wireroom {name}: {_UNDONE % reason}", file=sys.stderr)
        return SOME_INPUT_FAILED
    except BrokenPipeError:  # the reader of our output went away: `wireroom read … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _database_errors() -> tuple[type[Exception], ...]:
    """Return what a database raises that cannot do its work; nothing where none was used."""
    module = sys.modules.get("django.db.utils")
    return (module.OperationalError, module.InterfaceError) if module else ()
