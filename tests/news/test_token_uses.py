"""A token's uses are counted once each, whichever processes count them at the same moment."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from wireroom.news.models import Token
from wireroom.news.services.tokens import Scope, Spent, find_token, make_token, use_token

NOW = datetime(2031, 3, 5, 9, 59, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_two_processes_that_begin_an_hour_are_both_let_in() -> None:
    token = find_token(make_token("our own site", [Scope.PAGES], hourly=2, now=NOW))
    assert token is not None
    use_token(token, now=NOW)
    later, others = NOW + timedelta(minutes=2), [token]

    def between(execute: Callable[..., Any], *statement: Any) -> Any:
        """Let the other process count its use behind our first look."""
        answer = execute(*statement)
        if others:
            use_token(others.pop(), now=later)
        return answer

    with connection.execute_wrapper(between):
        use_token(token, now=later)
    assert Token.objects.get().hour_count == 2
    with pytest.raises(Spent):
        use_token(token, now=later)
