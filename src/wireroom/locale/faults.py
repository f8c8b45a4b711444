"""Finds the sentences that services and the engine refuse with, where a page may show them.

Which those are is said by room: what only commands, settings and logs say stays in English. In
these rooms every sentence is written out where its error is raised (a test holds that), its
values by name: a catalogue cannot hold what is put together first.
"""

import ast
from collections.abc import Iterator, Mapping
from typing import IO, Any, Final

ROOMS: Final = (
    "news/services/**.py",
    "people/services/**.py",
    "pipeline/adding.py",
    "pipeline/founding.py",
    "pipeline/site_settings.py",
    "pipeline/more_outlets.py",
    # What is wrong with an outlet's rules, and with a page that is to be a listing.
    "engine/feeds/patterns.py",
    "engine/feeds/rules.py",
    "engine/listings/read.py",
    "engine/pages/intake.py",
    "engine/versions.py",
    # Why a folder or a server refuses.
    "engine/os_faults.py",
    # Why an address that was typed gave nothing.
    "adapters/guard.py",
    "adapters/http.py",
    "adapters/kept_settings.py",
    "adapters/pacing.py",
    "adapters/polite.py",
    "adapters/robots.py",
    "adapters/unpack.py",
)
# What carries a sentence, and at which place of its call the sentence stands.
CARRIERS: Final[Mapping[str, int]] = {
    "BadInput": 0,
    "Overtaken": 0,
    "FetchFailed": 0,
    "NotAFeed": 0,
    "UnreadablePage": 1,
    "Fault.of": 0,
    "sentence": 0,
}


def find_faults(source: str) -> Iterator[tuple[int, list[ast.expr]]]:
    """Yield the line of every call that carries a sentence, and what it is given from there on."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (called := ast.unparse(node.func)) in CARRIERS:
            yield node.lineno, node.args[CARRIERS[called] :]


def extract_faults(
    file: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield sentences as Babel wants them of whoever extracts: one, or one and its plural."""
    for line, given in find_faults(file.read().decode()):
        told = [one.value for one in given if isinstance(one, ast.Constant)]
        if told:
            yield line, "gettext" if len(told) == 1 else "ngettext", tuple(told), []
