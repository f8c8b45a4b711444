"""Stories by rank: as their language has it, or as an edition of a country does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import merge
from itertools import islice
from typing import Final, TypeAlias

from wireroom.news.queries.columns import IS_PUBLISHED, STORY_COLUMNS, STORY_LEADS, as_story
from wireroom.news.queries.languages import archive_tags, primary_subtag
from wireroom.news.queries.rows import Row, Value, read_rows

# Within a rank by rising id: the order in which SQLite's index holds them, so no sorting.
_PLAIN: Final = """
SELECT {columns} FROM news_story AS story {joins}
WHERE story.lang = %s AND {condition}
ORDER BY story.rank DESC, story.id LIMIT %s
"""
_LOCAL: Final = """
SELECT {columns} FROM news_localrank AS local
JOIN news_story AS story ON story.id = local.story_id {joins}
WHERE local.country = %s AND local.lang = %s AND {condition}
ORDER BY local.rank DESC, local.story_id LIMIT %s
"""
# A subquery's value, never a join: it is looked up for the few rows that are read, in an index.
_NOT_LOCAL: Final = """(
    SELECT local.id FROM news_localrank AS local
    WHERE local.story_id = story.id AND local.country = %s
) IS NULL"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A query for stories in order of rank, the same for a language and for a country in it.

    `columns` and `joins` are what it reads beside a story and its lead; `condition` is said of
    `story.rank` and `story.id`, which become those of the country's ranks.
    """

    columns: str = ""
    joins: str = ""
    condition: str = ""

    def read(
        self, languages: Sequence[str], country: str, values: Sequence[Value], limit: int
    ) -> list[Row]:
        """Return rows that start with STORY_COLUMNS, each with the rank that it stands by.

        One query for the languages' tags, and one a tag; two a tag for a country.
        """
        return read_parts([(self, values)], languages, country, limit)

    def of_tag(
        self, tag: str, country: str, values: Sequence[Value], limit: int
    ) -> Iterator[list[Row]]:
        """Yield a tag's rows: for a country, its own and then all others.

        Both lists are whole as far as they go, and no story is in both: what they make together
        is exact. Of the others none is needed that stands below the last of the country's own,
        and of those that are passed over none stands above it alone: so few rows are read.
        """
        if not country:
            yield read_rows(_sql(_PLAIN, self), (tag, *values, limit))
            return
        local = read_rows(_sql(_LOCAL, self), (country, tag, *values, limit))
        yield local
        least = as_story(local[-1]).rank if len(local) == limit else None
        others = Ranked(
            columns=self.columns,
            joins=self.joins,
            condition=f"{self.condition} AND {_NOT_LOCAL}"
            + (" AND story.rank >= %s" if least is not None else ""),
        )
        more = (country, *(() if least is None else (least,)))
        yield read_rows(_sql(_PLAIN, others), (tag, *values, *more, limit))


# What is asked, and the values of its condition.
Part: TypeAlias = tuple[Ranked, Sequence[Value]]


def read_parts(
    parts: Sequence[Part], languages: Sequence[str], country: str, limit: int
) -> list[Row]:
    """Return the rows of conditions of which no story meets two, as Ranked.read() those of one."""
    found = (
        rows
        for tag in story_tags(languages)
        for ranked, values in parts
        for rows in ranked.of_tag(tag, country, values, limit)
    )
    return list(islice(merge(*found, key=_position), limit))


def story_tags(languages: Sequence[str]) -> list[str]:
    """Return the tags of stories whose primary language is one of `languages`: one query."""
    return [tag for tag in archive_tags() if primary_subtag(tag) in languages]


@cache
def _sql(form: str, ranked: Ranked) -> str:
    columns = f"{STORY_COLUMNS}, {ranked.columns}" if ranked.columns else STORY_COLUMNS
    condition = f"{IS_PUBLISHED}{ranked.condition}"
    if form is _LOCAL:
        columns = columns.replace("story.rank", "local.rank")
        condition = IS_PUBLISHED + ranked.condition.replace("story.rank", "local.rank").replace(
            "story.id", "local.story_id"
        )
    return form.format(columns=columns, joins=f"{STORY_LEADS} {ranked.joins}", condition=condition)


def _position(row: Row) -> tuple[float, int]:
    story = as_story(row)
    return (-(story.rank or 0.0), story.id)
