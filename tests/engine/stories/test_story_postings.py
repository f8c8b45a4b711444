"""Which articles hold a term: an article that is filed anew is found as if filed so at once."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.postings import Postings
from wireroom.engine.types import ArticleText

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)

TERMS = range(12)
FILINGS = st.lists(st.tuples(st.integers(0, 5), st.sets(st.sampled_from(TERMS))), max_size=20)


def found(postings: Postings) -> dict[int, list[int]]:
    return {key: postings.search([key], [1.0], limit=99).tolist() for key in TERMS}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.sampled_from(TERMS)), min_size=6, max_size=6), FILINGS)
def test_an_article_filed_anew_is_found_as_if_filed_so_at_once(
    first: list[set[int]], again: list[tuple[int, set[int]]]
) -> None:
    postings, once = Postings(), Postings()
    for slot, keys in enumerate(first):
        postings.file(slot, sorted(keys))
    for slot, keys in again:
        postings.file_anew(slot, TERMS, keys)
    for slot, keys in enumerate({**dict(enumerate(first)), **dict(again)}.values()):
        once.file(slot, sorted(keys))
    assert found(postings) == found(once)


def told(*words: str) -> Features:
    return extract_features(ArticleText(id="1", title="", body=" ".join(words), lang="zxx"))


def test_a_report_filed_anew_is_found_by_what_is_rare_by_then() -> None:
    index, asked = StoryIndex("zxx"), told("lighthouse", "qobra", "wenit", "zalum")
    for article in range(1, 41):
        index.add(article, article, told("lighthouse", f"korvel{article}"), at=AT, outlet=None)
    index.add(99, 99, told("lighthouse", *(f"mirand{n}" for n in range(60))), at=AT, outlet=None)
    for article in range(1, 41):
        index.remove(article)
    assert not index.survey(asked, at=AT).near  # it has sixty words that were rarer
    index.file_anew([99, 100])
    assert [one.article for one in index.survey(asked, at=AT).near] == [99]
