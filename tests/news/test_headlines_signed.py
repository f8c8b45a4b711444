"""On PostgreSQL, words of headlines that were filed by weight alone are found in headlines."""

import pytest
from django.db import connection

from wireroom.adapters import search_postgres
from wireroom.engine.search.lookup import Lookup, Phrase, SoughtPhrases

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has a column for headlines"),
]
_BEFORE = "'storm':1A,14 'wind':2A 'rain':14,15 '=en'"


def _found(*terms: str, in_headline: bool = True) -> list[int]:
    phrase = Phrase(terms, in_headline=in_headline)
    lookup = Lookup((SoughtPhrases((phrase,)),), ())
    with connection.cursor() as cursor:
        cursor.execute(*search_postgres.find(lookup, since=0, below=100, oldest=1, limit=10))
        return [row[0] for row in cursor.fetchall()]


def test_what_was_filed_before_is_found_and_nothing_else() -> None:
    with connection.cursor() as cursor:
        for key in (1, 2):
            sql = "INSERT INTO news_search (key, terms) VALUES (%s, %s::tsvector)"
            cursor.execute(sql, (key, _BEFORE))
        assert _found("storm") == []
        for _ in range(2):  # once more does nothing
            cursor.execute(search_postgres.SIGN_HEADLINES, (2, 3))
    assert _found("storm") == _found("wind") == _found("storm", "wind") == [2]
    assert _found("rain") == []
    assert _found("rain", "storm") == []
    assert _found("storm", in_headline=False) == [2, 1]
