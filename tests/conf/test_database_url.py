"""DATABASE_URL: SQLite without it, PostgreSQL with it, a clear word for anything else."""

from pathlib import Path

import pytest

from wireroom.conf.database_url import database_settings
from wireroom.engine.errors import BadInput

VAR = Path("/srv/wireroom")


def test_nothing_means_sqlite_in_var() -> None:
    assert database_settings(None, var=VAR)["NAME"] == "/srv/wireroom/wireroom.sqlite3"
    assert database_settings("", var=VAR)["ENGINE"].endswith("sqlite3")


def test_a_sqlite_path_may_be_absolute() -> None:
    assert database_settings("sqlite:////data/a%20b.db", var=VAR)["NAME"] == "/data/a b.db"
    assert database_settings("sqlite:///desk.db", var=VAR)["NAME"] == "desk.db"


def test_a_postgresql_address_is_taken_apart() -> None:
    found = database_settings(
        "postgresql://desk:p%40ss@db.example:5433/news?sslmode=require", var=VAR
    )
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "desk",
        "p@ss",
        "db.example",
        "5433",
        "news",
    )
    assert found["OPTIONS"]["sslmode"] == "require"


def test_a_socket_folder_is_a_host() -> None:
    assert database_settings("postgres://desk@/news?host=/run/pg", var=VAR)["HOST"] == "/run/pg"


@pytest.mark.parametrize("url", ["mysql://a/b", "postgresql://host:5432/", "news.db"])
def test_what_cannot_be_used_says_what_can(url: str) -> None:
    with pytest.raises(BadInput, match="postgresql://"):
        database_settings(url, var=VAR)
