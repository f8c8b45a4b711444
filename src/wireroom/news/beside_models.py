"""What the tables hold that models do not say: the index of searches, and the log's guard.

Migrations call these; each has (apps, editor) of a migration's step.
"""

from typing import Any, Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from wireroom.adapters import search_postgres, search_sqlite

_LOG_ON_SQLITE: Final = (
    "CREATE TRIGGER news_loggeddeed_no_{deed} BEFORE {verb} ON news_loggeddeed"
    " BEGIN SELECT RAISE(ABORT, 'the desk''s log is only added to'); END"
)
_LOG_ON_POSTGRESQL: Final = (
    "CREATE FUNCTION news_loggeddeed_refuse() RETURNS trigger LANGUAGE plpgsql AS $$"
    " BEGIN RAISE EXCEPTION 'the desk''s log is only added to'; END $$",
    "CREATE TRIGGER news_loggeddeed_kept BEFORE UPDATE OR DELETE ON news_loggeddeed"
    " FOR EACH ROW EXECUTE FUNCTION news_loggeddeed_refuse()",
)


def create_search(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index of searches of the database at hand."""
    for statement in _search(editor).CREATE.split(";"):
        editor.execute(statement)


def drop_search(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index of searches away."""
    editor.execute(_search(editor).DROP)


def keep_log(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Let the database refuse to change or delete a line of the log."""
    if editor.connection.vendor != "sqlite":
        for statement in _LOG_ON_POSTGRESQL:
            editor.execute(statement)
        return
    for verb in ("UPDATE", "DELETE"):
        editor.execute(_LOG_ON_SQLITE.format(deed=verb.lower(), verb=verb))


def free_log(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Let lines of the log be changed again: the way back of keep_log."""
    if editor.connection.vendor != "sqlite":
        editor.execute("DROP TRIGGER news_loggeddeed_kept ON news_loggeddeed")
        editor.execute("DROP FUNCTION news_loggeddeed_refuse()")
        return
    for verb in ("update", "delete"):
        editor.execute(f"DROP TRIGGER news_loggeddeed_no_{verb}")


def _search(editor: BaseDatabaseSchemaEditor) -> Any:
    return search_sqlite if editor.connection.vendor == "sqlite" else search_postgres
