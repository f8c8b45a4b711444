"""`backup` copies a newsroom that runs; the copy starts by itself, and is whole or not there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.test_up_bad_input import _last_line, _wireroom
from tests.new_tables import sqlite_tables

from wireroom.adapters.backup import back_up
from wireroom.engine.errors import BadInput

pytestmark = pytest.mark.once
TAG = "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, '2031-01-01')"


@pytest.fixture
def var(tmp_path: Path) -> Path:
    folder = tmp_path / "a newsroom غرفة"
    folder.mkdir()
    sqlite_tables(folder / "wireroom.sqlite3")
    (folder / "site.json").write_text('{"WIREROOM_NAME": "The Tide"}')
    return folder


def _written(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as copy:
        return bool(copy.execute("SELECT 1 FROM django_migrations WHERE app = 'x'").fetchone())


def test_a_copy_is_of_what_was_committed_and_starts(var: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(var / "wireroom.sqlite3")) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute(TAG, ("x", "committed"))
        writer.commit()
        writer.execute(TAG, ("y", "under way"))
        done = _wireroom("backup", str(tmp_path / "copy"), var=var)
    assert done.returncode == 0, done.stderr
    kept = tmp_path / "copy"
    assert kept.stat().st_mode & 0o077 == 0
    assert {path.name for path in kept.iterdir()} >= {"wireroom.sqlite3", "secret_key", "site.json"}
    assert (kept / "secret_key").read_text() == (var / "secret_key").read_text()
    assert _written(kept / "wireroom.sqlite3")
    assert _wireroom("queue", var=kept).returncode == 0


def test_what_is_there_is_never_written_over(var: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    done = _wireroom("backup", str(tmp_path / "copy"), var=var)
    assert done.returncode == 1
    assert "is there already" in _last_line(done)


def test_a_damaged_database_gives_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "wireroom.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE report AS SELECT zeroblob(3000) AS body")
        for _ in range(8):
            database.execute("INSERT INTO report SELECT * FROM report")
        database.commit()
    holes = bytearray(path.read_bytes())
    holes[40 * 4096 : 41 * 4096] = b"\xff" * 4096
    path.write_bytes(holes)
    with pytest.raises(BadInput, match="nothing is left of it"):
        back_up(tmp_path, path, tmp_path / "copy")
    assert not list(tmp_path.glob("copy*"))


def test_tables_of_a_newer_version_are_left_alone(var: Path) -> None:
    with closing(sqlite3.connect(var / "wireroom.sqlite3")) as database:
        database.execute(TAG, ("news", "9999_from_tomorrow"))
        database.commit()
    done = _wireroom("queue", var=var)
    assert done.returncode == 1
    assert "newer version of Wireroom (news.9999_from_tomorrow)" in _last_line(done)


def test_a_database_that_is_held_is_said_in_a_line(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from django.db.utils import OperationalError

    from wireroom import cli
    from wireroom.cli import digest

    def held(_args: object) -> int:
        raise OperationalError("database is locked")

    monkeypatch.setattr(digest, "run", held)
    assert cli.main(["digest"]) == 1
    assert "the database says: database is locked" in capsys.readouterr().err
