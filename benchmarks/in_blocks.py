"""Repeats rows that a database holds, as a block of others, earlier ones, with ids of their own.

Ids of the first block begin with 7700 and have nine digits, those of the second with 7701: in
columns a sum makes one of the other, in JSON a search for the sign before and these digits.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import AutoField, DateTimeField, Field, ForeignKey, JSONField, Model

from wireroom.engine.stories.rank import TAU_S
from wireroom.news.models import RareName, SearchDocument, Story
from wireroom.news.queries.keys import PLACES

MOST_ROWS: Final = 100_000  # of a table in a block
_FIRST: Final = 7700
FIRST_ID: Final = _FIRST * MOST_ROWS + 1
FIRST_END: Final = FIRST_ID - 1 + MOST_ROWS  # the first block's ids are below
# Keys of names that few stories give: those of a block's stories are other blocks' by nobody.
FIRST_NAME: Final = FIRST_ID + MOST_ROWS // 2

_SEARCH: Final = {
    "sqlite": "INSERT INTO news_search (rowid, headline, body, marks) SELECT rowid - {earlier},"
    " headline, body, marks FROM news_search WHERE rowid >= {from_key} ORDER BY rowid",
    "postgresql": "INSERT INTO news_search (key, terms) SELECT key - {earlier}, terms"
    " FROM news_search WHERE key >= {from_key} ORDER BY key",
}


@dataclass(frozen=True, slots=True)
class Block:
    """The block of a number, the first is 0; each is `span` earlier than the one before."""

    number: int
    span: timedelta

    @property
    def digits(self) -> int:
        """Return what its ids begin with."""
        return _FIRST + self.number

    @property
    def earlier(self) -> timedelta:
        """Return how much earlier it is than the first."""
        return self.number * self.span


def repeat(models: Sequence[type[Model]], block: Block) -> None:
    """Write the first block's rows of some models once more, as those of another block."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model in models:
            cursor.execute(_repeat(model, models, block))


def repeat_searched(block: Block) -> None:
    """File the first block's reports in the search index as those of another block."""
    oldest = SearchDocument.objects.filter(pk__lt=FIRST_END).order_by("key")[:1].get()
    earlier = _keys(block)
    sql = _SEARCH[connection.vendor].format(earlier=earlier, from_key=oldest.key)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def _keys(block: Block) -> int:
    return int(block.earlier.total_seconds()) * PLACES


def _repeat(model: type[Model], models: Sequence[type[Model]], block: Block) -> str:
    meta = model._meta
    fields = list(meta.concrete_fields)
    columns = [connection.ops.quote_name(str(field.column)) for field in fields]
    values = [
        _value(model, field, column, models, block)
        for field, column in zip(fields, columns, strict=True)
    ]
    return (
        f"INSERT INTO {meta.db_table} ({', '.join(columns)}) SELECT {', '.join(values)}"
        f" FROM {meta.db_table} WHERE {columns[fields.index(meta.pk)]} < {FIRST_END}"
    )


def _value(
    model: type[Model],
    field: "Field[Any, Any]",
    column: str,
    models: Sequence[type[Model]],
    block: Block,
) -> str:
    """Return the SQL of a column's value in the other block."""
    seconds = int(block.earlier.total_seconds())
    if field.name == "url":
        return f"{column} || '-{block.digits}'"
    if field.name == "identity":
        return f"'r' || substr({column}, 2, 29) || '{block.digits}'"  # 'u' are those made
    if model is Story and field.name == "rank":
        return f"{column} - {seconds / TAU_S!r}"
    if model is SearchDocument and field.name == "key":
        return f"{column} - {_keys(block)}"
    if model is RareName and field.name == "key":
        return f"CASE WHEN {column} < {FIRST_ID} THEN {column} ELSE {_shifted(column, block)} END"
    if isinstance(field, ForeignKey):
        return _shifted(column, block) if field.related_model in models else column
    if isinstance(field, AutoField):
        return _shifted(column, block)
    if isinstance(field, DateTimeField):
        return _TIMES[connection.vendor](column, seconds)
    return _json(column, block) if isinstance(field, JSONField) else column


def _shifted(column: str, block: Block) -> str:
    return f"{column} + {block.number * MOST_ROWS}"


_TIMES: Final[Mapping[str, Callable[[str, int], str]]] = {
    "sqlite": lambda column, s: f"strftime('%Y-%m-%d %H:%M:%S', {column}, '-{s} seconds')",
    "postgresql": lambda column, s: f"{column} - interval '{s} seconds'",
}


def _json(column: str, block: Block) -> str:
    text = f"CAST({column} AS text)"
    for sign in _BEFORE:
        text = f"replace({text}, '{sign}{_FIRST}', '{sign}{block.digits}')"
    return text if connection.vendor == "sqlite" else f"CAST({text} AS jsonb)"


_BEFORE: Final = (" ", "[")  # what stands before an id in JSON


def read_span() -> timedelta:
    """Return how much earlier the second block has to be, that none of its reports is later."""
    ordered = SearchDocument.objects.order_by("key").values_list("key", flat=True)
    first, last = ordered.first() or 0, ordered.last() or 0
    return timedelta(seconds=(last - first) // PLACES + 1)
