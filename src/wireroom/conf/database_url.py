"""DATABASE_URL as Django's database settings: SQLite by default, PostgreSQL by one setting."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from wireroom.engine.errors import BadInput

# A writer waits this long for another before it gives up; ingest transactions take milliseconds.
SQLITE_BUSY_TIMEOUT_S: Final = 30
_SQLITE_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=NORMAL;"  # WAL + NORMAL survives kill -9; a power cut loses no consistency
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-65536;"  # 64 MB
    "PRAGMA mmap_size=268435456;"
)


def database_settings(url: str | None, *, var: Path) -> dict[str, Any]:
    """Return Django's settings for one database.

    Accepts nothing (SQLite in `var`), `sqlite:///path` and `postgresql://user:password@host/name`
    (options as query parameters, as libpq takes them). Raises BadInput for anything else.
    """
    if not url:
        return _sqlite(var / "wireroom.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path.removeprefix("/")) or "wireroom.sqlite3"))
    if parts.scheme in ("postgres", "postgresql"):
        return _postgresql(url)
    raise BadInput(
        f"DATABASE_URL starts with {parts.scheme!r}; use sqlite:///path or"
        " postgresql://user:password@host:5432/name, or leave it unset"
    )


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "wireroom.adapters.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,  # opening a connection runs the pragmas again: 0.5 ms a page
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_BUSY_TIMEOUT_S,
            "init_command": _SQLITE_PRAGMAS,
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise BadInput("DATABASE_URL names no database: add it, as in postgresql://host:5432/name")
    options = dict(parse_qsl(parts.query))
    # A socket folder is given as ?host=/path, as libpq takes it.
    host = options.pop("host", None) or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, **options},
    }
