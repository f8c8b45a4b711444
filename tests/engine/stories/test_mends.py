"""Mends over the engine's groups: wishes hold, later ones win, nothing else moves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.mends import Mend, apply_mends, wishes_of

_ARTICLES = range(1, 11)
_some = st.lists(st.sampled_from(_ARTICLES), max_size=4, unique=True).map(tuple)
_groups = st.lists(st.integers(1, 4), min_size=len(_ARTICLES), max_size=len(_ARTICLES)).map(
    lambda labels: dict(zip(_ARTICLES, labels, strict=True))
)
_mends = st.lists(st.tuples(_some, _some, _some), max_size=5).map(
    lambda rows: [
        Mend(order=order, subject=subject, together=together, apart=apart, why=f"mend {order}")
        for order, (subject, together, apart) in enumerate(rows)
    ]
)


def _same(groups: dict[int, int]) -> set[frozenset[int]]:
    """Return the groups as sets, whatever they are called."""
    return {frozenset(a for a in groups if groups[a] == label) for label in set(groups.values())}


def _holds(groups: dict[int, int], wish: tuple[int, int, bool]) -> bool:
    one, other, together = wish
    return (groups[one] == groups[other]) is together


def _is_possible(wishes: list[tuple[int, int, bool]]) -> bool:
    """Say whether all wishes can hold at once, by uniting what is together."""
    label = {article: article for article in _ARTICLES}
    for one, other, together in wishes:
        if together:
            old, new = label[one], label[other]
            label = {key: new if value == old else value for key, value in label.items()}
    return all(label[one] != label[other] for one, other, together in wishes if not together)


@given(_groups, _mends)
@settings(max_examples=60, deadline=None)
def test_every_wish_holds_that_no_later_one_speaks_against(
    groups: dict[int, int], mends: list[Mend]
) -> None:
    mended = apply_mends(groups, mends).groups
    taken: list[tuple[int, int, bool]] = []
    for mend in reversed(mends):
        for wish in wishes_of(mend):
            if _is_possible([*taken, wish]):
                taken.append(wish)
    assert all(_holds(mended, wish) for wish in taken)


@given(_groups, _mends)
@settings(max_examples=40, deadline=None)
def test_mending_twice_changes_nothing_more(groups: dict[int, int], mends: list[Mend]) -> None:
    once = apply_mends(groups, mends).groups
    assert _same(apply_mends(once, mends).groups) == _same(once)


@given(_groups, _mends, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_neither_names_of_groups_nor_the_order_of_mends_matter(
    groups: dict[int, int], mends: list[Mend], random: object
) -> None:
    renamed = {article: -group for article, group in groups.items()}
    shuffled = sorted(mends, key=lambda mend: -mend.order)
    assert apply_mends(renamed, shuffled) == apply_mends(groups, mends)


@given(_groups, _mends)
@settings(max_examples=40, deadline=None)
def test_nothing_else_moves(groups: dict[int, int], mends: list[Mend]) -> None:
    named = {one for mend in mends for wish in wishes_of(mend) for one in (wish.one, wish.other)}
    mended = apply_mends(groups, mends).groups
    for members in _same(groups):
        if not members & named:
            assert members in _same(mended)
        left = sorted(members - named)
        assert len({mended[article] for article in left}) < 2


def test_a_moved_report_stands_with_its_new_story_and_says_why() -> None:
    groups = {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}
    move = Mend(order=1, subject=(3,), together=(4, 5), apart=(1, 2), why="moved")
    mended = apply_mends(groups, [move])
    assert _same(mended.groups) == {frozenset({1, 2}), frozenset({3, 4, 5})}
    assert mended.why == {3: "moved"}


def test_a_later_mend_takes_the_reason_with_it() -> None:
    there = Mend(order=1, subject=(3,), together=(4,), apart=(1,), why="there")
    back = Mend(order=2, subject=(3,), together=(1,), apart=(4,), why="back")
    mended = apply_mends({1: 1, 3: 1, 4: 4}, [there, back])
    assert _same(mended.groups) == {frozenset({1, 3}), frozenset({4})}
    assert mended.why == {3: "back"}


def test_reports_that_came_after_a_merge_follow_the_merged() -> None:
    merge = Mend(order=1, subject=(1, 2), together=(5,))
    mended = apply_mends({1: 1, 2: 1, 3: 1, 5: 5}, [merge]).groups
    assert len(set(mended.values())) == 1


def test_a_report_that_came_after_a_split_joins_those_it_is_nearest_to() -> None:
    split = Mend(order=1, subject=(3, 4), together=(3, 4), apart=(1, 2))
    groups = dict.fromkeys((1, 2, 3, 4, 9), 1)
    near = {9: {1: -3.0, 2: -2.0, 3: 1.0}}
    assert apply_mends(groups, [split], near).groups[9] == 3
    assert apply_mends(groups, [split], {9: {2: 2.0, 3: 1.0}}).groups[9] == 1


def test_a_mend_holds_through_an_article_that_is_not_live_any_more() -> None:
    first = Mend(order=1, subject=(1,), together=(77,))
    second = Mend(order=2, subject=(2,), together=(77,))
    assert len(set(apply_mends({1: 1, 2: 2}, [first, second]).groups.values())) == 1


def test_ten_thousand_reports_and_a_thousand_mends_take_no_time() -> None:
    groups = {article: article // 5 for article in range(10_000)}
    mends = [Mend(order=n, subject=(5 * n,), together=(5 * n + 7,)) for n in range(1000)]
    mended = apply_mends(groups, mends).groups
    assert all(mended[5 * n] == mended[5 * n + 7] for n in range(1000))
