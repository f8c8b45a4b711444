"""What readers type becomes a query; nothing they type is an error."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.adapters import search_postgres, search_sqlite
from wireroom.engine.search.lookup import Lookup, SoughtMarks, expand, lang_mark
from wireroom.engine.search.query import (
    MOST_PARTS,
    Field,
    Filter,
    Part,
    Trouble,
    Words,
    parse_query,
)


def test_words_phrases_and_what_is_left_out() -> None:
    query = parse_query('night “ferry line” -strike -"old pier" headline:harbour')
    assert query.parts == (
        Part((Words("night"),)),
        Part((Words("ferry line"),)),
        Part((Words("strike"),), is_left_out=True),
        Part((Words("old pier"),), is_left_out=True),
        Part((Words("harbour", in_headline=True),)),
    )


@pytest.mark.parametrize("text", ["boats OR ferries", "boats | ferries"])
def test_either_of_two(text: str) -> None:
    assert parse_query(text).parts == (Part((Words("boats"), Words("ferries"))),)


@pytest.mark.parametrize("text", ["OR boats", "boats OR", "OR", "| |", "-OR"])
def test_an_or_that_stands_alone_harms_nothing(text: str) -> None:
    assert all(len(part.any_of) == 1 for part in parse_query(text).parts)


def test_filters_and_days() -> None:
    query = parse_query('outlet:"Lowen Echo" -lang:ar is:wire after:2031-02 before:2031-03-09')
    assert query.filters == (
        Filter(Field.OUTLET, "lowen echo"),
        Filter(Field.LANG, "ar", is_left_out=True),
        Filter(Field.IS, "wire"),
    )
    assert (query.after, query.before) == (date(2031, 2, 1), date(2031, 3, 9))


def test_what_is_not_heeded_is_told() -> None:
    query = parse_query("after:yesterday is:true before:2031-13-40 boats")
    assert [trouble for trouble, _ in query.troubles] == [
        Trouble.DATE, Trouble.VALUE, Trouble.DATE,
    ]  # fmt: skip
    assert query.parts == (Part((Words("boats"),)),)


def test_an_unknown_field_is_words() -> None:
    assert parse_query("ratio 3:1 nonsense:boats").parts[-1] == Part((Words("nonsense boats"),))


def test_a_pasted_article_is_cut() -> None:
    query = parse_query("word " * 5_000)
    assert len(query.parts) <= MOST_PARTS
    assert Trouble.LENGTH in {trouble for trouble, _ in query.troubles}


def test_words_are_sought_as_every_language_stems_them() -> None:
    (part,) = expand(parse_query("stations"), ("en", "fr", "de"))
    assert {phrase.terms for phrase in part.any_of} >= {("station",)}


_PIECES = [*"abأ中 \"“”«»-:|()*^{}'\\%&!<>=,.\n\x00", "OR ", "lang:", "is:"]
_TYPED = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)


@given(_TYPED | st.text(max_size=60))
def test_whatever_is_typed_makes_expressions_of_letters_and_digits(text: str) -> None:
    query = parse_query(text)
    lookup = Lookup(expand(query, ("en", "ar")), (SoughtMarks((lang_mark(text),)),))
    for part in lookup.phrases:
        for phrase in part.any_of:
            assert all(term.isalnum() for term in phrase.terms)
    assert search_sqlite.match(lookup)
    assert search_postgres.match(lookup)
