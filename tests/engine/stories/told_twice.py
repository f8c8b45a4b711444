"""Reads told_twice.toml: events told in two languages, each with a report that looks alike."""

import tomllib
from pathlib import Path
from typing import Final, NamedTuple


class Told(NamedTuple):
    """A report: headline and text."""

    title: str
    body: str


class Twice(NamedTuple):
    """One event in both languages, and in Arabic another event of the same kind or place."""

    english: Told
    arabic: Told
    near_miss: Told


def _read() -> tuple[Twice, ...]:
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["event"]
    return tuple(
        Twice(
            **{name: Told(one["title"], " ".join(one["body"].split())) for name, one in row.items()}
        )
        for row in rows
    )


TWICE: Final = _read()
