"""Who counts dead letters looks at them alone, however many rows there are."""

import pytest
from django.db import connection

from wireroom.news.queries.dead_letters import TABLES

pytestmark = pytest.mark.django_db
FEW = {"mailbox", "shard"}  # a row each, and a row a language


@pytest.mark.parametrize("table", sorted(TABLES.keys() - FEW))
def test_dead_letters_are_found_by_an_index(table: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # an empty table is read whole otherwise
            cursor.execute("SET LOCAL enable_seqscan = off")
    dead = TABLES[table]._default_manager.filter(dead_at__isnull=False).values("step", "dead_at")
    assert "_dead" in dead.explain()
