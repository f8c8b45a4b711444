"""A search as an address asks for it: what was typed and chosen, and the query that it makes."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone

from wireroom.engine.search.choice import Choice, narrow
from wireroom.engine.search.query import MOST_CHARS, Query, last_days, parse_query
from wireroom.engine.text.one_line import one_line
from wireroom.web.choosing import said

_MOST_TYPED: Final = 4 * MOST_CHARS


def typed_words(request: HttpRequest) -> str:
    """Return what was typed, as one line."""
    return one_line(request.GET.get("q", "")[:_MOST_TYPED])


def query_of(typed: str, choice: Choice) -> Query:
    """Return the query of what was typed, within what was chosen beside it."""
    return last_days(narrow(parse_query(typed), choice), today=timezone.now().date())


def asked_again(typed: str, choice: Choice) -> dict[str, str]:
    """Return the parameters of an address that asks the same."""
    return {**({"q": typed} if typed else {}), **said(choice)}


def as_words(typed: str, choice: Choice) -> str:
    """Return the search in one line, as it is followed: a long one loses words, never filters."""
    chosen = choice.words()
    return f"{typed[: MOST_CHARS - len(chosen) - 1]} {chosen}".strip()
