"""The database that Django opens: SQLite's, whose transactions write in turn and are timed."""

from contextlib import nullcontext
from typing import Any

from django.db.backends.sqlite3 import base

from wireroom.adapters.sqlite3.holding import Holding
from wireroom.adapters.sqlite3.turn import Line


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite's connection; every transaction takes the one place to write when it begins."""

    _line: Line | None = None
    _holding: Holding | None = None

    def get_new_connection(self, conn_params: Any) -> Any:
        connection = super().get_new_connection(conn_params)
        self._line = Line.before(str(self.settings_dict["NAME"]))
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        asked = Holding.asked()
        with self._line.turn() if self._line is not None else nullcontext():
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        self._holding = asked.began()

    def _commit(self) -> None:
        if self._holding is not None:
            self._holding.commits()
        super()._commit()  # type: ignore[misc]
        self._end()

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self._end()

    def _end(self) -> None:
        if self._holding is not None:
            self._holding.end()
            self._holding = None
