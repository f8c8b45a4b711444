"""What `bench gather` counts, and what its server says."""

import os
import sqlite3
from pathlib import Path

from benchmarks.gather_server import feed_text
from benchmarks.gather_watch import commits_of, watch

from wireroom.engine.feeds.parse import parse_feed


def test_every_commit_counts_once_however_many_rows_it_writes(tmp_path: Path) -> None:
    database = tmp_path / "kept.sqlite3"
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE t (n INTEGER)")
        with watch(os.getpid(), database) as cost:
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO t VALUES (?)", [(n,) for n in range(100)])
            connection.execute("COMMIT")
            connection.execute("INSERT INTO t VALUES (1)")
            connection.execute("SELECT count(*) FROM t").fetchall()
    assert cost.commits == 2
    assert cost.largest_mb > 0


def test_without_a_log_nothing_is_counted(tmp_path: Path) -> None:
    assert commits_of(tmp_path / "nothing.sqlite3") is None


def test_a_changed_feed_has_a_tenth_new_and_one_entry_in_other_words() -> None:
    first, second = (
        parse_feed(feed_text(0, 20, base="https://bench.example", is_changed=changed).encode(),
                   url="https://bench.example/feed/0.xml")
        for changed in (False, True)
    )  # fmt: skip
    before = {entry.guid: entry.title for entry in first.entries}
    after = {entry.guid: entry.title for entry in second.entries}
    assert (len(before), len(after)) == (20, 20)
    assert len(after.keys() - before.keys()) == 2
    assert sum(before[guid] != after[guid] for guid in before.keys() & after.keys()) == 1
