"""The database's own mark of its state: equal while nothing is written, another one after."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from wireroom.conf.database_url import database_settings
from wireroom.news.models import Outlet
from wireroom.news.queries import database_state
from wireroom.news.queries.database_state import read_state

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def other() -> Iterator[ThreadPoolExecutor]:
    """Yield somebody with a connection of their own."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(connections.close_all).result()


def write(name: str) -> None:
    Outlet.objects.create(name=name, slug=name, name_key=name, home_url=f"https://{name}.example/")


def test_it_changes_with_what_anybody_commits_and_with_nothing_else(
    other: ThreadPoolExecutor,
) -> None:
    first = read_state()
    assert first is not None
    assert list(Outlet.objects.all()) == []
    assert read_state() == first
    write("ours")
    second = read_state()
    assert second != first
    other.submit(write, "theirs").result()
    assert read_state() not in (first, second)
    seen = other.submit(read_state).result()
    assert other.submit(read_state).result() == seen
    write("ours-again")
    assert other.submit(read_state).result() != seen


def test_within_a_transaction_it_is_not_told() -> None:
    with transaction.atomic():
        assert read_state() is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_who_began_first_may_commit_last(other: ThreadPoolExecutor) -> None:
    """What was begun before, and committed after, another write makes a state of its own."""
    with transaction.atomic():
        write("slow")
        other.submit(write, "quick").result()
        before = other.submit(read_state).result()
        assert other.submit(read_state).result() == before
    assert other.submit(read_state).result() != before
    assert other.submit(Outlet.objects.count).result() == 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="of SQLite's file")
def test_a_file_of_sqlite_tells_of_every_other_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = (_open(tmp_path) for _ in range(2))
    monkeypatch.setattr(database_state, "connection", ours)
    with theirs.cursor() as cursor:
        cursor.execute("CREATE TABLE told (name text)")
    first = read_state()
    assert read_state() == first
    with theirs.cursor() as cursor:
        cursor.execute("INSERT INTO told VALUES ('once')")
        second = read_state()
        assert second != first
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("UPDATE told SET name = 'twice'")
    assert read_state() not in (first, second)
    ours.close()
    opened_anew = read_state()
    assert opened_anew is not None
    assert first is not None
    assert opened_anew.seen_by != first.seen_by
    ours.close()
    theirs.close()


def _open(folder: Path) -> BaseDatabaseWrapper:
    """Open the file once more, as another process would."""
    made: BaseDatabaseWrapper = ConnectionHandler({"default": database_settings(None, var=folder)})[
        "default"
    ]
    made.inc_thread_sharing()
    return made
