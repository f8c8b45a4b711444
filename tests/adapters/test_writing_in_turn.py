"""SQLite's one place to write: who waits for it gets it in turn, and long holds are told."""

import logging
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Event

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from wireroom.adapters.counts import COUNTS_VARIABLE
from wireroom.adapters.metrics import WRITES
from wireroom.adapters.sqlite3 import holding
from wireroom.adapters.sqlite3.turn import Line
from wireroom.conf.database_url import database_settings

pytestmark = [pytest.mark.once, pytest.mark.django_db]  # of which this is no database
_HELD_S = 0.05


@pytest.fixture
def database(tmp_path: Path) -> Iterator[ConnectionHandler]:
    handler = ConnectionHandler({"default": database_settings(None, var=tmp_path)})
    handler["default"].cursor().execute("CREATE TABLE story (title TEXT)")
    yield handler
    handler.close_all()


def write_for(connection: BaseDatabaseWrapper, held_s: float) -> None:
    """Hold the place to write as a transaction of Django's does."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    connection.cursor().execute("INSERT INTO story VALUES ('Ferry late')")
    time.sleep(held_s)
    connection.commit()
    connection.set_autocommit(True)


def counted() -> float:
    """Return how many holds were counted."""
    told = (one for metric in WRITES.collect() for one in metric.samples)
    return sum(s.value for s in told if s.name.endswith("_count") and s.labels["part"] == "held")


def test_who_waits_writes_before_who_just_wrote(database: ConnectionHandler) -> None:
    ended, written = Event(), count()

    def file_without_rest() -> None:
        while not ended.is_set():
            write_for(database["default"], _HELD_S)
            next(written)
        database["default"].close()

    passed = []
    with ThreadPoolExecutor(1) as pool:
        filing = pool.submit(file_without_rest)
        for _ in range(6):
            time.sleep(_HELD_S)
            before = next(written)
            write_for(database["default"], 0.0)
            passed.append(next(written) - before - 1)
        ended.set()
        filing.result()
    # Without a line SQLite's waiters look ten times a second at a place that is always taken.
    assert sorted(passed)[len(passed) // 2] < 4


def test_a_line_that_does_not_move_keeps_nobody_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom.adapters.sqlite3.turn._LONGEST_S", 0.05)
    sqlite3.connect(tmp_path / "a.sqlite3").execute("CREATE TABLE t (x)")
    first, second = (Line.before(str(tmp_path / "a.sqlite3")) for _ in range(2))
    assert first is not None
    assert second is not None
    with first.turn(), second.turn(), second.turn():
        pass
    assert Line.before(":memory:") is None


def test_a_transaction_that_keeps_others_waiting_is_told_with_its_place(
    database: ConnectionHandler,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(holding, "LONG_S", 0.01)
    write_for(database["default"], 0.02)
    assert not caplog.records  # by hand
    monkeypatch.setenv(COUNTS_VARIABLE, str(tmp_path))
    before = counted()
    with caplog.at_level(logging.WARNING):
        write_for(database["default"], 0.02)
    assert "kept all others from writing for 0.0 s" in caplog.text
    assert "outside the project" in caplog.text  # a test is no part of it
    assert counted() == before + 1
