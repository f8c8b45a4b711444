"""The database that Django opens: SQLite's, whose transactions tell how long they kept others."""

from django.db.backends.sqlite3 import base

from wireroom.adapters.sqlite3.holding import Holding


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite's connection; every transaction takes the one place to write when it begins."""

    _holding: Holding | None = None

    def _start_transaction_under_autocommit(self) -> None:
        asked = Holding.asked()
        super()._start_transaction_under_autocommit()
        self._holding = asked.began()

    def _commit(self) -> None:
        if self._holding is not None:
            self._holding.commits()
        super()._commit()
        self._end()

    def _rollback(self) -> None:
        super()._rollback()
        self._end()

    def _end(self) -> None:
        if self._holding is not None:
            self._holding.end()
            self._holding = None
