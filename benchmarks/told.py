"""Small invented streams in other languages: twelve events each, told twice or three times."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from wireroom.engine.types import ArticleText

FOLDER: Final = Path(__file__).with_name("streams")
_FIRST: Final = datetime(2031, 3, 3, 6, tzinfo=UTC)


class Told(NamedTuple):
    """An article and the event that it tells."""

    event: str
    article: ArticleText


def languages() -> list[str]:
    """Return the languages there are streams of."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def told_in(lang: str) -> list[Told]:
    """Return the articles of one language in order of time.

    The file has a paragraph an event and a line a report: hour|headline|body. Events come in
    look-alikes, as two fires, two matches and two accidents on one day.
    """
    text = (FOLDER / f"{lang}.txt").read_text("utf-8")
    paragraphs = text.strip().split("\n\n")
    told = [one for number, lines in enumerate(paragraphs) for one in _event(lang, number, lines)]
    return sorted(told, key=lambda one: (one.article.published_at or _FIRST, one.article.id))


def _event(lang: str, number: int, lines: str) -> Iterator[Told]:
    for place, line in enumerate(lines.splitlines()):
        hour, title, body = line.split("|")
        article = ArticleText(
            id=f"{lang}-{number}-{place}",
            title=title,
            body=body,
            published_at=_FIRST + timedelta(hours=int(hour)),
            lang=lang,
            outlet=f"{lang} outlet {place}",
        )
        yield Told(f"{lang}-{number}", article)
