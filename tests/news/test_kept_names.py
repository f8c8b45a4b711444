"""What a text names comes back from the tables as it was found."""

import json

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.entities.entity import Entity, Kind, NameSpan
from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.topics.choose import choose_topics
from wireroom.engine.insight.topics.tag import tag_story
from wireroom.news.kept_names import keep_names, read_names

_SPANS = st.builds(NameSpan, st.integers(0, 9000), st.integers(0, 9000), st.booleans())
_NAMES = st.builds(
    Entity,
    st.sampled_from(Kind),
    st.text(min_size=1),
    st.lists(_SPANS, min_size=1).map(tuple),
    st.floats(0, 1),
    st.lists(st.text()).map(tuple),
    st.just("ar"),
)
BODY = "Jane Farrant, the mayor of Leeds, said so. “We wait,” said Jane Farrant of the RNLI. " * 2


@given(st.lists(_NAMES))
def test_names_outlive_json(names: list[Entity]) -> None:
    assert read_names(json.loads(json.dumps(keep_names(names))), "ar") == tuple(names)


def test_a_story_is_tagged_alike_with_names_that_are_kept() -> None:
    fresh = [StoryReport(str(n), 1, f"Outlet {n}", str(n), BODY, lang="en") for n in range(2)]
    tags = tag_story(fresh)
    kept = {one.article: read_names(keep_names(one.names), "en") for one in tags.found}
    known = [
        StoryReport(str(n), 1, f"Outlet {n}", str(n), BODY, lang="en", names=kept[str(n)])
        for n in range(2)
    ]
    again = tag_story(known)
    assert (again.topics, again.found) == (tags.topics, [])
    assert tags.topics == choose_topics(fresh) != ()
