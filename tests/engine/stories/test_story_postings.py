"""Which articles hold a term: an article that is filed anew is found as if filed so at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.postings import Postings

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
