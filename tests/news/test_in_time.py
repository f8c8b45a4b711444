"""A query that would take too long is given up, and the connection serves on."""

import pytest

from wireroom.news.queries.in_time import TooSlow, in_time
from wireroom.news.queries.rows import read_row

pytestmark = pytest.mark.django_db(transaction=True)
_ENDLESS = """
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 900000000)
SELECT count(*) FROM numbers
"""


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(TooSlow), in_time(0.2):
        read_row(_ENDLESS)
    assert read_row("SELECT 1") == (1,)


def test_what_is_quick_is_answered() -> None:
    with in_time(5):
        assert read_row("SELECT 2") == (2,)
