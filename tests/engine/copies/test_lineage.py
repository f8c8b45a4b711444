"""Pairs: what counts as copy, who has it from whom, and the reason in plain words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.copies.find import find_copies
from wireroom.engine.copies.lineage import compare, mirror
from wireroom.engine.types import ArticleText

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
WIRE = (
    "The lake town of Orvane ordered every boat off the water on Thursday after engineers found "
    "a crack as long as a bus in the dam above it, the mayor's office said.\n\n"
    "Water levels will be lowered by four metres before divers go in, and the road along the "
    "crest stays shut to lorries for at least a month, it added.\n\n"
    "The dam was built in 1964 by a mining company that left the valley two decades later and "
    "is now owned by the province, which put off repairs three times since 2011."
)
SEPARATE = (
    "Fishermen who met in the chapel on Friday asked who would pay for empty nets.\n\n"
    "Ivo Marsten, who owns three boats, said the province had been warned by its own auditors "
    "and had answered with a leaflet about life jackets.\n\n"
)
OWN_WORDS = (
    "Boats are banned at Orvane. A long crack was discovered in the old dam by engineers this "
    "week, and the mayor wants the lake four metres lower before anybody dives. Lorries must "
    "use the valley road until April, according to a notice on the town hall's door."
)


def _article(key: str, body: str, **changes: object) -> ArticleText:
    article = ArticleText(id=key, title=key, body=body, outlet=f"Outlet {key}", lang="en")
    return replace(article, **changes)  # type: ignore[arg-type]


def test_the_same_copy_says_so() -> None:
    pair = compare(
        _article("a", WIRE, published_at=NOON),
        _article("b", WIRE, published_at=NOON + timedelta(minutes=5)),
    )
    assert pair is not None
    assert (pair.containment_a, pair.containment_b, pair.direction) == (1, 1, "a>b")
    assert pair.why == "same copy 100%; Outlet a was published first"


def test_a_cut_copy_comes_from_the_whole_one_even_without_times() -> None:
    pair = compare(_article("a", WIRE.split("\n\n")[0]), _article("b", WIRE))
    assert pair is not None
    assert pair.direction == "b>a"
    assert pair.why.startswith("cut: 100% of Outlet a stands in Outlet b")


def test_shared_background_is_found_in_a_separate_report() -> None:
    own = SEPARATE + WIRE.split("\n\n")[2] + " " + WIRE.split("\n\n")[1]
    whole = f"{WIRE}\n\n{OWN_WORDS}"
    pair = compare(_article("a", whole, wire_credit="AFP"), _article("b", own + SEPARATE * 2))
    assert pair is not None
    assert pair.why.startswith("2 shared background passages")
    assert pair.direction == "a>b"


@pytest.mark.parametrize("body", [OWN_WORDS, SEPARATE, f"{SEPARATE}{WIRE[:90]}", "", "Orvane"])
def test_an_event_told_in_other_words_is_no_copy(body: str) -> None:
    assert compare(_article("a", WIRE), _article("b", body)) is None


def test_a_shared_statement_is_no_copy() -> None:
    said = (
        "“We will lower the lake by four metres, we will look at every stone of the wall with our "
        "own eyes, and we will not open the road before the last of the engineers has signed that "
        "he would drive his own children over it on a rainy night in March.”"
    )
    a, b = f"{WIRE}\n\n{said} Mayor Ana Brel said.", f"{SEPARATE}{said}\n\n{SEPARATE}"
    assert compare(_article("a", a), _article("b", b)) is None


@pytest.mark.parametrize(
    ("a", "b", "direction"),
    [
        ({"wire_credit": "AFP"}, {}, "a>b"),
        ({}, {"wire_credit": "رويترز", "published_at": NOON}, "b>a"),
        ({"outlet": "Reuters"}, {"wire_credit": "Reuters", "published_at": NOON}, "a>b"),
        ({"outlet": "Lake News"}, {"wire_credit": "Lake News"}, "a>b"),
        ({"published_at": NOON}, {"published_at": NOON + timedelta(hours=1)}, "a>b"),
        ({"published_at": NOON}, {}, "unknown"),
        ({}, {}, "unknown"),
        ({"body": f"ORVANE (AP) — {WIRE}"}, {}, "a>b"),
        ({"body": f"REUTERS: {WIRE}"}, {"published_at": NOON}, "a>b"),
        ({"outlet": "Lake News"}, {"body": f"{WIRE} It was first reported by Lake News."}, "a>b"),
    ],
)
def test_direction(a: dict[str, object], b: dict[str, object], direction: str) -> None:
    one, other = _article("a", WIRE), _article("b", WIRE)
    pair = compare(replace(one, **a), replace(other, **b))  # type: ignore[arg-type]
    assert pair is not None
    assert pair.direction == direction


_PARTS = st.lists(st.sampled_from([*WIRE.split("\n\n"), SEPARATE, OWN_WORDS]), max_size=5)


@given(_PARTS, _PARTS, st.sampled_from([None, "AFP"]), st.sampled_from([None, NOON]))
@settings(max_examples=60, deadline=None)
def test_compare_is_symmetric(
    a: list[str], b: list[str], credit: str | None, at: datetime | None
) -> None:
    one = _article("a", "\n\n".join(a), wire_credit=credit, published_at=at)
    other = _article("b", "\n\n".join(b), published_at=NOON + timedelta(hours=1))
    there, back = compare(one, other), compare(other, one)
    assert (None if back is None else mirror(back)) == there


def test_find_copies_gives_each_pair_once_in_order_of_the_input() -> None:
    articles = [
        _article("z", WIRE),
        _article("m", OWN_WORDS),
        _article("a", WIRE),
        _article("n", SEPARATE * 2),
        _article("k", WIRE[:400]),
    ]
    assert [(p.a, p.b) for p in find_copies(articles)] == [("z", "a"), ("z", "k"), ("a", "k")]
    assert list(find_copies([])) == []


def test_furniture_of_an_outlet_makes_no_copies() -> None:
    note = (
        " Our reporters answer letters on the first Sunday of every month; write to the desk in "
        "Orvane and say whether your name may be printed. The paper belongs to its readers, who "
        "elect its board in June, and it takes no money from the province or from any party at "
        "all. Copies of older issues lie in the reading room of the town library until noon."
    )
    bodies = [" ".join(f"w{number}x{n}" for n in range(120)) + "." for number in range(6)]
    articles = [_article(str(n), body + note, outlet="Lake") for n, body in enumerate(bodies)]
    assert list(find_copies(articles)) == []
