"""What is chosen beside a query by hand, as the words that a reader could have typed for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from wireroom.engine.search.query import Field, Query, parse_query

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Filters that were chosen, empty where none was; `last` is the last day, itself included."""

    lang: str = ""
    country: str = ""
    outlet: str = ""
    topic: str = ""
    credit: str = ""  # "own" or "wire"
    holds: str = ""  # "quotes" or "picture"
    days: int | None = None
    first: date | None = None
    last: date | None = None

    def words(self) -> str:
        """Return the choice as a query says it: "lang:ar is:own"."""
        return " ".join(f"{field}:{_quoted(value)}" for field, value in self._filters())

    def _filters(self) -> Iterator[tuple[Field, str]]:
        told = (
            (Field.LANG, self.lang),
            (Field.COUNTRY, self.country.lower()),
            (Field.OUTLET, self.outlet),
            (Field.TOPIC, self.topic),
            (Field.IS, self.credit),
            (Field.HAS, self.holds),
            (Field.DAYS, str(self.days or "")),
            (Field.AFTER, self.first.isoformat() if self.first else ""),
            (Field.BEFORE, (self.last + _DAY).isoformat() if self.last else ""),
        )
        return ((field, value) for field, value in told if value)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def narrow(query: Query, choice: Choice) -> Query:
    """Return the query within what was chosen; a day that was typed counts before a chosen one."""
    chosen = parse_query(choice.words())
    return replace(
        query,
        filters=(*query.filters, *chosen.filters),
        after=query.after or chosen.after,
        before=query.before or chosen.before,
        days=query.days or chosen.days,
    )
