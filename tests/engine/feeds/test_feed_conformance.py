"""feedparser's own cases: what it reads, in fields that we keep, we read too."""

import pytest
from benchmarks.feed_corpus import NoCorpusError, fetch_corpus, read_cases, why_otherwise
from benchmarks.feed_judge import judge

pytestmark = [pytest.mark.slow, pytest.mark.once]


def test_what_feedparser_reads_is_read(request: pytest.FixtureRequest) -> None:
    assert request.config.cache is not None
    try:
        archive = fetch_corpus(request.config.cache.mkdir("feedparser"))
    except NoCorpusError as why:
        pytest.skip(str(why))
    verdicts = [judge(case) for case in read_cases(archive)]
    missed = [verdict.name for verdict in verdicts if not verdict.ours]
    assert sum(verdict.theirs for verdict in verdicts) > 1_250
    assert [name for name in missed if why_otherwise(name) is None] == []
    assert len(missed) < 6
