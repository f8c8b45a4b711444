"""Either database's index finds what a walk through the reports would, the latest first."""

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pytest
from django.db import connection

from wireroom.adapters import search_postgres, search_sqlite
from wireroom.engine.search.lookup import Lookup, Phrase, SoughtMarks, SoughtPhrases
from wireroom.news.queries.keys import LAST_KEY, PLACES

pytestmark = pytest.mark.django_db
_WORDS: Final = ("storm", "port", "rain", "court", "vote", "0break0")
_YEAR: Final = 31_536_000 * PLACES
_END: Final = 60 * _YEAR
_REPORTS: Final = 300
_QUERIES: Final = 150


def _index() -> Any:
    return search_sqlite if connection.vendor == "sqlite" else search_postgres


class _Archive:
    """Reports of few words, half of them of the last days, the others of all years before."""

    def __init__(self, chance: random.Random) -> None:
        ages = (int(_END * chance.random() ** chance.choice((1, 9))) for _ in range(_REPORTS))
        self.reports: Final = {
            _END - age - 1: (self._words(chance, 4), self._words(chance, 12), chance.choice("ab"))
            for age in ages
        }
        with connection.cursor() as cursor:
            rows = [
                _index().as_row(key, " ".join(above), " ".join(below), f"x {mark}")
                for key, (above, below, mark) in self.reports.items()
            ]
            cursor.executemany(_index().FILE, rows)

    def _words(self, chance: random.Random, most: int) -> list[str]:
        return chance.choices(_WORDS, k=chance.randrange(1, most))

    def walk(self, lookup: Lookup, *, since: int, below: int, limit: int) -> list[int]:
        found = [
            key
            for key in sorted(self.reports, reverse=True)
            if since <= key < below and self._has(key, lookup)
        ]
        return found[:limit]

    def _has(self, key: int, lookup: Lookup) -> bool:
        above, below, mark = self.reports[key]
        return all(
            part.is_left_out is not any(_stands(one, above, below) for one in part.any_of)
            for part in lookup.phrases
        ) and all(part.is_left_out is not (mark in part.any_of) for part in lookup.marks)


def _stands(phrase: Phrase, above: Sequence[str], below: Sequence[str]) -> bool:
    texts = [above] if phrase.in_headline else [above, below]
    size = len(phrase.terms)
    return any(
        tuple(text[at : at + size]) == phrase.terms for text in texts for at in range(len(text))
    )


def _lookups(chance: random.Random) -> Iterator[Lookup]:
    def phrase() -> Phrase:
        size = chance.choice((1, 1, 2, 3))
        return Phrase(tuple(chance.choices(_WORDS, k=size)), in_headline=chance.random() < 0.3)

    for _ in range(_QUERIES):
        phrases = tuple(
            SoughtPhrases(
                tuple(dict.fromkeys(phrase() for _ in range(chance.choice((1, 1, 2))))),
                is_left_out=chance.random() < 0.3,
            )
            for _ in range(chance.randrange(4))
        )
        marks = (SoughtMarks(("a",), is_left_out=chance.random() < 0.5),)
        yield Lookup(phrases, marks if chance.random() < 0.3 else ())


def _found(lookup: Lookup, **bounds: int) -> list[int]:
    sql, values = _index().find(lookup, **bounds)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [key for key, has, _ in cursor.fetchall() if has]


def test_what_is_found_is_what_a_walk_finds() -> None:
    chance = random.Random(5)
    archive = _Archive(chance)
    some = 0
    for lookup in _lookups(chance):
        ends = sorted(chance.choices([*archive.reports, _END], k=2))
        since, below = ends if chance.random() < 0.5 else (-LAST_KEY, _END)
        bounds = {"since": since, "below": below, "limit": chance.choice((3, 40, 1000))}
        found = archive.walk(lookup, **bounds)
        assert _found(lookup, **bounds, oldest=min(archive.reports)) == found
        some += bool(found)
    assert some > _QUERIES / 3
