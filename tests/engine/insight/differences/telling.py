"""Reports for tests of differences, written in one line each."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from wireroom.engine.insight.differences.report import Difference, Report
from wireroom.engine.insight.former import Former

MORNING = datetime(2026, 3, 2, 6, tzinfo=UTC)  # a Monday


def report(
    body: str,
    *,
    outlet: str = "Tidewire",
    hour: float = 0,
    lang: str = "en",
    article: str = "",
    copy_of: str | None = None,
    revision: int = 1,
    former: Sequence[tuple[str, float]] = (),
) -> Report:
    """Return a report published so many hours after six in the morning.

    `former` are bodies it had before, each with the hour when another took its place.
    """
    return Report(
        article=article or f"{outlet}-{hour}",
        revision=revision,
        outlet=outlet,
        body=body,
        lang=lang,
        published_at=MORNING + timedelta(hours=hour),
        copy_of=copy_of,
        former=[Former(old, MORNING + timedelta(hours=until)) for old, until in former],
    )


def shown(difference: Difference) -> list[str]:
    """Return the values of a difference as they are written, oldest first."""
    return [value.shown for value in difference.values]
