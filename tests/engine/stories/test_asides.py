"""Which reports of a story tell a side of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.asides import Headed, find_asides

QUAKE = [
    Headed(article=1, outlet="A", headline="Earthquake kills fourteen in Orme"),
    Headed(article=2, outlet="B", headline="Fourteen dead as earthquake shakes Orme"),
    Headed(article=3, outlet="C", headline="Strong earthquake in Orme kills fourteen"),
]


def aside(headline: str, *, outlet: str = "D", opening: str = "") -> bool:
    one = Headed(article=9, outlet=outlet, headline=headline, opening=opening)
    return 9 in find_asides([*QUAKE, one], "en")


def test_what_is_beside_the_news_is_told_by_its_headline() -> None:
    assert aside("Harbour town gathers blankets")
    assert not aside("Orme earthquake: seventeen dead, not fourteen")


def test_a_headline_may_say_what_the_others_texts_say() -> None:
    named = [
        Headed(article=n, outlet=name, headline=one.headline, opening="The guard of Vail said.")
        for n, (name, one) in enumerate(zip("ABC", QUAKE, strict=True))
    ]  # fmt: skip
    update = Headed(article=9, outlet="D", headline="Vail: guard confirms fourteen dead")
    assert not find_asides([*named, update], "en")


def test_saying_a_thing_often_does_not_make_it_the_news() -> None:
    flood = [
        Headed(article=20 + n, outlet="D", headline=f"Town gathers blankets for islands, day {n}")
        for n in range(6)
    ]
    assert find_asides([*QUAKE, *flood], "en") == {one.article for one in flood}


def test_of_two_outlets_none_tells_a_side() -> None:
    two = [QUAKE[0], Headed(article=9, outlet="B", headline="Town gathers blankets")]
    assert not find_asides(two, "en")


WORDS = st.lists(st.sampled_from(["fire", "mill", "dead", "زلزال", "2", "—"]), max_size=5)
REPORTS = st.lists(st.tuples(st.sampled_from("ABCDE"), WORDS, WORDS), max_size=80)


@settings(max_examples=60)
@given(REPORTS)
def test_never_are_all_reports_asides(rows: list[tuple[str, list[str], list[str]]]) -> None:
    reports = [
        Headed(article=n, outlet=outlet, headline=" ".join(head), opening=" ".join(opening))
        for n, (outlet, head, opening) in enumerate(rows)
    ]
    found = find_asides(reports, "en")
    assert not reports or len(found) < len(reports)
    assert found <= {one.article for one in reports}
