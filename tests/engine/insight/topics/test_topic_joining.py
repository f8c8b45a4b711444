"""Which known topic a name is: one name one topic, unless evidence speaks against it."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.topics.join import Context, Joining, Known, are_two, join_topics
from wireroom.engine.insight.topics.topic import StoryTopic, TopicKind

PERSON, PLACE, SUBJECT = TopicKind.PERSON, TopicKind.PLACE, TopicKind.SUBJECT


def topic(
    key: str, kind: TopicKind = PERSON, lang: str = "en", *, country: str = "", name: str = ""
) -> StoryTopic:
    shown = name or key.title()
    return StoryTopic(kind=kind, key=key, name=shown, names={lang: shown}, country=country)


def known(
    number: int,
    key: str,
    kind: TopicKind = PERSON,
    lang: str = "en",
    *,
    context: Context | None = None,
    is_here: bool = False,
    is_tied: bool = False,
    is_wished: bool = False,
) -> Known:
    return Known(
        number, kind, frozenset({key}), ((lang, key.title()),), is_here=is_here, is_tied=is_tied,
        is_wished=is_wished, context=context,
    )  # fmt: skip


# A story of a runner in Spain, and what stands beside another of her name.
RUNNER = [
    topic("ada roe"), topic("bo lund"), topic("cy marsh"), topic("city ES", PLACE, country="ES"),
    topic("sport", SUBJECT),
]  # fmt: skip
JUDGE = Context(
    frozenset({"person di vale", "person ed koss", "place area FR"}),
    frozenset({"FR"}),
    frozenset({"crime"}),
)


def test_one_name_is_one_topic() -> None:
    assert join_topics([topic("ada roe")], [known(4, "ada roe")]).ids == (4,)
    assert join_topics([topic("ada roe")], []).ids == (None,)
    assert join_topics([topic("ada roe")], [known(4, "ada roe", PLACE)]).ids == (None,)


def test_two_people_of_one_name_are_told_apart_on_evidence() -> None:
    assert join_topics(RUNNER, [known(4, "ada roe", context=JUDGE)]).ids[0] is None


def test_anything_in_common_keeps_them_one() -> None:
    for shared in (
        Context(JUDGE.names | {"person bo lund"}, JUDGE.countries, JUDGE.subjects),
        Context(JUDGE.names, JUDGE.countries | {"ES"}, JUDGE.subjects),
        Context(JUDGE.names, JUDGE.countries, JUDGE.subjects | {"sport"}),
        Context(JUDGE.names, frozenset(), JUDGE.subjects),
        Context(JUDGE.names, JUDGE.countries, frozenset()),
        None,
    ):
        assert join_topics(RUNNER, [known(4, "ada roe", context=shared)]).ids[0] == 4


def test_of_two_known_the_one_with_the_same_company_is_meant() -> None:
    sporting = Context(frozenset({"person bo lund"}), frozenset({"ES"}), frozenset({"sport"}))
    both = [known(4, "ada roe", context=JUDGE), known(9, "ada roe", context=sporting)]
    assert join_topics(RUNNER, both).ids[0] == 9


def test_what_the_story_has_is_kept_and_an_editor_goes_first() -> None:
    here = known(9, "ada roe", is_here=True)
    assert join_topics(RUNNER, [known(4, "ada roe"), here]).ids[0] == 9
    wished = known(12, "ada roe", is_wished=True)
    assert join_topics(RUNNER, [here, wished]).ids[0] == 12


def test_a_name_joins_its_like_of_the_same_event_in_arabic() -> None:
    found = [topic("نبيل قصراوي", lang="ar", name="نبيل قصراوي")]
    tied = known(4, "nabil qasrawi", is_tied=True)
    assert join_topics(found, [tied]) == Joining((4,))
    assert join_topics(found, [known(4, "nabil qasrawi")]).ids == (None,)


def test_two_that_were_known_already_become_one_and_the_elder_stays() -> None:
    found = [topic("نبيل قصراوي", lang="ar", name="نبيل قصراوي")]
    both = [
        known(7, "نبيل قصراوي", lang="ar"),
        known(4, "nabil qasrawi", is_tied=True),
    ]
    joining = join_topics(found, both)
    assert joining.merges == ((7, 4),)
    parted = frozenset({frozenset({4, 7})})
    assert join_topics(found, both, parted=parted) == Joining((7,))


def test_where_two_sound_alike_none_is_taken() -> None:
    found = [topic("نبيل قصراوي", lang="ar", name="نبيل قصراوي")]
    alike = [
        known(4, "nabil qasrawi", is_tied=True),
        known(5, "nabil qasrawy", is_tied=True),
    ]
    assert join_topics(found, alike).ids == (None,)


KEYS = st.sampled_from(["ada roe", "bo lund", "cy marsh", "نبيل قصراوي", "nabil qasrawi"])
KINDS = st.sampled_from([PERSON, TopicKind.ORGANISATION])
FOUND = st.lists(st.builds(topic, KEYS, KINDS, st.sampled_from(["en", "ar"])), max_size=5,
                 unique_by=lambda one: (one.kind, one.key))  # fmt: skip
CONTEXTS = st.none() | st.builds(
    Context,
    st.frozensets(KEYS.map(lambda key: f"person {key}")),
    st.frozensets(st.sampled_from(["ES", "FR"])),
    st.frozensets(st.sampled_from(["sport", "crime"])),
)
KNOWN = st.lists(
    st.builds(
        known, st.integers(1, 9), KEYS, KINDS, st.sampled_from(["en", "ar"]), context=CONTEXTS,
        is_here=st.booleans(), is_tied=st.booleans(),
    ),
    max_size=6, unique_by=lambda one: one.id,
)  # fmt: skip


@given(FOUND, KNOWN)
def test_every_topic_gets_one_row_of_its_kind_and_no_row_two(
    found: list[StoryTopic], rows: list[Known]
) -> None:
    joining = join_topics(found, rows)
    kinds = {one.id: one.kind for one in rows}
    taken = [each for each in joining.ids if each is not None]
    assert len(joining.ids) == len(found)
    assert len(taken) == len(set(taken))
    for one, row in zip(found, joining.ids, strict=True):
        assert row is None or kinds[row] is one.kind
    assert all(elder < younger for younger, elder in joining.merges)


@given(FOUND, KNOWN)
def test_the_order_in_which_rows_are_read_does_not_matter(
    found: list[StoryTopic], rows: list[Known]
) -> None:
    shuffled = sorted(rows, key=lambda one: -one.id)
    assert join_topics(found, rows) == join_topics(found, shuffled)


@given(CONTEXTS, CONTEXTS)
def test_being_two_is_mutual(one: Context | None, other: Context | None) -> None:
    if one is not None and other is not None:
        own = "person ada roe"
        assert are_two(one, other, own) == are_two(other, one, own)
        assert not are_two(one, one, own)
