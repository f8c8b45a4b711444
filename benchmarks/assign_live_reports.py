"""Invented reports as pages would be read, some of them with the text of an earlier one."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from benchmarks.news_stream import DAYS, START, NewsStream, as_article
from wireroom.engine.reading import Reading, take_prints
from wireroom.engine.types import Article, Role, TimeFrom

# A fifth of what comes in is somebody's copy, as in bench copies_scale, where its story has a
# report to copy; one paragraph of it is left out.
_COPIED: Final = 0.2


@dataclass(frozen=True, slots=True)
class Told:
    """A reading, its outlet, and its true story's number."""

    reading: Reading
    outlet: str
    story: int

    @property
    def title(self) -> str:
        return self.reading.article.title


def tell_reports(archive: int, coming: int, *, now: datetime) -> Iterator[Told]:
    """Yield the archive's reports, of the fourteen days before `now`, then those to come."""
    stream = NewsStream(max(archive, 1), coming=coming)
    chance = random.Random(11)
    texts: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    begin = now - timedelta(days=DAYS)
    for number, report in enumerate(stream.reports(0, archive + coming)):
        text = as_article(number, report)
        paragraphs = tuple(text.body.split("\n\n"))
        known = texts[report.story]
        if known and chance.random() < _COPIED:
            kept = list(chance.choice(known))
            del kept[chance.randrange(len(kept))]
            paragraphs = tuple(kept)
        known.append(paragraphs)
        article = Article(
            id=str(number),
            file="",
            position=0,
            role=Role.MAIN,
            title=text.title,
            paragraphs=paragraphs,
            published=min(begin + (report.at - START), now),
            published_from=TimeFrom.STATED,
            lang="en",
        )
        yield Told(take_prints(article), report.outlet, report.story)
