"""How far an archive was taken in, kept with the pages that were filed of it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from wireroom.engine.pages.warc_bytes import Place
from wireroom.news.models import Archive
from wireroom.news.services.given import Given, GivenPage, file_given


@dataclass(slots=True)
class Batch:
    """What a stretch of an archive held; `next` is where reading goes on behind it."""

    next: Place
    records: int = 0
    pages: dict[str, GivenPage] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)

    def add(self, page: GivenPage) -> None:
        """Take a page in; of two at one address the later counts."""
        known = self.pages.get(page.url)
        if known is not None:
            self.skipped[Given.OLDER.value] += 1
        if known is None or known.captured_at <= page.captured_at:
            self.pages[page.url] = page


def begin_archive(key: str, name: str, *, now: datetime) -> Archive:
    """Return the row of an archive, as far as it was taken in before."""
    defaults = {"name": name[:300], "began_at": now}
    return Archive.objects.get_or_create(key=key, defaults=defaults)[0]


@transaction.atomic
def file_batch(archive: Archive, batch: Batch, *, now: datetime) -> None:
    """File the pages and move on behind them: both or neither, whoever is killed when."""
    fates = file_given(list(batch.pages.values()), now=now)
    batch.skipped.update(fate.value for fate in fates if fate is not Given.FILED)
    archive.pages += sum(fate is Given.FILED for fate in fates)
    archive.records += batch.records
    archive.skipped = dict(Counter(archive.skipped) + batch.skipped)
    archive.offset, archive.within = batch.next.offset, batch.next.within
    archive.save()


def end_archive(archive: Archive, *, now: datetime) -> None:
    """Note that the archive was read to its end."""
    archive.ended_at = now
    archive.save(update_fields=["ended_at"])
