"""The languages that stories of the archive are told in."""

from typing import Final

from wireroom.news.queries.rows import read_rows

# A loose index scan: one seek a language tag, whatever the number of stories.
_LANGUAGES: Final = """
WITH RECURSIVE tags(tag) AS (
    SELECT min(lang) FROM news_story
    UNION ALL
    SELECT (SELECT min(lang) FROM news_story WHERE lang > tags.tag)
    FROM tags WHERE tags.tag IS NOT NULL
)
SELECT tag FROM tags WHERE tag IS NOT NULL
"""


def primary_subtag(lang: str) -> str:
    """Return the language of a BCP 47 tag without script and region."""
    return lang.replace("_", "-").partition("-")[0].lower()


def archive_tags() -> list[str]:
    """Return the language tags of stories: one query."""
    return [str(row[0]) for row in read_rows(_LANGUAGES)]


def archive_languages() -> tuple[str, ...]:
    """Return the languages of stories, without script and region: one query."""
    return tuple(dict.fromkeys(map(primary_subtag, archive_tags())))
